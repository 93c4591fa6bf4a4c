package dev.fathom.algorithms.distribution;

import dev.fathom.algorithm.Population;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.function.IntToDoubleFunction;

/// How the values of a generation become utilities, larger for better rows.
///
/// Below, `p = 0 … λ − 1` is the place of a row in its search, 0 for the best one; rows of equal value have the places
/// that the population gave them.
public enum FitnessShaping {
    /// `½ − p/(λ − 1)`, from ½ to −½; 0 if there is one row.
    CENTERED,
    /// `1 − p/(λ − 1)`, from 1 to 0; 0 if there is one row.
    LINEAR,
    /// `max(0, ln(λ/2 + 1) − ln(p + 1))`, divided by its sum, less `1/λ`: the utilities of natural evolution strategies
    /// (Wierstra et al., "Natural evolution strategies", JMLR 2014).
    NES,
    /// `−f`, less its mean, divided by its sample standard deviation; 0 where all values are equal.
    NORMALIZED,
    /// `−f` itself.
    RAW;

    /// Whether utilities depend on places alone.
    public boolean isByRank() {
        return this == CENTERED || this == LINEAR || this == NES;
    }

    /// Prepares the shaping of generations of `lambda` rows per search.
    public Utilities prepare(Substrate substrate, int lambda) {
        double[] byPlace = new double[isByRank() ? lambda : 1];
        if (isByRank()) {
            fill(byPlace);
        }
        return new Utilities(this, Utilities.Form.PLAIN, substrate.column(byPlace));
    }

    private void fill(double[] u) {
        int lambda = u.length;
        IntToDoubleFunction utility = switch (this) {
            case CENTERED -> p -> lambda == 1 ? 0 : 0.5 - p / (lambda - 1.0);
            case LINEAR -> p -> lambda == 1 ? 0 : 1 - p / (lambda - 1.0);
            default -> p -> Math.max(0, StrictMath.log(lambda / 2.0 + 1) - StrictMath.log(p + 1));
        };
        double sum = 0;
        for (int p = 0; p < lambda; p++) {
            u[p] = utility.applyAsDouble(p);
            sum += u[p];
        }
        for (int p = 0; this == NES && p < lambda; p++) {
            u[p] = u[p] / sum - 1.0 / lambda;
        }
    }

    /// What is maximized where values themselves count `[n×1]`: `−f`; rows that failed or break a constraint have the
    /// worst value of the others in their search, and 0 if there are no others. With several objectives, where no value
    /// is better than another by an amount, the place counts, `−p`.
    static Tensor worth(Population told) {
        if (told.f().columns() > 1) {
            return told.ranks().times(-1);
        }
        Tensor f = told.f();
        int k = told.searches();
        Tensor zero = f.substrate().full(1, 1, 0);
        Tensor lowest = f.substrate().full(1, 1, Double.NEGATIVE_INFINITY);
        Tensor good = f.isFinite().times(told.violation().atMost(zero));
        Tensor worst = good.choose(f, lowest).columnMax(k);
        Tensor substitute = worst.isFinite().choose(worst, zero);
        return good.choose(f, substitute).times(-1);
    }
}
