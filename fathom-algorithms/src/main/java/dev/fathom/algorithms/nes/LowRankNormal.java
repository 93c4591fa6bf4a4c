package dev.fathom.algorithms.nes;

import static dev.fathom.algorithms.linear.Vectors.add;
import static dev.fathom.algorithms.linear.Vectors.dot;

import dev.fathom.algorithms.linear.Vectors;
import java.util.Arrays;

/// The normal distribution N(0, D(I + VᵀSV)D): a diagonal D, and S with few entries in directions of their own, the
/// orthonormal rows of V.
final class LowRankNormal {

    private final int d;
    private final double[] scale;
    private double[][] directions = {};
    private double[] excess = {};

    /// The standard normal distribution of d columns.
    LowRankNormal(int d) {
        this.d = d;
        scale = new double[d];
        Arrays.fill(scale, 1);
    }

    /// Diagonal of D `[d]`, positive, the array itself.
    double[] scale() {
        return scale;
    }

    /// V `[k×d]`, the arrays themselves.
    double[][] directions() {
        return directions;
    }

    /// S `[k]`, non-negative, the array itself.
    double[] excess() {
        return excess;
    }

    /// Replaces V and S.
    ///
    /// @param newDirections V `[k×d]`, orthonormal rows
    /// @param newExcess S `[k]`, `> -1`
    void replace(double[][] newDirections, double[] newExcess) {
        directions = newDirections;
        excess = newExcess;
    }

    /// z becomes D(I + VᵀSV)^{1/2} z.
    void colour(double[] z) {
        for (int i = 0; i < directions.length; i++) {
            double factor = Math.sqrt(1 + excess[i]) - 1;
            add(factor * dot(z, 0, directions[i], 0, d), directions[i], 0, z, 0, d);
        }
        for (int j = 0; j < d; j++) {
            z[j] *= scale[j];
        }
    }

    /// y becomes (I + VᵀSV)^{-1/2} y: what is left to do of whitening when D is divided out.
    void straighten(double[] y) {
        for (int i = 0; i < directions.length; i++) {
            double factor = 1 / Math.sqrt(1 + excess[i]) - 1;
            add(factor * dot(y, 0, directions[i], 0, d), directions[i], 0, y, 0, d);
        }
    }

    /// Writes D⁻¹(x − m)/σ of a row, drawn in to √d + 5 standard deviations, which own rows do not reach.
    ///
    /// @param x row at `from`
    /// @param y written at `at`
    void step(double[] x, int from, double[] mean, double sigma, double[] y, int at) {
        double[] straight = new double[d];
        for (int j = 0; j < d; j++) {
            straight[j] = (x[from + j] - mean[j]) / sigma / scale[j];
        }
        System.arraycopy(straight, 0, y, at, d);
        straighten(straight);
        double near = Math.min(1, (Math.sqrt(d) + 5) / Vectors.norm(straight));
        for (int j = at; j < at + d; j++) {
            y[j] *= near;
        }
    }

    /// Variances of the columns: the diagonal of D(I + VᵀSV)D, `[d]`.
    double[] variances() {
        double[] variances = new double[d];
        for (int j = 0; j < d; j++) {
            double sum = 1;
            for (int i = 0; i < directions.length; i++) {
                sum += excess[i] * directions[i][j] * directions[i][j];
            }
            variances[j] = scale[j] * scale[j] * sum;
        }
        return variances;
    }

    /// Root mean square of the standard deviations of the columns.
    double sigma() {
        double sum = 0;
        for (double variance : variances()) {
            sum += variance;
        }
        return Math.sqrt(sum / d);
    }

    /// Divides D by a factor that makes the determinant 1.
    ///
    /// @return the factor
    double normalize() {
        double log = 0;
        for (double value : scale) {
            log += StrictMath.log(value);
        }
        for (double value : excess) {
            log += StrictMath.log(1 + value) / 2;
        }
        double factor = StrictMath.exp(log / d);
        Vectors.scale(scale, 1 / factor);
        return factor;
    }
}
