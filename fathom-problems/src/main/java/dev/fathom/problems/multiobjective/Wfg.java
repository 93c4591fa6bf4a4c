package dev.fathom.problems.multiobjective;

import static dev.fathom.problems.multiobjective.Tradeoff.filled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/// The problems of the walking fish group: any number m of objectives; k position variables, which say where on the
/// front, and l distance variables, which say how far from it. Variable i = 1 … k + l is in [0, 2i]; objective j is
/// scaled by 2j.
///
/// Source: Huband, Hingston, Barone and While, "A Review of Multiobjective Test Problems and a Scalable Test Problem
/// Toolkit", IEEE TEC 10 (2006), section VIII and table XIV.
public final class Wfg {

    private static final double BEST = 0.35;

    private final int number;
    private final int m;
    private final int k;

    private Wfg(int number, int m, int k) {
        this.number = number;
        this.m = m;
        this.k = k;
    }

    /// Problem 1 to 9. Problem 1 takes the 0.02th power of distances: one of 1e-14 counts as 0.52. The front of problem
    /// 3 is known for two objectives only: with more it is not only the line that it was meant to be (Ishibuchi, Masuda
    /// and Nojima, "Pareto Fronts of Many-Objective Degenerate Test Problems", IEEE TEC 20, 2016); then there are no
    /// points, and the nadir is a bound.
    ///
    /// @param m number of objectives, at least 2
    /// @param k number of position variables, a multiple of m - 1
    /// @param l number of distance variables, at least 1; even for problems 2 and 3
    /// @throws IllegalArgumentException if k or l is none of these
    public static Tradeoff problem(int number, int m, int k, int l) {
        if (k < 1 || k % (m - 1) != 0) {
            throw new IllegalArgumentException("k is " + k + ", but must be a positive multiple of m - 1 = " + (m - 1)
                    + ". Maybe " + 2 * (m - 1) + "?");
        }
        if (l < 1 || (l % 2 != 0 && (number == 2 || number == 3))) {
            throw new IllegalArgumentException("l is " + l + ", but wfg" + number
                    + " mixes its distance variables in pairs. Maybe " + Math.max(2, l + 1) + "?");
        }
        double[] high = new double[k + l];
        Arrays.setAll(high, i -> 2 * (i + 1.0));
        Wfg wfg = new Wfg(number, m, k);
        return new Tradeoff(new double[k + l], high, wfg::losses, new double[m], wfg.nadir(), wfg::front);
    }

    private double[] nadir() {
        double[] nadir = new double[m];
        Arrays.setAll(nadir, j -> 2 * (j + 1.0) + (number == 3 && m > 2 ? 1 : 0));
        return nadir;
    }

    /// fⱼ = x_m + 2j hⱼ(x₁ …), where xᵢ = max(t_m, Aᵢ) (tᵢ - ½) + ½; all Aᵢ are 1, but for problem 3, where only A₁ is.
    private double[] losses(double[] z) {
        double[] t = steps(z);
        double distance = t[m - 1];
        double[] x = new double[m - 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = number == 3 && i > 0 ? distance * (t[i] - 0.5) + 0.5 : t[i];
        }
        double[] f = shape(x);
        for (int j = 0; j < m; j++) {
            f[j] = distance + 2 * (j + 1.0) * f[j];
        }
        return f;
    }

    private double[] shape(double[] x) {
        return switch (number) {
            case 1 -> WfgShapes.mixed(x);
            case 2 -> WfgShapes.disconnected(x);
            case 3 -> WfgShapes.linear(x);
            default -> WfgShapes.concave(x);
        };
    }

    private double[] steps(double[] z) {
        double[] y = new double[z.length];
        Arrays.setAll(y, i -> z[i] / (2 * (i + 1.0)));
        return switch (number) {
            case 1 -> first(y);
            case 2, 3 -> second(y);
            case 4 -> means(each(y, 0, y.length, u -> WfgSteps.multimodal(u, 30, 10, BEST)), false);
            case 5 -> means(each(y, 0, y.length, u -> WfgSteps.deceptive(u, BEST, 0.001, 0.05)), false);
            case 6 -> mixtures(linear(y));
            case 7 -> means(linear(later(y, k)), false);
            case 8 -> means(linear(earlier(y)), false);
            case 9 -> ninth(y);
            default ->
                throw new IllegalArgumentException("there are problems 1 to 9, but not " + number + ". Maybe 4?");
        };
    }

    private double[] first(double[] y) {
        double[] flat = each(linear(y), k, y.length, u -> WfgSteps.flat(u, 0.8, 0.75, 0.85));
        return means(each(flat, 0, y.length, u -> WfgSteps.polynomial(u, 0.02)), true);
    }

    /// Pairs of distance variables are mixed.
    private double[] second(double[] y) {
        double[] shifted = linear(y);
        int pairs = (y.length - k) / 2;
        double[] t = Arrays.copyOf(shifted, k + pairs);
        for (int i = 0; i < pairs; i++) {
            t[k + i] = WfgSteps.mixed(shifted, k + 2 * i, k + 2 * i + 2, 2);
        }
        return means(t, false);
    }

    private double[] ninth(double[] y) {
        double[] dependent = later(y, y.length - 1);
        double[] deceptive = each(dependent, 0, k, u -> WfgSteps.deceptive(u, BEST, 0.001, 0.05));
        return mixtures(each(deceptive, k, y.length, u -> WfgSteps.multimodal(u, 30, 95, BEST)));
    }

    private double[] linear(double[] y) {
        return each(y, k, y.length, u -> WfgSteps.linear(u, BEST));
    }

    /// Numbers 0 … count - 1 depend on the mean of all behind them.
    private static double[] later(double[] y, int count) {
        double[] t = y.clone();
        for (int i = 0; i < count; i++) {
            t[i] = dependent(y[i], WfgSteps.mean(y, i + 1, y.length, false));
        }
        return t;
    }

    /// Distance variables depend on the mean of all before them.
    private double[] earlier(double[] y) {
        double[] t = y.clone();
        for (int i = k; i < y.length; i++) {
            t[i] = dependent(y[i], WfgSteps.mean(y, 0, i, false));
        }
        return t;
    }

    private static double dependent(double y, double u) {
        return WfgSteps.dependent(y, u, 0.98 / 49.98, 0.02, 50);
    }

    private static double[] each(double[] y, int from, int to, DoubleUnaryOperator step) {
        double[] t = y.clone();
        for (int i = from; i < to; i++) {
            t[i] = step.applyAsDouble(y[i]);
        }
        return t;
    }

    /// Each m - 1st part of the position variables, and all distance variables, become one number by their mean.
    private double[] means(double[] y, boolean weighed) {
        return reduced(y, (from, to) -> WfgSteps.mean(y, from, to, weighed));
    }

    /// The same by mixing.
    private double[] mixtures(double[] y) {
        return reduced(y, (from, to) -> WfgSteps.mixed(y, from, to, to - from));
    }

    private double[] reduced(double[] y, Reduction reduction) {
        int part = k / (m - 1);
        double[] t = new double[m];
        for (int i = 0; i < m - 1; i++) {
            t[i] = reduction.of(i * part, (i + 1) * part);
        }
        t[m - 1] = reduction.of(k, y.length);
        return t;
    }

    private interface Reduction {
        double of(int from, int to);
    }

    private double[][] front(int n) {
        return switch (number) {
            case 1 -> convex(n, List.of(new double[] {0, 1}), WfgShapes::mixed);
            case 2 -> convex(n, Records.of(WfgShapes::comb), WfgShapes::disconnected);
            case 3 -> m > 2 ? new double[0][] : scaled(Spread.simplex(n, m));
            default -> scaled(Dtlz.normalized(Spread.simplex(n, m)));
        };
    }

    /// Points at x₁ along the pieces, and all other x on a grid.
    private double[][] convex(int n, List<double[]> pieces, UnaryOperator<double[]> shape) {
        int side = Math.max(m == 2 ? 1 : 2, Spread.side(n, m - 1));
        double[] first = Spread.along(side, pieces, u -> {
            double[] h = shape.apply(filled(m - 1, u));
            return new double[] {2 * (m - 1) * WfgShapes.rise(u), 2 * m * h[m - 1]};
        });
        double[] other = new double[side];
        Arrays.setAll(other, i -> i / (side - 1.0));
        List<double[]> axes = new ArrayList<>(Collections.nCopies(m - 1, other));
        axes.set(0, first);
        List<double[]> shapes = Spread.grid(axes).stream().map(shape).toList();
        return scaled(Spread.distinct(shapes));
    }

    private static double[][] scaled(double[][] points) {
        for (double[] point : points) {
            for (int j = 0; j < point.length; j++) {
                point[j] *= 2 * (j + 1.0);
            }
        }
        return points;
    }
}
