package dev.fathom.algorithms.cma;

import dev.fathom.algorithms.linear.Vectors;
import java.util.Arrays;

/// A factor A of a covariance C = AAᵀ and its inverse, both changed by rank one in O(d²): Suttorp, Hansen and Igel,
/// "Efficient covariance matrix update for variable metric evolution strategies" (Machine Learning 2009), theorem 1.
final class Factor {

    private final int d;
    /// A, one row after the other.
    private final double[] a;
    private final double[] inverse;
    private final double[] row;

    /// The identity.
    ///
    /// @param d number of columns
    Factor(int d) {
        this.d = d;
        a = new double[d * d];
        inverse = new double[d * d];
        row = new double[d];
        for (int j = 0; j < d; j++) {
            a[j * d + j] = 1;
            inverse[j * d + j] = 1;
        }
    }

    /// A z `[d]`.
    double[] times(double[] z) {
        return product(a, z);
    }

    /// A⁻¹ y `[d]`.
    double[] inverseTimes(double[] y) {
        return product(inverse, y);
    }

    /// C ← keep C + rate v vᵀ, where v = A z.
    ///
    /// @param keep `(0, ∞)`
    /// @param rate `> −keep/‖z‖²`
    void adapt(double keep, double rate, double[] v, double[] z) {
        double length = Vectors.dot(z, 0, z, 0, d);
        double root = Math.sqrt(keep);
        double stretch = Math.sqrt(1 + rate / keep * length);
        if (!(length > 0) || !(stretch > 0)) {
            return;
        }
        Vectors.scale(a, root);
        Vectors.scale(inverse, 1 / root);
        double out = root * (stretch - 1) / length;
        for (int i = 0; i < d; i++) {
            Vectors.add(out * v[i], z, 0, a, i * d, d); // A ← √keep A + out v zᵀ
        }
        Arrays.fill(row, 0);
        for (int i = 0; i < d; i++) {
            Vectors.add(z[i], inverse, i * d, row, 0, d); // zᵀA⁻¹
        }
        double in = (1 / stretch - 1) / length;
        for (int i = 0; i < d; i++) {
            Vectors.add(in * z[i], row, 0, inverse, i * d, d);
        }
    }

    /// Squared lengths of the rows of A: the variances of the columns `[d]`.
    double[] variances() {
        double[] variances = new double[d];
        for (int i = 0; i < d; i++) {
            variances[i] = Vectors.dot(a, i * d, a, i * d, d);
        }
        return variances;
    }

    private double[] product(double[] matrix, double[] z) {
        double[] result = new double[d];
        for (int i = 0; i < d; i++) {
            result[i] = Vectors.dot(matrix, i * d, z, 0, d);
        }
        return result;
    }
}
