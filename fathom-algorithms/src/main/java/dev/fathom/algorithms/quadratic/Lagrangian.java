package dev.fathom.algorithms.quadratic;

import dev.fathom.algorithms.linear.Vectors;
import java.util.Arrays;
import java.util.function.Consumer;

/// Minimization of a quadratic subject to quadratics ≤ 0 between −1 and 1, by the augmented Lagrangian
/// `w f + Σ_j (max(0, λ_j + ρ_j c_j)² − λ_j²)/(2ρ_j)` (Nocedal and Wright, "Numerical Optimization", 2006, section
/// 17.3),
/// each minimized by Newton steps in a box as trust region, with [BoundedQuadratic] for its quadratic models.
final class Lagrangian {

    private static final int OUTER = 25;
    private static final int INNER = 40;
    private static final double TOLERANCE = 1e-11;
    /// Changes of this part of the value do not show in it: such steps are taken unseen, and are the last.
    private static final double ROUNDING = 1e-13;

    private static final double FIRST_PENALTY = 10;
    private static final double LARGEST_PENALTY = 1e9;

    private final int n;
    private final Form[] forms;
    /// What constraints are moved inward by, so that what converges to their border satisfies them.
    private final double margin;

    private final BoundedQuadratic model;
    private final double[] lambda;
    private final double[] rho;
    private final double[] gradient;
    private double weight = 1;

    /// @param forms the objective, then the constraints, dense
    Lagrangian(Form[] forms, double margin) {
        this.forms = forms;
        this.margin = margin;
        n = forms[0].slope().length;
        model = new BoundedQuadratic(n);
        lambda = new double[forms.length];
        rho = new double[forms.length];
        gradient = new double[n];
    }

    /// Descends from t and shows each point at which multipliers change.
    void minimize(double[] t, double[] low, double[] high, Consumer<double[]> seen) {
        weight = 1;
        Arrays.fill(lambda, 0);
        Arrays.fill(rho, FIRST_PENALTY);
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < OUTER; i++) {
            descend(t, low, high);
            seen.accept(t);
            double off = advance(t);
            if (off < TOLERANCE) {
                return;
            }
            if (off > 0.25 * before) {
                for (int j = 1; j < rho.length; j++) {
                    rho[j] = Math.min(LARGEST_PENALTY, 10 * rho[j]);
                }
            }
            before = off;
        }
    }

    /// Descends from t in Σ_j v_j max(0, c_j)² alone.
    ///
    /// @param v weights, [m], the first of no meaning
    void restore(double[] t, double[] low, double[] high, double[] v) {
        weight = 0;
        Arrays.fill(lambda, 0);
        System.arraycopy(v, 0, rho, 0, rho.length);
        descend(t, low, high);
    }

    /// λ_j ← max(0, λ_j + ρ_j c_j); the largest |max(c_j, −λ_j/ρ_j)| before.
    private double advance(double[] t) {
        double off = 0;
        for (int j = 1; j < forms.length; j++) {
            double c = constraint(j, t);
            off = Math.max(off, Math.abs(Math.max(c, -lambda[j] / rho[j])));
            lambda[j] = Math.max(0, lambda[j] + rho[j] * c);
        }
        return off;
    }

    private double constraint(int j, double[] t) {
        return forms[j].value(t) + margin;
    }

    private double value(double[] t) {
        double sum = weight == 0 ? 0 : weight * forms[0].value(t);
        for (int j = 1; j < forms.length; j++) {
            double force = Math.max(0, lambda[j] + rho[j] * constraint(j, t));
            sum += (force * force - lambda[j] * lambda[j]) / (2 * rho[j]);
        }
        return sum;
    }

    private void descend(double[] t, double[] low, double[] high) {
        double radius = 1;
        double value = value(t);
        for (int i = 0; i < INNER; i++) {
            expand(t);
            for (int k = 0; k < n; k++) {
                model.low[k] = Math.max(low[k] - t[k], -radius);
                model.high[k] = Math.min(high[k] - t[k], radius);
            }
            double[] s = new double[n];
            model.minimize(s);
            double promised = -model.value(s);
            double[] next = new double[n];
            for (int k = 0; k < n; k++) {
                next[k] = Math.clamp(t[k] + s[k], low[k], high[k]);
            }
            if (!(promised > ROUNDING * (1 + Math.abs(value)))) {
                System.arraycopy(next, 0, t, 0, n);
                return;
            }
            double there = value(next);
            double ratio = (value - there) / promised;
            double length = Vectors.largest(s);
            if (ratio > 0.1) {
                System.arraycopy(next, 0, t, 0, n);
                value = there;
            }
            if (ratio < 0.25) {
                radius = 0.25 * length;
            } else if (ratio > 0.75 && length > 0.9 * radius) {
                radius = Math.min(2, 2 * radius);
            }
        }
    }

    /// Gradient and Hessian matrix of the Lagrangian at t.
    private void expand(double[] t) {
        Arrays.fill(model.linear, 0);
        for (double[] row : model.hessian) {
            Arrays.fill(row, 0);
        }
        for (int j = 0; j < forms.length; j++) {
            double force = j == 0 ? weight : Math.max(0, lambda[j] + rho[j] * constraint(j, t));
            if (force > 0) {
                forms[j].gradient(t, gradient);
                Vectors.add(force, gradient, 0, model.linear, 0, n);
                for (int k = 0; k < n; k++) {
                    Vectors.add(force, forms[j].hessian()[k], 0, model.hessian[k], 0, n);
                    if (j > 0) {
                        Vectors.add(rho[j] * gradient[k], gradient, 0, model.hessian[k], 0, n);
                    }
                }
            }
        }
    }
}
