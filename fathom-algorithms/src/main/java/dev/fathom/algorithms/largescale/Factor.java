package dev.fathom.algorithms.largescale;

import static dev.fathom.algorithms.linear.Vectors.add;
import static dev.fathom.algorithms.linear.Vectors.dot;

/// A Cholesky factor A of a covariance matrix that is known by direction vectors only: A_0 = I and
/// A_{i+1} = a A_i + b_i p_i v_iᵀ with v_i = A_i⁻¹p_i, so that A_{i+1}A_{i+1}ᵀ = (1 − c_1) A_iA_iᵀ + c_1 p_i p_iᵀ.
///
/// Loshchilov (2014), equations 3 and 4 and algorithms 3 to 5, with v_i in place of A⁻¹p_i of the last A. Products cost
/// O(m d).
final class Factor {

    private final Directions directions;
    private final int d;
    private final double c1;
    private final double a;
    /// v_i, in the places of p_i, `[m×d]`.
    private final double[] v;
    private final double[] b;
    /// A_{i+1}⁻¹ = (I/a − e_i v_i v_iᵀ) A_i⁻¹.
    private final double[] e;
    /// aⁱ.
    private final double[] power;

    /// @param c1 learning rate, `(0, 1)`
    Factor(Directions directions, int d, double c1) {
        this.directions = directions;
        this.d = d;
        this.c1 = c1;
        a = Math.sqrt(1 - c1);
        int m = directions.capacity();
        v = new double[m * d];
        e = new double[m];
        b = new double[m];
        power = new double[m + 1];
        power[0] = 1;
        for (int i = 1; i <= m; i++) {
            power[i] = a * power[i - 1];
        }
    }

    /// Computes v_i, b_i and e_i again, from the vector `from` on: those before have not changed.
    void renew(int from) {
        for (int i = from; i < directions.count(); i++) {
            int at = directions.offset(i);
            System.arraycopy(directions.vectors, at, v, at, d);
            invert(v, at, i);
            double square = dot(v, at, v, at, d);
            double root = Math.sqrt(1 + c1 / (1 - c1) * square);
            b[i] = square > 0 ? a * (root - 1) / square : 0;
            e[i] = square > 0 ? (1 - 1 / root) / (a * square) : 0;
        }
    }

    /// target ← scale · A z, by the `used` youngest vectors: A z = aⁿ z + Σ aⁿ⁻¹⁻ⁱ b_i (v_iᵀz) p_i
    void multiply(double scale, double[] z, int used, double[] target, int at) {
        int n = directions.count();
        double identity = scale * power[used];
        for (int j = 0; j < d; j++) {
            target[at + j] = identity * z[j];
        }
        for (int i = n - used; i < n; i++) {
            int from = directions.offset(i);
            double along = scale * power[n - 1 - i] * b[i] * dot(v, from, z, 0, d);
            add(along, directions.vectors, from, target, at, d);
        }
    }

    /// x ← A_n⁻¹x: x ← x/a − e_i v_i (v_iᵀx) for i = 0 … n − 1
    void invert(double[] x, int at, int n) {
        for (int i = 0; i < n; i++) {
            int from = directions.offset(i);
            double along = e[i] * dot(v, from, x, at, d);
            for (int j = 0; j < d; j++) {
                x[at + j] = x[at + j] / a - along * v[from + j];
            }
        }
    }

    /// A length that A z does not reach, whichever vectors are used.
    double reach() {
        double trace = d;
        for (int i = 0; i < directions.count(); i++) {
            trace = Math.max(d, (1 - c1) * trace + c1 * directions.square(i));
        }
        return Recombination.reach(trace, width() * width());
    }

    /// A bound on ‖A‖.
    double width() {
        double largest = 1;
        for (int i = 0; i < directions.count(); i++) {
            largest = Math.max(1, (1 - c1) * largest + c1 * directions.square(i));
        }
        return Math.sqrt(largest);
    }
}
