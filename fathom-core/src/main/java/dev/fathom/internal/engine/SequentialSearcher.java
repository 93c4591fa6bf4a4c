package dev.fathom.internal.engine;

import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs a [Sequential] algorithm on virtual threads and turns its calls into proposals.
///
/// The code begins with the first proposal. The engine waits for its next call whenever it wants a proposal, so that
/// the run is as deterministic as the algorithm. When more points are wanted than the calls hold, they are drawn from
/// the space and their results are not given to the algorithm.
final class SequentialSearcher implements Searcher {

    /// The note slots of a strand.
    static final int NOTES = 2;

    private static final int FILLED_IN = -1;

    private final Shape shape;
    private final Rng filler;
    private final Known known;
    private final Strands strands = new Strands();
    private final Strand trunk;
    private volatile String reason = "";
    private boolean closed;

    SequentialSearcher(Sequential algorithm, Shape shape, Rng rng) {
        this.shape = shape;
        filler = rng.fork("filler");
        known = new Known(Archive.capacity(shape.dimension()));
        Rng own = rng.fork("algorithm");
        trunk = new Strand(strands, null, 0, f -> reason = algorithm.run(f, shape, own));
    }

    @Override
    public int notes() {
        return NOTES;
    }

    @Override
    public boolean ready() {
        return !closed && (!trunk.isStarted() || trunk.open() != null);
    }

    @Override
    public void propose(Row out) {
        if (!trunk.isStarted()) {
            trunk.start(known.now());
        }
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
        if (strand != null && !closed) {
            strand.learn(told, known.now());
        }
    }

    @Override
    public void inform(Row told) {
        known.add(told);
    }

    @Override
    public Optional<String> finished() {
        if (!closed && trunk.isStarted() && !strands.isAnyWaiting()) {
            trunk.open(); // waits until something is known to wait for results, or all has ended
        }
        return trunk.isEnded() ? Optional.of(reason) : Optional.empty();
    }

    @Override
    public Optional<double[]> recommend() {
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        strands.close();
    }
}
