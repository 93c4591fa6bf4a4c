package dev.fathom.algorithms.mads;

import dev.fathom.Outcome;
import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.math.Rng;
import dev.fathom.problems.TestProblem;
import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A function with a budget, and all its evaluations: what tests of whole runs look at.
///
/// @param <T> type of the values of its space
final class Trials<T> implements Oracle {

    final Shape shape;
    final List<Row> rows = new ArrayList<>();
    final List<T> values = new ArrayList<>();
    /// The largest number of points asked for at once.
    int largestBlock;

    private final Space<T> space;
    private final Function<T, Outcome> f;

    /// Unwinds a run at the end of the budget.
    private static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("budget", null, false, false);
        }
    }

    Trials(Space<T> space, int constraints, int budget, Function<T, Outcome> f) {
        this.space = space;
        this.f = f;
        int d = space.dimension();
        shape = new Shape(space.columns(), 1, constraints, budget, 1, false, Start.origin(d));
    }

    static Trials<double[]> of(TestProblem problem, int budget) {
        return new Trials<>(problem.box().space(), problem.goal().constraints(), budget, problem::values);
    }

    /// A run, and why it ended: `budget` where that was used up.
    String run(Mads mads, long seed) {
        return run(mads.settings(), mads.hooks(), seed, null);
    }

    /// A run with given directions.
    String run(Settings settings, Hooks hooks, long seed, @org.jspecify.annotations.Nullable UnitVectors directions) {
        Rng rng = Rng.of(seed);
        try {
            return Mads.run(
                    directions == null
                            ? new Descent(this, shape, settings, hooks, rng)
                            : new Descent(this, shape, settings, hooks, rng, directions));
        } catch (Spent end) {
            return "budget";
        }
    }

    /// The best feasible value, `+∞` if there is none.
    double best() {
        return best(rows.size());
    }

    /// The best feasible value of the first evaluations.
    double best(int evaluations) {
        return rows.stream()
                .limit(evaluations)
                .filter(Row::isFeasible)
                .mapToDouble(Row::value)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public Row at(double[] x) {
        return all(new double[][] {x})[0];
    }

    @Override
    public Row[] all(double[][] points) {
        largestBlock = Math.max(largestBlock, points.length);
        Row[] told = new Row[points.length];
        for (int i = 0; i < told.length; i++) {
            if (rows.size() == shape.budget()) {
                throw new Spent();
            }
            told[i] = evaluate(points[i].clone());
        }
        return told;
    }

    private Row evaluate(double[] x) {
        for (int j = 0; j < x.length; j++) {
            x[j] = space.columns().get(j).repair(x[j]);
        }
        Row row = new Row(rows.size(), x, 0);
        T value = space.decode(x);
        if (f.apply(value) instanceof Outcome.Values told) {
            row.tell(told.losses(), told.constraints());
        } else {
            row.fail();
        }
        rows.add(row);
        values.add(value);
        return row;
    }
}
