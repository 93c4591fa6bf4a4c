package dev.fathom.lab;

import java.math.BigDecimal;

/// How many evaluations each run may use.
///
/// @param evaluations in (0, 10¹⁵]; for each variable, or in all
/// @param perDimension whether it is multiplied by the number of variables
public record Allowance(double evaluations, boolean perDimension) {

    private static final double MOST = 1e15;

    /// @throws IllegalArgumentException if it is not in (0, 10¹⁵]
    public Allowance {
        if (!(evaluations > 0 && evaluations <= MOST)) {
            throw new IllegalArgumentException(
                    "a budget must be above 0 and at most 1e15, but is " + evaluations + ". Maybe 100?");
        }
    }

    /// So many evaluations for each variable.
    public static Allowance perDimension(double evaluations) {
        return new Allowance(evaluations, true);
    }

    /// So many evaluations, whatever the number of variables.
    public static Allowance total(long evaluations) {
        return new Allowance(evaluations, false);
    }

    /// The number of evaluations for d variables, at least 1.
    public long of(int d) {
        return Math.max(1, Math.round(perDimension ? evaluations * d : evaluations));
    }

    @Override
    public String toString() {
        String number = new BigDecimal(Double.toString(evaluations))
                .stripTrailingZeros()
                .toPlainString();
        return perDimension ? number + " per dimension" : number;
    }
}
