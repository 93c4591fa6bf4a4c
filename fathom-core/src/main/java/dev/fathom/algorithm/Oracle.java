package dev.fathom.algorithm;

import java.util.List;

/// The function as a [Sequential] algorithm sees it.
public interface Oracle {

    /// A piece of straight-line code that runs beside others, see [Oracle#together].
    @FunctionalInterface
    interface Branch {

        /// Searches.
        ///
        /// @param f the oracle of this branch, to be used instead of the one that it was started from
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
    /// are made while the others wait for theirs. The points of earlier branches are evaluated first. Branches may
    /// compute at the same time: they must not share what they change, and their random numbers come from generators
    /// forked before. They may branch again. An exception out of one ends the search.
    default void together(List<? extends Branch> branches) {
        branches.forEach(branch -> branch.run(this));
    }

    /// The points that others told until the last result of this code, with the results they had then, in the order of
    /// arrival: what the user told or suggested, other members of a portfolio, the best point of the earlier stages of
    /// a
    /// chain. Of very many the worse ones are forgotten. Searches within a part of the space or within another search
    /// may know none.
    default List<Row> known() {
        return List.of();
    }
}
