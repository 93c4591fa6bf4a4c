package dev.fathom.algorithm;

import dev.fathom.math.Rng;
import dev.fathom.space.Column;
import dev.fathom.space.Kind;
import java.util.List;

/// All that an algorithm may know of a problem.
///
/// @param columns the d columns of standard coordinates
/// @param objectives m, how many values are minimized
/// @param constraints how many black-box constraints the evaluations report
/// @param budget how many evaluations this search may use, [#UNLIMITED] if unknown
/// @param workers how many evaluations may be pending at once
/// @param noisy whether two evaluations of one point may differ
/// @param start where the search begins
public record Shape(
        List<Column> columns, int objectives, int constraints, long budget, int workers, boolean noisy, Start start) {

    /// The budget of a search whose end is not known.
    public static final long UNLIMITED = Long.MAX_VALUE;

    public Shape {
        columns = List.copyOf(columns);
    }

    /// A single-objective shape of `d` unbounded real columns, unlimited budget, one worker: what tests and small
    /// programs need.
    public static Shape reals(int dimension) {
        List<Column> columns = java.util.stream.IntStream.range(0, dimension)
                .mapToObj(j -> Column.free("x" + j, Kind.REAL, 0, j))
                .toList();
        return new Shape(columns, 1, 0, UNLIMITED, 1, false, Start.origin(dimension));
    }

    /// d.
    public int dimension() {
        return columns.size();
    }

    /// Whether the budget is known.
    public boolean hasBudget() {
        return budget != UNLIMITED;
    }

    /// Whether every column is a real number.
    public boolean isContinuous() {
        return columns.stream().allMatch(c -> c.kind() == Kind.REAL);
    }

    /// Whether every column has two finite bounds.
    public boolean isBounded() {
        return columns.stream().allMatch(Column::isBounded);
    }

    /// The size of a population: the algorithm's own, multiplied by the start's factor, but at least 2 and at least the
    /// workers, so that none of them waits.
    ///
    /// @param own λ
    public int population(int own) {
        return Math.max(start.scale(own), workers);
    }

    /// Draws a point from the space's own distribution: uniform between bounds, standard normal elsewhere.
    ///
    /// @param x where `x [d]` is written
    public void sample(double[] x, Rng rng) {
        for (int j = 0; j < x.length; j++) {
            Column column = columns.get(j);
            x[j] = column.isBounded()
                    ? rng.nextDouble(column.low(), column.high())
                    : column.boundary().repair(rng.nextGaussian(), column.low(), column.high());
        }
    }

    /// The same with another start.
    public Shape withStart(Start other) {
        return new Shape(columns, objectives, constraints, budget, workers, noisy, other);
    }

    /// The same with another budget.
    public Shape withBudget(long other) {
        return new Shape(columns, objectives, constraints, other, workers, noisy, start);
    }

    /// The same with another number of workers.
    public Shape withWorkers(int other) {
        return new Shape(columns, objectives, constraints, budget, other, noisy, start);
    }
}
