package dev.fathom.internal.engine;

import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs a [Sequential] algorithm on virtual threads and turns its calls into proposals.
///
/// The engine waits for the algorithm's next call whenever it wants a proposal, so that the run is as deterministic as
/// the
/// algorithm. When more points are wanted than the calls hold, they are drawn from the space and their results are not
/// given to the algorithm.
final class SequentialSearcher implements Searcher {

    private static final int FILLED_IN = -1;

    private final Shape shape;
    private final Rng filler;
    private final Map<Integer, Strand> strands = new HashMap<>();
    private final List<Row> known = new ArrayList<>();
    private final Strand trunk;
    private volatile String reason = "";

    SequentialSearcher(Sequential algorithm, Shape shape, Rng rng) {
        this.shape = shape;
        filler = rng.fork("filler");
        Rng own = rng.fork("algorithm");
        trunk = new Strand(0, strands, known, f -> reason = algorithm.run(f, shape, own));
    }

    @Override
    public int notes() {
        return 2;
    }

    @Override
    public boolean ready() {
        return trunk.open() != null;
    }

    @Override
    public void propose(Row out) {
        Strand open = trunk.open();
        if (open == null) {
            shape.sample(out.x, filler);
            out.notes[0] = FILLED_IN;
        } else {
            open.propose(out);
        }
    }

    @Override
    public boolean replace(Row out) {
        if (out.notes[0] != FILLED_IN) {
            return false;
        }
        shape.sample(out.x, filler);
        return true;
    }

    @Override
    public void learn(Row told) {
        @Nullable Strand strand = told.notes[0] == FILLED_IN ? null : strands.get((int) told.notes[1]);
        if (strand != null) {
            strand.learn(told);
        }
    }

    @Override
    public void inform(Row told) {
        if (trunk.isStarted()) {
            trunk.isAlive(); // now it does not look
        }
        known.add(told);
    }

    @Override
    public Optional<String> finished() {
        return trunk.isStarted() && !trunk.isAlive() ? Optional.of(reason) : Optional.empty();
    }

    @Override
    public Optional<double[]> recommend() {
        return Optional.empty();
    }

    @Override
    public void close() {
        List.copyOf(strands.values()).forEach(Strand::close);
    }
}
