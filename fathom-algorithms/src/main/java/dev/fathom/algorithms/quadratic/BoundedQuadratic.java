package dev.fathom.algorithms.quadratic;

import dev.fathom.algorithms.linear.Vectors;
import java.util.Arrays;

/// Descent of gᵀt + ½ tᵀHt between bounds, H symmetric and possibly indefinite, to a point that is a minimum along each
/// column and among the columns that are not held at a bound.
///
/// Rounds of exact minimization along the columns, which settle what bounds hold, and of Newton steps projected onto
/// the
/// bounds (Bertsekas, "Projected Newton methods for optimization problems with simple constraints", 1982) in the free
/// columns. Where H is not positive definite there, the direction of negative curvature that the failing Cholesky
/// factorization exposes is followed to a bound.
final class BoundedQuadratic {

    private static final int ROUNDS = 200;
    private static final double ROUNDING = 1e-14;
    private static final double SINGULAR = 1e-12;
    private static final int HALVINGS = 12;

    /// H, [n][n]; g, low and high, [n]: to be filled by the caller.
    final double[][] hessian;

    final double[] linear;
    final double[] low;
    final double[] high;

    private final int n;
    private final double[] slope;
    private final double[][] factor;
    private final int[] free;
    private final double[] step;
    private final double[] curved;
    private int freeCount;
    private double scale;

    BoundedQuadratic(int n) {
        this.n = n;
        hessian = new double[n][n];
        linear = new double[n];
        low = new double[n];
        high = new double[n];
        slope = new double[n];
        factor = new double[n][n];
        free = new int[n];
        step = new double[n];
        curved = new double[n];
    }

    double value(double[] t) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += t[i] * (linear[i] + 0.5 * Vectors.dot(hessian[i], 0, t, 0, n));
        }
        return sum;
    }

    /// Descends from t, which must lie between the bounds.
    void minimize(double[] t) {
        scale = scale();
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            return; // constant, or no numbers
        }
        refresh(t);
        for (int round = 0; round < ROUNDS; round++) {
            double gain = sweep(t) + sweep(t);
            refresh(t);
            collectFree(t);
            int definite = factor(0);
            boolean indefinite = definite < freeCount;
            if (indefinite) {
                double bent = bend(t, definite);
                if (bent > 0) {
                    continue;
                }
                shift();
            }
            if (isStationary()) {
                return;
            }
            gain += newton(t);
            if (!(gain > 0)) {
                return;
            }
        }
    }

    private double scale() {
        double largest = Vectors.largest(linear);
        for (double[] row : hessian) {
            double sum = 0;
            for (double h : row) {
                sum += Math.abs(h);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /// g + Ht
    private void refresh(double[] t) {
        for (int i = 0; i < n; i++) {
            slope[i] = linear[i] + Vectors.dot(hessian[i], 0, t, 0, n);
        }
    }

    /// Moves each column in turn to its minimum, the global one between its bounds; the gain in all.
    private double sweep(double[] t) {
        double gain = 0;
        for (int i = 0; i < n; i++) {
            double curvature = hessian[i][i];
            double down = low[i] - t[i];
            double up = high[i] - t[i];
            double move;
            if (curvature > SINGULAR * scale) {
                move = Math.clamp(-slope[i] / curvature, down, up);
            } else {
                double best = change(i, down) < change(i, up) ? down : up;
                move = change(i, best) < 0 ? best : 0;
            }
            if (move != 0) {
                gain -= change(i, move);
                t[i] = move == down ? low[i] : move == up ? high[i] : t[i] + move;
                Vectors.add(move, hessian[i], 0, slope, 0, n);
            }
        }
        return gain;
    }

    private double change(int i, double move) {
        return move * (slope[i] + 0.5 * move * hessian[i][i]);
    }

    /// The columns that no bound holds: those inside, and those whose slope points inside.
    private void collectFree(double[] t) {
        freeCount = 0;
        for (int i = 0; i < n; i++) {
            boolean held = (t[i] <= low[i] && slope[i] >= 0) || (t[i] >= high[i] && slope[i] <= 0);
            if (!held) {
                free[freeCount++] = i;
            }
        }
    }

    private boolean isStationary() {
        for (int k = 0; k < freeCount; k++) {
            if (Math.abs(slope[free[k]]) > ROUNDING * scale) {
                return false;
            }
        }
        return true;
    }

    /// H + shift I = LLᵀ over the free columns.
    ///
    /// @return how many columns the factorization reached: that one has no positive pivot
    private int factor(double shift) {
        for (int i = 0; i < freeCount; i++) {
            double[] row = factor[i];
            double[] h = hessian[free[i]];
            for (int j = 0; j < i; j++) {
                row[j] = (h[free[j]] - Vectors.dot(row, 0, factor[j], 0, j)) / factor[j][j];
            }
            double pivot = h[free[i]] + shift - Vectors.dot(row, 0, row, 0, i);
            row[i] = pivot;
            if (!(pivot > SINGULAR * scale)) {
                return i;
            }
            row[i] = Math.sqrt(pivot);
        }
        return freeCount;
    }

    /// Follows d = (−L⁻ᵀ l, 1, 0) with dᵀHd = pivot ≤ 0 to a bound, in the better sense; the gain, 0 for none.
    private double bend(double[] t, int last) {
        double curvature = factor[last][last];
        Arrays.fill(step, 0, freeCount, 0);
        step[last] = 1;
        for (int i = last - 1; i >= 0; i--) {
            double sum = factor[last][i];
            for (int k = i + 1; k < last; k++) {
                sum += factor[k][i] * step[k];
            }
            step[i] = -sum / factor[i][i];
        }
        double along = 0;
        for (int k = 0; k <= last; k++) {
            along += step[k] * slope[free[k]];
        }
        double forth = reach(t, 1);
        double back = -reach(t, -1);
        double a = forth * (along + 0.5 * forth * curvature);
        double b = back * (along + 0.5 * back * curvature);
        double gain = -Math.min(a, b);
        if (!(gain > ROUNDING * scale)) {
            return 0;
        }
        double length = a < b ? forth : back;
        for (int k = 0; k <= last; k++) {
            int i = free[k];
            t[i] = Math.clamp(t[i] + length * step[k], low[i], high[i]);
        }
        refresh(t);
        return gain;
    }

    /// How far the step can be followed before the first bound.
    private double reach(double[] t, int sign) {
        double reach = Double.POSITIVE_INFINITY;
        for (int k = 0; k < freeCount; k++) {
            double s = sign * step[k];
            if (s != 0) {
                double room = s > 0 ? high[free[k]] - t[free[k]] : low[free[k]] - t[free[k]];
                reach = Math.min(reach, room / s);
            }
        }
        return reach;
    }

    /// Adds the least multiple of I of a growing sequence for which H is positive definite over the free columns.
    private void shift() {
        double shift = 1e-8 * scale;
        while (factor(shift) < freeCount) {
            shift *= 10;
        }
    }

    /// A Newton step over the free columns, projected onto the bounds, halved until it descends; the gain, 0 for none.
    private double newton(double[] t) {
        for (int i = 0; i < freeCount; i++) {
            step[i] = (-slope[free[i]] - Vectors.dot(factor[i], 0, step, 0, i)) / factor[i][i];
        }
        for (int i = freeCount - 1; i >= 0; i--) {
            double sum = step[i];
            for (int k = i + 1; k < freeCount; k++) {
                sum -= factor[k][i] * step[k];
            }
            step[i] = sum / factor[i][i];
        }
        double length = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double gain = -tryStep(t, length);
            if (gain > 0) {
                return gain;
            }
            length /= 2;
        }
        return 0;
    }

    /// Takes the projected step if it descends; the change in value.
    private double tryStep(double[] t, double length) {
        double[] moved = new double[n];
        for (int k = 0; k < freeCount; k++) {
            int i = free[k];
            moved[i] = Math.clamp(t[i] + length * step[k], low[i], high[i]) - t[i];
        }
        double change = 0;
        for (int i = 0; i < n; i++) {
            curved[i] = Vectors.dot(hessian[i], 0, moved, 0, n);
            change += moved[i] * (slope[i] + 0.5 * curved[i]);
        }
        if (change < 0) {
            for (int i = 0; i < n; i++) {
                t[i] = Math.clamp(t[i] + moved[i], low[i], high[i]);
                slope[i] += curved[i];
            }
        }
        return change;
    }
}
