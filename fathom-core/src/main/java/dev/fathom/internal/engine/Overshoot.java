package dev.fathom.internal.engine;

import dev.fathom.algorithm.Row;
import java.util.Arrays;

/// Ranks a generation of an algorithm that learns from its proposals, some of which were brought inside the bounds.
///
/// Beyond a bound the value does not change, so a distribution that learned from such proposals alone would drift away.
/// Their values therefore get a penalty: the squared distance to the bound in units of the column's variance among the
/// proposals, averaged over the columns, times the interquartile range of the generation's values. After Hansen,
/// Niederberger, Guzzella and Koumoutsakos, "A method for handling uncertainty in evolutionary optimization with an
/// application to feedback control of combustion" (2009), appendix, whose weights have a memory where these are
/// computed
/// anew in each generation.
final class Overshoot {

    private Overshoot() {}

    /// Sorts best first: feasible rows by penalized value, then the others in their natural order.
    ///
    /// @param rows the first `count` have results of one objective
    static void sort(Row[] rows, int count) {
        Arrays.sort(rows, 0, count);
        int n = 0;
        boolean moved = false;
        for (; n < count && rows[n].isFeasible(); n++) {
            moved |= !Arrays.equals(rows[n].proposal(), rows[n].x);
        }
        if (moved && n > 1) {
            insert(rows, penalized(rows, n));
        }
    }

    /// f(x_i) + IQR(f) · mean_j (p_ij − x_ij)² / var_j(p), [n]
    private static double[] penalized(Row[] rows, int n) {
        double range = rows[3 * (n - 1) / 4].value() - rows[(n - 1) / 4].value();
        double[] variances = variances(rows, n);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double[] proposal = rows[i].proposal();
            double sum = 0;
            for (int j = 0; j < variances.length; j++) {
                double over = proposal[j] - rows[i].x[j];
                sum += variances[j] > 0 ? over * over / variances[j] : 0;
            }
            values[i] = rows[i].value() + range * sum / variances.length;
        }
        return values;
    }

    private static double[] variances(Row[] rows, int n) {
        double[] variances = new double[rows[0].x.length];
        for (int j = 0; j < variances.length; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += rows[i].proposal()[j];
            }
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double deviation = rows[i].proposal()[j] - sum / n;
                squares += deviation * deviation;
            }
            variances[j] = squares / n;
        }
        return variances;
    }

    /// Insertion sort of the first rows by those values; equal ones keep their order.
    private static void insert(Row[] rows, double[] values) {
        for (int i = 1; i < values.length; i++) {
            Row row = rows[i];
            double value = values[i];
            int j = i;
            for (; j > 0 && value < values[j - 1]; j--) {
                rows[j] = rows[j - 1];
                values[j] = values[j - 1];
            }
            rows[j] = row;
            values[j] = value;
        }
    }
}
