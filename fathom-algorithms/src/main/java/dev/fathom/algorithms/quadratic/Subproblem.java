package dev.fathom.algorithms.quadratic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Minimizes the first model between bounds, where the others are at most 0.
///
/// Without constraints the result is exact for convex models and a local minimum otherwise, the best of those reached
/// from the middle of the box and from the given starts. With constraints it is a local minimum by an augmented
/// Lagrangian from the best start. Everything happens in coordinates in which the box is `[−1, 1]`.
public final class Subproblem {

    /// Part of their size by which constraints are kept.
    private static final double MARGIN = 1e-9;

    private final Models models;
    private final double[] low;
    private final double[] high;
    private final int v;
    private final double[] middle;
    private final double[] half;
    /// −1 and 1; both 0 where the box has no extent, [v].
    private final double[] lower;

    private final double[] upper;
    private final Form[] forms;
    private final double[] sizes;

    private double @Nullable [] feasible;
    private double lowest = Double.POSITIVE_INFINITY;
    private double @Nullable [] nearest;
    private double least = Double.POSITIVE_INFINITY;
    /// The first minimum of the augmented Lagrangian, a compromise between objective and violation.
    private double @Nullable [] compromise;

    private Subproblem(Models models, double[] low, double[] high) {
        this.models = models;
        this.low = low;
        this.high = high;
        Scaling scaling = models.scaling;
        v = scaling.columns.length;
        double[] from = scaling.inward(low);
        double[] to = scaling.inward(high);
        middle = new double[v];
        half = new double[v];
        lower = new double[v];
        upper = new double[v];
        for (int i = 0; i < v; i++) {
            middle[i] = from[i] + 0.5 * (to[i] - from[i]);
            half[i] = 0.5 * (to[i] - from[i]);
            upper[i] = half[i] > 0 ? 1 : 0;
            lower[i] = -upper[i];
        }
        forms = new Form[models.forms.length];
        sizes = new double[forms.length];
        for (int i = 0; i < forms.length; i++) {
            Form form = models.forms[i].within(middle, half);
            double size = form.size();
            sizes[i] = size > 0 ? size : 1;
            forms[i] = form.times(1 / sizes[i]);
        }
    }

    /// Solves one problem.
    ///
    /// @param models the objective, then the constraints
    /// @param low `[n]`, finite
    /// @param high `[n]`, finite, not below `low`
    /// @param starts `x [s][n]`, brought into the box; may be empty
    /// @throws IllegalArgumentException if a bound is not finite or `low` exceeds `high`
    public static Solution solve(Models models, double[] low, double[] high, double[][] starts) {
        for (int i = 0; i < low.length; i++) {
            if (!(low[i] <= high[i]) || !Double.isFinite(high[i] - low[i])) {
                throw new IllegalArgumentException("models cannot be minimized between " + low[i] + " and " + high[i]
                        + " in column " + i + ". Maybe the bounds are exchanged, or infinite?");
            }
        }
        Subproblem problem = new Subproblem(models, low, high);
        List<double[]> inside = new ArrayList<>();
        inside.add(new double[problem.v]);
        for (double[] start : starts) {
            inside.add(problem.inward(start));
        }
        return models.outputs() == 1 ? problem.bounded(inside) : problem.constrained(inside);
    }

    private double[] inward(double[] x) {
        double[] t = models.scaling.inward(x);
        for (int i = 0; i < v; i++) {
            t[i] = upper[i] == 0 ? 0 : Math.clamp((t[i] - middle[i]) / half[i], lower[i], upper[i]);
        }
        return t;
    }

    private double[] outward(double[] t) {
        Scaling scaling = models.scaling;
        double[] x = scaling.centre.clone();
        for (int i = 0; i < v; i++) {
            int j = scaling.columns[i];
            double there = x[j] + scaling.size[i] * (middle[i] + half[i] * t[i]);
            x[j] = t[i] <= -1 ? low[j] : t[i] >= 1 ? high[j] : there;
        }
        for (int j = 0; j < x.length; j++) {
            x[j] = Math.clamp(x[j], low[j], high[j]);
        }
        return x;
    }

    private Solution bounded(List<double[]> starts) {
        return new Solution(outward(descend(starts)), null);
    }

    /// The lowest of the minima of the objective between the bounds that are reached from the starts.
    private double[] descend(List<double[]> starts) {
        Form objective = forms[0];
        if (objective.isDiagonal()) {
            return separately(objective);
        }
        BoundedQuadratic quadratic = new BoundedQuadratic(v);
        for (int i = 0; i < v; i++) {
            System.arraycopy(objective.hessian()[i], 0, quadratic.hessian[i], 0, v);
            quadratic.linear[i] = objective.slope()[i];
            quadratic.low[i] = lower[i];
            quadratic.high[i] = upper[i];
        }
        double[] best = starts.getFirst();
        double value = Double.POSITIVE_INFINITY;
        for (double[] start : starts) {
            double[] t = start.clone();
            quadratic.minimize(t);
            double there = quadratic.value(t);
            if (there < value) {
                value = there;
                best = t;
            }
        }
        return best;
    }

    /// The global minimum of a function with diagonal Hessian matrix.
    private double[] separately(Form form) {
        double[] t = new double[v];
        for (int i = 0; i < v; i++) {
            double g = form.slope()[i];
            double h = form.hessian()[0][i];
            double end = g > 0 ? lower[i] : upper[i];
            t[i] = h > 0 ? Math.clamp(-g / h, lower[i], upper[i]) : end;
        }
        return t;
    }

    private Solution constrained(List<double[]> starts) {
        double[] lowestInBox = descend(starts);
        see(lowestInBox);
        if (feasible != null) {
            return new Solution(feasible, null);
        }
        compromise = null;
        double[] best = best(starts);
        Form[] dense = new Form[forms.length];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = forms[i].dense();
        }
        Lagrangian lagrangian = new Lagrangian(dense, MARGIN);
        lagrangian.minimize(lowestInBox, lower, upper, this::see);
        lagrangian.minimize(best.clone(), lower, upper, this::see);
        if (feasible == null) {
            restore(lagrangian, best);
        }
        return new Solution(feasible, feasible == null ? nearest : compromise);
    }

    /// The start of least violation, then of lowest objective.
    private double[] best(List<double[]> starts) {
        double[] best = starts.getFirst();
        double[] outputs = new double[forms.length];
        double violation = Double.POSITIVE_INFINITY;
        double value = Double.POSITIVE_INFINITY;
        for (double[] start : starts) {
            models.predict(outward(start), outputs);
            double h = violation(outputs);
            if (h < violation || (h == violation && outputs[0] < value)) {
                best = start;
                violation = h;
                value = outputs[0];
            }
        }
        return best;
    }

    /// Looks for the least violation, and goes on from there if it is none.
    private void restore(Lagrangian lagrangian, double[] start) {
        double[] weights = new double[sizes.length];
        double largest = 0;
        for (int j = 1; j < sizes.length; j++) {
            largest = Math.max(largest, sizes[j]);
        }
        for (int j = 1; j < sizes.length; j++) {
            weights[j] = sizes[j] / largest * (sizes[j] / largest);
        }
        double[] t = nearest == null ? start.clone() : inward(nearest);
        lagrangian.restore(t, lower, upper, weights);
        see(t);
        if (feasible != null) {
            lagrangian.minimize(t, lower, upper, this::see);
        }
    }

    /// Keeps a point if it is better than those seen.
    private void see(double[] t) {
        double[] x = outward(t);
        double[] outputs = new double[forms.length];
        models.predict(x, outputs);
        double h = violation(outputs);
        if (h == 0 && outputs[0] < lowest) {
            lowest = outputs[0];
            feasible = x;
        } else if (h > 0) {
            compromise = compromise == null ? x : compromise;
            if (h < least) {
                least = h;
                nearest = x;
            }
        }
    }

    private static double violation(double[] outputs) {
        double sum = 0;
        for (int j = 1; j < outputs.length; j++) {
            double over = Math.max(0, outputs[j]);
            sum += over * over;
        }
        return sum;
    }
}
