package dev.fathom.algorithms;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.algorithm.Trait;
import dev.fathom.math.Rng;
import dev.fathom.space.Boundary;
import dev.fathom.space.Column;
import dev.fathom.space.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Runs one algorithm on one function: NaN is a failure, `shape.workers()` rows are pending at a time.
public final class Runs {

    private final Shape shape;
    private final ToDoubleFunction<double[]> f;
    private final long budget;
    private final double target;
    private final List<Row> rows = new ArrayList<>();
    private String finished = "";
    private boolean reached;

    private Runs(Shape shape, ToDoubleFunction<double[]> f, long budget, double target) {
        this.shape = shape;
        this.f = f;
        this.budget = budget;
        this.target = target;
    }

    /// A whole run: `budget` evaluations, fewer if the algorithm has finished.
    public static Runs of(Algorithm algorithm, Shape shape, ToDoubleFunction<double[]> f, long budget, long seed) {
        return until(Double.NEGATIVE_INFINITY, algorithm, shape, f, budget, seed);
    }

    /// A run that ends at the first value below `target`.
    public static Runs until(
            double target, Algorithm algorithm, Shape shape, ToDoubleFunction<double[]> f, long budget, long seed) {
        Runs run = new Runs(shape, f, budget, target);
        Rng rng = Rng.of(seed);
        switch (algorithm) {
            case Generational<?> g -> run.generations(g, rng);
            case Incremental<?> i -> run.steps(i, rng);
            case Sequential s -> run.calls(s, rng);
        }
        return run;
    }

    /// All rows with their results, in order.
    public List<Row> rows() {
        return rows;
    }

    /// Best value.
    public double best() {
        return rows.stream().mapToDouble(Row::value).min().orElse(Double.POSITIVE_INFINITY);
    }

    /// Why the algorithm finished, or empty.
    public String finished() {
        return finished;
    }

    /// Number of evaluations; `+∞` if the target was not reached.
    public double evaluations() {
        return reached ? rows.size() : Double.POSITIVE_INFINITY;
    }

    /// Median over seeds 1 … 15.
    public static double median(LongToDoubleFunction experiment) {
        double[] values =
                LongStream.rangeClosed(1, 15).mapToDouble(experiment).sorted().toArray();
        return values[values.length / 2];
    }

    /// d unbounded columns, begun at `start` in each.
    public static Shape reals(int d, double start) {
        double[] x = new double[d];
        Arrays.fill(x, start);
        return Shape.reals(d).withStart(Start.origin(d).at(x));
    }

    /// d columns bounded by -3 and 3.
    public static Shape box(int d, Boundary boundary) {
        List<Column> columns = IntStream.range(0, d)
                .mapToObj(j -> new Column("x" + j, Kind.REAL, -3, 3, boundary, 0, j))
                .toList();
        return new Shape(columns, 1, 0, Shape.UNLIMITED, 1, false, Start.origin(d));
    }

    private boolean goesOn() {
        return rows.size() < budget && !reached && finished.isEmpty();
    }

    private Row row(int notes) {
        return new Row(rows.size(), new double[shape.dimension()], notes);
    }

    private void evaluate(Row row) {
        double[] proposal = row.x.clone();
        for (int j = 0; j < proposal.length; j++) {
            Column column = shape.columns().get(j);
            row.x[j] = column.boundary().repair(proposal[j], column.low(), column.high());
        }
        row.keepProposal(proposal);
        double value = f.applyAsDouble(row.x);
        if (Double.isNaN(value)) {
            row.fail();
        } else {
            row.tell(value, 0);
        }
        rows.add(row);
        reached |= value < target;
    }

    private <S> void generations(Generational<S> algorithm, Rng rng) {
        S state = algorithm.start(shape, rng);
        boolean proposals = algorithm.traits().contains(Trait.LEARNS_PROPOSAL);
        int notes = algorithm.notes(shape);
        while (goesOn()) {
            Batch batch = new Batch(algorithm.size(state), shape.dimension(), 1, notes);
            algorithm.sample(state, batch, rng);
            Row[] told = new Row[batch.size()];
            for (int i = 0; i < told.length && goesOn(); i++) {
                told[i] = row(notes);
                batch.read(i, told[i]);
                evaluate(told[i]);
            }
            if (goesOn() || told[told.length - 1] != null) {
                Arrays.sort(told);
                for (int i = 0; i < told.length; i++) {
                    batch.write(i, told[i], proposals);
                }
                state = told[0].isFailed() ? state : algorithm.update(state, batch, rng);
                note(algorithm.finished(state));
            }
        }
    }

    private <S> void steps(Incremental<S> algorithm, Rng rng) {
        S state = algorithm.start(shape, rng);
        Deque<Row> pending = new ArrayDeque<>();
        while (goesOn()) {
            while (pending.size() < shape.workers()) {
                Row row = row(algorithm.notes(shape));
                algorithm.propose(state, row, rng);
                pending.add(row);
            }
            Row row = pending.remove();
            evaluate(row);
            state = algorithm.learn(state, row, rng);
            note(algorithm.finished(state));
        }
    }

    private void note(Optional<String> reason) {
        finished = reason.orElse(finished);
    }

    private void calls(Sequential algorithm, Rng rng) {
        try {
            finished = algorithm.run(new Evaluations(), shape, rng);
        } catch (Ended end) {
            finished = "";
        }
    }

    private final class Evaluations implements Oracle {
        @Override
        public Row at(double[] x) {
            if (!goesOn()) {
                throw new Ended();
            }
            Row row = new Row(rows.size(), x.clone(), 0);
            evaluate(row);
            return row;
        }

        @Override
        public Row[] all(double[][] points) {
            return Arrays.stream(points).map(this::at).toArray(Row[]::new);
        }
    }

    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;

        Ended() {
            super(null, null, false, false);
        }
    }
}
