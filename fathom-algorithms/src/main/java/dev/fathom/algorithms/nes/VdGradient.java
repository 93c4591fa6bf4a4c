package dev.fathom.algorithms.nes;

import static dev.fathom.algorithms.linear.Vectors.dot;

import dev.fathom.algorithms.linear.Vectors;
import java.util.Arrays;

/// Natural gradient of the log density of N(0, D(I + v vᵀ)D) with respect to v and D, linear in the rows: the vectors p
/// and q of rows are summed, then multiplied by the inverse of a Fisher matrix.
///
/// Akimoto, Auger and Hansen, "Comparison-based natural gradient optimization in high dimension" (GECCO 2014), theorem
/// 3.6: the Fisher matrix is the exact one for α = 1; α is smaller where that would be nearly singular.
final class VdGradient {

    private final int d;
    private final double[] unit;
    private final double[] p;
    private final double[] q;
    private final double[] alongV;
    private final double[] relativeD;
    private double length;

    VdGradient(int d) {
        this.d = d;
        unit = new double[d];
        p = new double[d];
        q = new double[d];
        alongV = new double[d];
        relativeD = new double[d];
    }

    /// Begins at another v.
    void at(double[] v) {
        length = Vectors.norm(v);
        for (int j = 0; j < d; j++) {
            unit[j] = v[j] / length;
        }
        Arrays.fill(p, 0);
        Arrays.fill(q, 0);
    }

    /// Adds a row.
    ///
    /// @param y D⁻¹(x − m)/σ at `from`
    void add(double weight, double[] y, int from) {
        double square = length * length;
        double part = dot(y, from, unit, 0, d);
        for (int j = 0; j < d; j++) {
            double value = y[from + j];
            p[j] += weight * (value * value - square / (1 + square) * part * value * unit[j] - 1);
            q[j] += weight * (part * value - (part * part + 1 + square) / 2 * unit[j]);
        }
    }

    /// Multiplies the sums by the inverse of the Fisher matrix.
    void solve() {
        double square = length * length;
        double widest = Vectors.largest(unit);
        double top = (2 - 1 / Math.sqrt(1 + square)) / (widest * widest);
        double alpha = Math.min(1, Math.sqrt(square * square + (1 + square) * top) / (2 + square));
        double b = 2 * alpha * alpha - (1 - alpha * alpha) * square * square / (1 + square);
        double[] s = inverse(alpha, b);
        double weighted = 0;
        for (int j = 0; j < d; j++) {
            weighted += s[j] * unit[j] * unit[j];
        }
        for (int j = 0; j < d; j++) { // ∇_v = q/‖v‖ − α/‖v‖ ((2 + ‖v‖²)(v̄ ∘ s) − (sᵀv̄²) v̄)
            alongV[j] = (q[j] - alpha * ((2 + square) * unit[j] * s[j] - weighted * unit[j])) / length;
        }
    }

    /// s = A⁻¹r − b (rᵀA⁻¹v̄²)/(1 + b v̄²ᵀA⁻¹v̄²) A⁻¹v̄² with A = 2 − (b + 2α²) v̄² and
    /// r = p − α/(1 + ‖v‖²) ((2 + ‖v‖²)(v̄ ∘ q) − ‖v‖²(v̄ᵀq) v̄²)
    private double[] inverse(double alpha, double b) {
        double square = length * length;
        double across = dot(unit, 0, q, 0, d);
        double rows = 0;
        double norm = 0;
        for (int j = 0; j < d; j++) {
            double v2 = unit[j] * unit[j];
            double a = 2 - (b + 2 * alpha * alpha) * v2;
            double r = p[j] - alpha / (1 + square) * ((2 + square) * unit[j] * q[j] - square * across * v2);
            relativeD[j] = r / a;
            rows += r * v2 / a;
            norm += v2 * v2 / a;
        }
        for (int j = 0; j < d; j++) {
            double v2 = unit[j] * unit[j];
            relativeD[j] -= b * rows / (1 + b * norm) * v2 / (2 - (b + 2 * alpha * alpha) * v2);
        }
        return relativeD;
    }

    /// ∇_v `[d]`.
    double[] ofV() {
        return alongV;
    }

    /// D⁻¹∇_D `[d]`.
    double[] ofD() {
        return relativeD;
    }
}
