package dev.fathom.internal.engine;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import dev.fathom.math.Rng;
import dev.fathom.space.Boundary;
import java.util.Arrays;
import java.util.Optional;

/// Runs a [Generational] algorithm: hands out the rows of a sample one by one, collects results until a generation is
/// full.
///
/// While workers are idle at the end of a generation, further rows are sampled from the same state; their results count
/// for
/// the next generation, whichever rows come first. A generation without any values teaches nothing and is dropped.
final class GenerationalSearcher<S> implements Searcher {

    private final Generational<S> algorithm;
    private final Shape shape;
    private final Rng rng;
    private final Observer observer;
    private final int notes;
    private final boolean proposals;
    private final boolean synchronous;
    private final Batch single;
    private final double[] low;
    private final double[] high;
    private final boolean bounded;

    private S state;
    private Batch sample;
    private int next;
    private Batch generation;
    private Row[] told;
    private int count;
    private long generations;
    private Optional<String> finished = Optional.empty();

    GenerationalSearcher(Generational<S> algorithm, Shape shape, Rng rng, Observer observer) {
        this.algorithm = algorithm;
        this.shape = shape;
        this.rng = rng;
        this.observer = observer;
        notes = algorithm.notes(shape);
        proposals = algorithm.traits().contains(Trait.LEARNS_PROPOSAL);
        synchronous = algorithm.traits().contains(Trait.SYNCHRONOUS);
        low = shape.columns().stream()
                .mapToDouble(c -> c.boundary() == Boundary.NONE ? Double.NEGATIVE_INFINITY : c.low())
                .toArray();
        high = shape.columns().stream()
                .mapToDouble(c -> c.boundary() == Boundary.NONE ? Double.POSITIVE_INFINITY : c.high())
                .toArray();
        bounded = shape.columns().stream().anyMatch(c -> c.boundary() != Boundary.NONE);
        single = batch(1);
        state = algorithm.start(shape, rng);
        int size = algorithm.size(state);
        sample = batch(size);
        generation = batch(size);
        told = new Row[size];
        algorithm.sample(state, sample, rng);
    }

    private Batch batch(int rows) {
        return new Batch(rows, shape.dimension(), shape.objectives(), notes);
    }

    @Override
    public int notes() {
        return notes;
    }

    @Override
    public boolean ready() {
        return next < sample.size() || !synchronous;
    }

    @Override
    public void propose(Row out) {
        if (next < sample.size()) {
            sample.read(next++, out);
            clip(out);
        } else {
            replace(out);
        }
    }

    @Override
    public boolean replace(Row out) {
        algorithm.sample(state, single, rng);
        single.read(0, out);
        clip(out);
        return true;
    }

    /// An algorithm that learns from its proposals gets the nearest point inside, so that beyond a bound nothing
    /// depends on the coordinate; see [Overshoot].
    private void clip(Row out) {
        if (!proposals || !bounded) {
            return;
        }
        double[] x = out.x;
        boolean kept = false;
        for (int j = 0; j < x.length; j++) {
            double clipped = Math.min(Math.max(x[j], low[j]), high[j]);
            if (clipped != x[j]) {
                if (!kept) {
                    out.keepProposal(x.clone());
                    kept = true;
                }
                x[j] = clipped;
            }
        }
    }

    @Override
    public void learn(Row row) {
        told[count++] = row;
        if (count == told.length) {
            sort();
            count = 0;
            if (!told[0].isFailed()) {
                update();
            }
            Arrays.fill(told, null);
            renew();
        }
    }

    private void sort() {
        if (proposals && bounded && shape.objectives() == 1) {
            Overshoot.sort(told, count);
        } else {
            Ranking.sort(told, count, shape.objectives());
        }
    }

    private void update() {
        for (int i = 0; i < told.length; i++) {
            generation.write(i, told[i], proposals);
        }
        state = algorithm.update(state, generation, rng);
        finished = algorithm.finished(state);
        observer.on(new Event.Generation(++generations, told.length, () -> algorithm.recommend(state)));
    }

    /// Samples the next generation; rows of the old sample that nobody asked for are dropped.
    private void renew() {
        int size = algorithm.size(state);
        if (size != told.length) {
            sample = batch(size);
            generation = batch(size);
            told = new Row[size];
        }
        algorithm.sample(state, sample, rng);
        next = 0;
    }

    @Override
    public void inform(Row row) {
        state = algorithm.inform(state, row, rng);
    }

    @Override
    public Optional<String> finished() {
        return finished;
    }

    @Override
    public Optional<double[]> recommend() {
        return algorithm.traits().contains(Trait.DENOISES) ? algorithm.recommend(state) : Optional.empty();
    }

    @Override
    public Optional<Population> population() {
        return algorithm.population(state);
    }
}
