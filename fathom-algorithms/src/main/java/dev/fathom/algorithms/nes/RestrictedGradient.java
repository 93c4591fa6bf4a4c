package dev.fathom.algorithms.nes;

import dev.fathom.algorithms.linear.Vectors;

/// Approximate natural gradient of ln N(0, D(I + vvᵀ)D) with respect to v and D in O(d): Akimoto, Auger and Hansen,
/// "Comparison-based natural gradient optimization in high dimension" (GECCO 2014), theorem 3.6 and algorithm 1.
final class RestrictedGradient {

    private final int d;
    /// v̄ = v/‖v‖.
    private final double[] axis;
    /// ‖v‖².
    private final double length;
    /// γ = 1 + ‖v‖².
    private final double gamma;
    private final double alpha;
    private final double b;
    /// H⁻¹.
    private final double[] inverse;
    /// v̄²ᵀ H⁻¹ v̄².
    private final double form;
    private final double[] s;
    private final double[] t;

    /// @param v `[d]`, not 0
    RestrictedGradient(double[] v) {
        d = v.length;
        length = Vectors.dot(v, 0, v, 0, d);
        axis = v.clone();
        Vectors.scale(axis, 1 / Math.sqrt(length));
        gamma = 1 + length;
        double largest = Vectors.largest(axis);
        double bound = Math.sqrt(length * length + (2 * gamma - Math.sqrt(gamma)) / (largest * largest)) / (2 + length);
        alpha = Math.min(1, bound);
        b = -(1 - alpha * alpha) * length * length / gamma + 2 * alpha * alpha;
        inverse = new double[d];
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double square = axis[j] * axis[j];
            inverse[j] = 1 / (2 - (b + 2 * alpha * alpha) * square);
            sum += square * inverse[j] * square;
        }
        form = sum;
        s = new double[d];
        t = new double[d];
    }

    /// Adds a row's gradient.
    ///
    /// @param weight its weight
    /// @param y row `y ~ N(0, I + vvᵀ)` from place `from`
    /// @param sumS relative change of D `[d]`
    /// @param sumT change of v, times ‖v‖ `[d]`
    void add(double weight, double[] y, int from, double[] sumS, double[] sumT) {
        double along = Vectors.dot(axis, 0, y, from, d);
        for (int j = 0; j < d; j++) {
            t[j] = along * y[from + j] - axis[j] * (along * along + gamma) / 2;
        }
        double inner = Vectors.dot(axis, 0, t, 0, d);
        double product = 0;
        for (int j = 0; j < d; j++) {
            double yj = y[from + j];
            double vj = axis[j];
            double first = yj * yj - length / gamma * along * yj * vj - 1;
            s[j] = first - alpha / gamma * ((2 + length) * t[j] * vj - length * vj * vj * inner);
            product += inverse[j] * vj * vj * s[j];
        }
        double pull = b / (1 + b * form) * product;
        double across = 0;
        for (int j = 0; j < d; j++) {
            s[j] = inverse[j] * (s[j] - pull * axis[j] * axis[j]); // (H + b v̄²v̄²ᵀ)⁻¹
            across += axis[j] * axis[j] * s[j];
        }
        for (int j = 0; j < d; j++) {
            sumS[j] += weight * s[j];
            sumT[j] += weight * (t[j] - alpha * ((2 + length) * s[j] * axis[j] - axis[j] * across));
        }
    }
}
