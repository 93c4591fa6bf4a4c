package dev.fathom.lab.measure;

import java.util.List;

/// How the losses of several runs fell: at each number of evaluations per dimension the 10 %, 50 % and 90 % quantiles
/// over the runs of the best loss so far.
///
/// @param at evaluations divided by d, ascending, [n]
/// @param low 10 % quantiles, [n]
/// @param median 50 % quantiles, [n]
/// @param high 90 % quantiles, [n]
public record Bands(double[] at, double[] low, double[] median, double[] high) {

    /// The bands of these histories.
    ///
    /// @param at evaluations divided by d, [n]
    /// @throws IllegalArgumentException if there is no history
    public static Bands of(List<History> histories, double[] at) {
        double[][] bands = new double[3][at.length];
        for (int i = 0; i < at.length; i++) {
            double count = at[i];
            double[] values = histories.stream()
                    .mapToDouble(history -> history.after(count * history.dimension()))
                    .toArray();
            bands[0][i] = Quantiles.of(values, 0.1);
            bands[1][i] = Quantiles.of(values, 0.5);
            bands[2][i] = Quantiles.of(values, 0.9);
        }
        return new Bands(at.clone(), bands[0], bands[1], bands[2]);
    }
}
