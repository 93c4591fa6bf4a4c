package dev.fathom.algorithm;

import java.util.List;

/// The function as a [Sequential] algorithm sees it.
public interface Oracle {

    /// A piece of straight-line code that runs beside others, see [Oracle#together].
    @FunctionalInterface
    interface Branch {

        /// Searches with an oracle of its own.
        void run(Oracle f);
    }

    /// Evaluates one point and waits for the result.
    ///
    /// @param x standard coordinates `x [d]`; copied. Points outside the bounds are brought inside first.
    /// @return the row with its result; its `x` is the point that was evaluated
    Row at(double[] x);

    /// Evaluates several points, in parallel where there are workers, and waits for all results.
    ///
    /// @param points `[n][d]` standard coordinates
    /// @return n rows in the order of the points
    Row[] all(double[][] points);

    /// Runs independent pieces of code side by side and waits until all have returned, so that the evaluations of each
    /// are made while the others wait for theirs. The points of earlier branches are evaluated first. Branches must not
    /// share what they change; their random numbers come from generators forked before.
    default void together(List<? extends Branch> branches) {
        branches.forEach(branch -> branch.run(this));
    }

    /// The points that others told so far, with their results: earlier searches, other members of a recipe, the user.
    default List<Row> known() {
        return List.of();
    }
}
