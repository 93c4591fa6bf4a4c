package dev.fathom.problems.multiobjective;

import java.util.function.DoubleUnaryOperator;

/// The shapes of the fronts of the walking fish group's problems: from m - 1 numbers x in [0, 1] to m numbers h in
/// [0, 1], numbered from 1 in the paper.
///
/// Source: Huband, Hingston, Barone and While, IEEE TEC 10 (2006), table X.
final class WfgShapes {

    private WfgShapes() {}

    /// hⱼ = Π_{i≤m-j} xᵢ (1 - x_{m-j+1}).
    static double[] linear(double[] x) {
        return products(x, u -> u, u -> 1 - u);
    }

    /// hⱼ = Π_{i≤m-j} (1 - cos ½πxᵢ) (1 - sin ½πx_{m-j+1}).
    static double[] convex(double[] x) {
        return products(x, WfgShapes::rise, u -> 1 - StrictMath.sin(u * Math.PI / 2));
    }

    /// hⱼ = Π_{i≤m-j} sin ½πxᵢ cos ½πx_{m-j+1}.
    static double[] concave(double[] x) {
        return products(x, u -> StrictMath.sin(u * Math.PI / 2), u -> StrictMath.cos(u * Math.PI / 2));
    }

    /// Convex, but with a last number that falls in waves: h_m = 1 - x₁ - cos(10πx₁ + ½π) / 10π.
    static double[] mixed(double[] x) {
        double[] h = convex(x);
        double waves = 10 * Math.PI;
        h[h.length - 1] = 1 - x[0] - StrictMath.cos(waves * x[0] + Math.PI / 2) / waves;
        return h;
    }

    /// Convex, but with a last number that goes up and down: h_m = 1 - x₁ cos² 5πx₁.
    static double[] disconnected(double[] x) {
        double[] h = convex(x);
        h[h.length - 1] = 1 - comb(x[0]);
        return h;
    }

    /// x cos² 5πx; the front is where it is a record.
    static double comb(double x) {
        double cosine = StrictMath.cos(5 * Math.PI * x);
        return x * cosine * cosine;
    }

    /// 1 - cos ½πu, by which all but the last number of the convex shapes grow with u = x₁.
    static double rise(double u) {
        return 1 - StrictMath.cos(u * Math.PI / 2);
    }

    private static double[] products(double[] x, DoubleUnaryOperator inner, DoubleUnaryOperator last) {
        int m = x.length + 1;
        double[] h = new double[m];
        double product = 1;
        for (int j = m - 1; j > 0; j--) {
            h[j] = product * last.applyAsDouble(x[m - 1 - j]);
            product *= inner.applyAsDouble(x[m - 1 - j]);
        }
        h[0] = product;
        return h;
    }
}
