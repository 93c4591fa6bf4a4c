package dev.fathom.algorithms.mads;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Functions of the user that a run calls. Points are given on the variables' own scales, `x [d]`: the parameters'
/// values where these are linear in the coordinates, numbers of options for ordered choices, standard coordinates
/// otherwise.
///
/// @param search proposes points at each iteration, before all other searches
/// @param directions gives poll directions in place of those of `DIRECTION_TYPE`
/// @param surrogate a cheap function that orders lists, for `EVAL_QUEUE_SORT SURROGATE`
/// @param order orders lists, for `EVAL_QUEUE_SORT USER`
/// @param neighbours of a point in its categorical variables; by default, every other option of each choice
public record Hooks(
        @Nullable Proposal search,
        @Nullable Proposal directions,
        @Nullable ToDoubleFunction<double[]> surrogate,
        @Nullable Comparator<double[]> order,
        @Nullable Proposal neighbours) {

    /// None.
    public static final Hooks NONE = new Hooks(null, null, null, null, null);

    /// Points or directions that a user proposes.
    @FunctionalInterface
    public interface Proposal {

        /// The proposals, `[k][d]`.
        ///
        /// @param centre the frame centre, `[d]`
        /// @param frame the frame sizes, `[d]`
        List<double[]> at(double[] centre, double[] frame);
    }
}
