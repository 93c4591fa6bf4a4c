package dev.fathom.algorithms.distribution;

import dev.fathom.algorithm.Population;
import dev.fathom.tensor.Tensor;

/// Utilities ready for generations of one size; those that depend on places alone stand in a table.
///
/// @param shaping how they come about
/// @param form what is done to them afterwards
/// @param byPlace by place, best first `[λ×1]`; not used where values count
public record Utilities(FitnessShaping shaping, Form form, Tensor byPlace) {

    /// What divides at least, a number of single precision too.
    static final double TINY = Float.MIN_NORMAL;

    /// What is done to the utilities of each search.
    public enum Form {
        /// Nothing.
        PLAIN,
        /// Their mean becomes 0.
        CENTERED,
        /// Their mean becomes 0, the sum of their absolute values 1.
        UNIT
    }

    /// The same with mean 0.
    public Utilities centered() {
        return in(Form.CENTERED);
    }

    /// The same with mean 0 and absolute sum 1.
    public Utilities unit() {
        return in(Form.UNIT);
    }

    private Utilities in(Form other) {
        return new Utilities(shaping, other, shaping.isByRank() ? shaped(byPlace, other, 1) : byPlace);
    }

    /// The utilities of a generation `[n×1]`, in the order of its rows. A search whose rows all failed has zeros, so
    /// that
    /// it stays where it is while others go on.
    public Tensor of(Population told) {
        if (!shaping.isByRank()) {
            return byValue(told);
        }
        Tensor w = table(told).gather(told.ranks());
        return told.searches() == 1 ? w : w.times(succeeded(told));
    }

    /// Made anew for shares of a generation.
    private Tensor table(Population told) {
        int lambda = told.perSearch();
        return lambda == byPlace.rows()
                ? byPlace
                : shaped(shaping.prepare(told.x().substrate(), lambda).byPlace, form, 1);
    }

    /// 1 for each search that has a value `[k×1]`.
    private static Tensor succeeded(Population told) {
        return told.f().columns(0, 1).isFinite().columnMax(told.searches());
    }

    private Tensor byValue(Population told) {
        int k = told.searches();
        Tensor w = FitnessShaping.worth(told);
        if (shaping == FitnessShaping.NORMALIZED) {
            Tensor centered = shaped(w, Form.CENTERED, k);
            double divisor = Math.max(1, told.perSearch() - 1);
            Tensor deviation =
                    centered.square().columnSums(k).times(1 / divisor).sqrt();
            w = centered.over(deviation.clamp(TINY, Double.MAX_VALUE));
        }
        return shaped(w, form, k);
    }

    private static Tensor shaped(Tensor w, Form form, int k) {
        if (form == Form.PLAIN) {
            return w;
        }
        double size = (double) w.rows() / k;
        Tensor centered = w.minus(w.columnSums(k).times(1 / size));
        return form == Form.CENTERED
                ? centered
                : centered.over(centered.abs().columnSums(k).clamp(TINY, Double.MAX_VALUE));
    }
}
