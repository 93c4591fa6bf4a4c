package dev.fathom.problems.bbob;

import java.util.function.ToDoubleFunction;

/// A function of the mixed-integer suite: one of the 24 functions on a grid. Safe to evaluate from several threads at
/// once.
///
/// The variables come in five groups of equal size: whole numbers 0 … n - 1 with n = 2, 4, 8 and 16, then real numbers.
/// The whole number k stands for a place on an even grid in (-4, 4); the grid is moved so that the optimum of the inner
/// function lies on it. Other numbers are rounded to the next whole number in range, so it can be evaluated everywhere.
///
/// Source: Tušar, Brockhoff and Hansen, "Mixed-Integer Benchmark Problems for Single- and Bi-Objective Optimization",
/// 2019.
public final class MixedFunction implements ToDoubleFunction<double[]> {

    private static final int[] VALUES = {2, 4, 8, 16};
    private static final int GROUPS = VALUES.length + 1;
    private static final int LARGE = 80;
    private static final double[] FACTORS = {
        1, 1e-3, 0.1, 0.1, 1, 0.01, 1, 0.01, 0.01, 1e-3, 0.01, 1e-4, 0.1, 1, 0.1, 1, 10, 1, 10, 0.1, 1, 1, 10, 0.1
    };

    private final BbobFunction inner;
    private final double factor;
    private final double[] optimum;

    /// For each whole variable the inner coordinates of its values.
    private final double[][] places;

    private MixedFunction(BbobFunction inner, double factor) {
        this.inner = inner;
        this.factor = factor;
        optimum = inner.optimum();
        int d = optimum.length;
        places = new double[d / GROUPS * VALUES.length][];
        for (int i = 0; i < places.length; i++) {
            Grid grid = new Grid(values(i, d));
            places[i] = grid.through(optimum[i]);
            optimum[i] = grid.nearest(optimum[i]);
        }
    }

    /// Makes a function.
    ///
    /// @param function its number, 1 to 24
    /// @param instance which of its instances, at least 1
    /// @param d dimension, a multiple of 5; from 80 on the inner functions are those of [Suite#LARGESCALE]
    /// @throws IllegalArgumentException if there is no function of that number or d is not a positive multiple of 5
    public static MixedFunction of(int function, int instance, int d) {
        if (d <= 0 || d % GROUPS != 0) {
            throw new IllegalArgumentException("the number of variables is " + d + ", but must be a multiple of "
                    + GROUPS + ", because there are as many of each kind. Maybe take "
                    + GROUPS * Math.max(1, Math.ceilDiv(d, GROUPS)) + ".");
        }
        Suite suite = d < LARGE ? Suite.BBOB : Suite.LARGESCALE;
        return new MixedFunction(suite.function(function, instance, d), FACTORS[function - 1]);
    }

    /// How many values variable i, from 0, has; 0 for a real number.
    ///
    /// @param d dimension, a multiple of 5
    public static int values(int i, int d) {
        int group = i / (d / GROUPS);
        return group < VALUES.length ? VALUES[group] : 0;
    }

    /// x_opt, a global minimizer, [d].
    public double[] optimum() {
        return optimum.clone();
    }

    /// The value at the optimum up to rounding.
    public double minimum() {
        return factor * inner.minimum();
    }

    /// The value at x [d].
    @Override
    public double applyAsDouble(double[] x) {
        double[] place = x.clone();
        for (int i = 0; i < places.length; i++) {
            place[i] = places[i][Grid.limited(x[i], places[i].length)];
        }
        return factor * inner.applyAsDouble(place);
    }

    /// n places between -4 and 4, as far from each other as from the ends.
    private record Grid(int n) {

        double at(int k) {
            return low() - 2 * low() * k / (n - 1);
        }

        private double low() {
            return -4 + 8.0 / (n + 1);
        }

        /// The number of the place nearest to v.
        int nearest(double v) {
            return limited((n - 1) * (v - low()) / (-2 * low()) + 1e-7, n);
        }

        /// All places, moved so that the one nearest to v is v.
        double[] through(double v) {
            double offset = at(nearest(v)) - v;
            double[] places = new double[n];
            for (int k = 0; k < n; k++) {
                places[k] = at(k) - offset;
            }
            return places;
        }

        /// v rounded to one of 0 … n - 1.
        static int limited(double v, int n) {
            return (int) Math.clamp(Transformations.round(v), 0, n - 1);
        }
    }
}
