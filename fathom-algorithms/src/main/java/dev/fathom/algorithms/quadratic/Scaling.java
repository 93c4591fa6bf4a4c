package dev.fathom.algorithms.quadratic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Standardized coordinates `u [v]` of the columns in which points differ: mean 0 and standard deviation 1.
final class Scaling {

    private static final double LEAST = 1e-14;

    /// Mean of each column of x, or its only value, [n].
    final double[] centre;
    /// Which columns of x vary, [v].
    final int[] columns;
    /// Their standard deviations, [v].
    final double[] size;

    private Scaling(double[] centre, int[] columns, double[] size) {
        this.centre = centre;
        this.columns = columns;
        this.size = size;
    }

    /// @param points `x [k][n]`
    /// @return null if they do not differ, or are too large
    static @Nullable Scaling of(double[][] points) {
        int n = points[0].length;
        double[] centre = new double[n];
        int[] columns = new int[n];
        double[] size = new double[n];
        int count = 0;
        for (int j = 0; j < n; j++) {
            double[] column = column(points, j);
            centre[j] = mean(column);
            double deviation = deviation(column, centre[j]);
            if (!(deviation < Double.POSITIVE_INFINITY)) {
                return null;
            }
            if (deviation > LEAST * Math.abs(centre[j])) {
                columns[count] = j;
                size[count++] = deviation;
            } else {
                centre[j] = column[0];
            }
        }
        return count == 0 ? null : new Scaling(centre, Arrays.copyOf(columns, count), Arrays.copyOf(size, count));
    }

    /// The coordinates u of x.
    double[] inward(double[] x) {
        double[] u = new double[columns.length];
        for (int i = 0; i < u.length; i++) {
            int j = columns[i];
            u[i] = (x[j] - centre[j]) / size[i];
        }
        return u;
    }

    static double[] column(double[][] rows, int j) {
        double[] column = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = rows[i][j];
        }
        return column;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }

    /// √(Σ(v − mean)²/k); NaN or infinite if a value is.
    static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean) / values.length;
        }
        return Math.sqrt(sum);
    }
}
