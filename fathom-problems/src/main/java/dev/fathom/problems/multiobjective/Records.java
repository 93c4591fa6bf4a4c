package dev.fathom.problems.multiobjective;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Where a function of u in [0, 1] is greater than at all smaller u. A front whose last objective falls with such a
/// function, while another one rises with u, consists of these pieces.
final class Records {

    private static final int CELLS = 2000;
    private static final int HALVINGS = 200;

    private Records() {}

    /// The intervals, each [2], to about 1e-8 in u; at all ends but 0 the function is a record to the last bit. The
    /// function must not have two local extrema within 1/2000.
    static List<double[]> of(DoubleUnaryOperator function) {
        List<double[]> pieces = new ArrayList<>();
        double best = function.applyAsDouble(0);
        double from = 0;
        boolean rising = true;
        for (int k = 1; k <= CELLS; k++) {
            double u = (double) k / CELLS;
            double value = function.applyAsDouble(u);
            if (!rising && value > best) {
                from = crossing(function, best, u - 1.0 / CELLS, u);
                rising = true;
            } else if (rising && value < function.applyAsDouble(u - 1.0 / CELLS)) {
                double to = peak(function, Math.max(from, u - 2.0 / CELLS), u);
                pieces.add(new double[] {from, to});
                best = function.applyAsDouble(to);
                rising = false;
            }
        }
        if (rising) {
            pieces.add(new double[] {from, 1});
        }
        return List.copyOf(pieces);
    }

    /// The least u found at which the function exceeds the level.
    private static double crossing(DoubleUnaryOperator function, double level, double low, double high) {
        double below = low;
        double above = high;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (below + above) / 2;
            if (function.applyAsDouble(middle) > level) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }

    /// Ternary search.
    private static double peak(DoubleUnaryOperator function, double low, double high) {
        double from = low;
        double to = high;
        for (int k = 0; k < HALVINGS; k++) {
            double left = from + (to - from) / 3;
            double right = to - (to - from) / 3;
            if (function.applyAsDouble(left) < function.applyAsDouble(right)) {
                from = left;
            } else {
                to = right;
            }
        }
        return (from + to) / 2;
    }
}
