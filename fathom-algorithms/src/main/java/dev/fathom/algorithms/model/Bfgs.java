package dev.fathom.algorithms.model;

import dev.fathom.algorithms.linear.Cholesky;
import dev.fathom.algorithms.model.Landscape.Point;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A descent by quasi-Newton steps between bounds; see [QuasiNewton] for its sources.
final class Bfgs {

    private static final double ARMIJO = 1e-4;
    private static final double LONGEST = 3;
    private static final double SHORTEST = 1e-11;
    private static final double ROUNDING = 1e-16;

    private final Landscape land;
    private final int d;
    /// B, the approximation of the Hessian matrix, [d][d].
    private final double[][] hessian;
    /// Curvatures known from a wider scale, [d].
    private final double[] curvatures;

    private Point point;
    private double[] gradient;

    /// @param point where the descent begins, usable
    /// @param curvature of all directions, assumed at first
    /// @param curvatures of the columns as known from a wider scale, by which differences are scaled, [d]
    Bfgs(Landscape land, Point point, double curvature, double[] curvatures) {
        this.land = land;
        this.d = land.d;
        this.point = point;
        this.curvatures = curvatures;
        hessian = new double[d][d];
        for (int j = 0; j < d; j++) {
            hessian[j][j] = curvature;
        }
        gradient = gradient(point, 1);
    }

    /// Length of the gradient.
    double slope() {
        return Math.sqrt(dot(gradient, gradient));
    }

    /// Descends until nothing can be gained: two line searches in turn fail, or a step gains no more than rounding.
    void run() {
        int failures = 0;
        while (failures < 2) {
            Point next = lineSearch();
            if (next == null) {
                failures++;
                forget();
                gradient = gradient(point, failures == 1 ? 0.1 : 1);
            } else {
                failures = 0;
                double gain = point.value() - next.value();
                double[] after = gradient(next, 1);
                learn(next, after);
                point = next;
                gradient = after;
                if (!(gain > 1e3 * ROUNDING * Math.abs(next.value()))) {
                    return;
                }
            }
        }
    }

    /// Forward differences ∂f/∂x_j ≈ (f(x + h e_j) − f(x))/h − h c_j/2, with the step h that balances rounding of f
    /// against the curvature (Gill, Murray, Saunders and Wright, 1983).
    private double[] gradient(Point at, double factor) {
        double[] steps = new double[d];
        double[][] points = new double[d][];
        for (int j = 0; j < d; j++) {
            double curvature = Math.max(hessian[j][j], Math.abs(2 * curvatures[j]));
            double h = 2 * Math.sqrt(ROUNDING * Math.abs(at.value()) / curvature);
            double size = Math.max(1, Math.abs(at.x()[j]));
            steps[j] = factor * Math.clamp(h, 1e-10 * size, 1e-7 * size);
            if (at.x()[j] + steps[j] > land.high[j]) {
                steps[j] = -steps[j];
            }
            points[j] = Landscape.with(at.x(), j, at.x()[j] + steps[j]);
        }
        Point[] found = land.all(points);
        double[] slopes = new double[d];
        for (int j = 0; j < d; j++) {
            double h = found[j].x()[j] - at.x()[j];
            double slope = (found[j].value() - at.value()) / h - h * hessian[j][j] / 2;
            slopes[j] = Double.isFinite(slope) ? slope : 0;
        }
        return slopes;
    }

    /// The first point along the step −B⁻¹∇f that satisfies Armijo's rule; null if there is none. A step that fails is
    /// shortened to the minimum of the parabola through what is known, to between a tenth and a half.
    private @Nullable Point lineSearch() {
        double[] step = step();
        if (!(dot(step, gradient) < 0)) {
            forget();
            step = step();
        }
        double length = 0;
        for (double s : step) {
            length = Math.max(length, Math.abs(s));
        }
        double a = length > LONGEST ? LONGEST / length : 1;
        while (a * length > SHORTEST) {
            double[] x = point.x().clone();
            for (int j = 0; j < d; j++) {
                x[j] += a * step[j];
            }
            Point next = land.at(x);
            double slope = 0;
            for (int j = 0; j < d; j++) {
                slope += gradient[j] * (next.x()[j] - point.x()[j]);
            }
            if (next.isBetterThan(point) && next.value() <= point.value() + ARMIJO * slope) {
                return next;
            }
            double excess = 2 * (next.value() - point.value() - slope);
            double shorter = excess > 0 && Double.isFinite(excess) ? -slope / excess : 0;
            a *= Math.clamp(shorter, 0.1, 0.5);
        }
        return null;
    }

    /// p of B p = −∇f over the columns that are not held at a bound by the gradient (Bertsekas 1982).
    private double[] step() {
        int[] free = free();
        double[][] a = new double[free.length][free.length];
        double[] b = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            b[i] = -gradient[free[i]];
            for (int k = 0; k < free.length; k++) {
                a[i][k] = hessian[free[i]][free[k]];
            }
        }
        double[] p = Cholesky.solve(a, b);
        double[] step = new double[d];
        for (int i = 0; i < free.length; i++) {
            step[free[i]] = p[i];
        }
        return step;
    }

    private int[] free() {
        int[] free = new int[d];
        int count = 0;
        for (int j = 0; j < d; j++) {
            double x = point.x()[j];
            boolean held = gradient[j] > 0 ? x <= land.low[j] : gradient[j] < 0 && x >= land.high[j];
            if (!held) {
                free[count++] = j;
            }
        }
        return Arrays.copyOf(free, count);
    }

    /// Keeps the diagonal of B alone.
    private void forget() {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                hessian[i][j] = i == j ? Math.max(1e-6, Math.abs(hessian[i][i])) : 0;
            }
        }
    }

    /// B ← B + r rᵀ/sᵀr − B s sᵀB/sᵀB s with r = θ y + (1 − θ) B s, where θ keeps B positive definite (Powell 1978,
    /// (5.8) to (5.10)).
    private void learn(Point next, double[] after) {
        double[] s = new double[d];
        double[] y = new double[d];
        for (int j = 0; j < d; j++) {
            s[j] = next.x()[j] - point.x()[j];
            y[j] = after[j] - gradient[j];
        }
        double[] bs = new double[d];
        for (int i = 0; i < d; i++) {
            bs[i] = dot(hessian[i], s);
        }
        double sbs = dot(s, bs);
        double sy = dot(s, y);
        double theta = sy >= 0.2 * sbs ? 1 : 0.8 * sbs / (sbs - sy);
        double[] r = new double[d];
        for (int i = 0; i < d; i++) {
            r[i] = theta * y[i] + (1 - theta) * bs[i];
        }
        double sr = dot(s, r);
        if (!(sr > 0) || !(sbs > 0)) {
            return;
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                hessian[i][j] += r[i] * r[j] / sr - bs[i] * bs[j] / sbs;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
