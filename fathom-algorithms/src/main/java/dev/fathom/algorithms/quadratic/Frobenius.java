package dev.fathom.algorithms.quadratic;

import dev.fathom.algorithms.linear.Definite;
import dev.fathom.algorithms.linear.Vectors;
import org.jspecify.annotations.Nullable;

/// Quadratics through given points whose Hessian matrix has the least Frobenius norm (Conn, Scheinberg and Vicente,
/// "Introduction to Derivative-Free Optimization", 2009, section 5.3).
///
/// The optimality conditions are `A λ + M (c, g) = z` and `Mᵀλ = 0` with `A_st = ½(u_sᵀu_t)²` and `M = [1 u]`; then `H
/// =
/// Σ λ_s u_s u_sᵀ`. With an orthonormal basis Q of the columns of M, `M = QR`, and the projection `P = I − QQᵀ`, they
/// are
/// the positive definite system `(PAP + σQQᵀ) λ = P z` and the triangular one `R (c, g) = Qᵀ(z − A λ)`.
///
/// Where A is singular over the null space of Mᵀ, or nearly so, a small multiple of I is added to it: the quadratic
/// then
/// need not pass through the points.
final class Frobenius {

    private static final double DEPENDENT = 1e-7;
    private static final double LEAST = 1e-11;
    private static final double INDISPENSABLE = 1e-10;
    private static final double FIRST_SHIFT = 1e-9;

    private final Sample sample;
    /// Q, [v+1][k], one row for each column.
    private final double[][] basis;
    /// R, [v+1][v+1], upper triangle.
    private final double[][] triangle;
    /// A, [k][k].
    private double[][] a = new double[0][];
    /// Mean of A's diagonal.
    private double sigma;

    private Frobenius(Sample sample) {
        this.sample = sample;
        int q = sample.width + 1;
        basis = new double[q][sample.count];
        triangle = new double[q][q];
    }

    /// @return null where the points do not span their columns
    static @Nullable Fit fit(Sample sample) {
        Frobenius fit = new Frobenius(sample);
        if (sample.count <= sample.width || !fit.orthonormalize()) {
            return null;
        }
        fit.a = sample.products();
        for (double[] row : fit.a) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= 0.5 * row[j];
            }
        }
        Definite.mirror(fit.a);
        double[][] factor = fit.factor();
        Form[] forms = new Form[sample.z.length];
        double[][] lambda = new double[forms.length][];
        for (int i = 0; i < forms.length; i++) {
            lambda[i] = fit.lambda(sample.z[i], factor);
            forms[i] = fit.form(i, lambda[i]);
        }
        return new Fit(forms, () -> Kernel.errors(lambda, fit.inverseDiagonal(factor)));
    }

    /// M = QR by modified Gram and Schmidt, each column twice.
    private boolean orthonormalize() {
        for (int i = 0; i < basis.length; i++) {
            double[] column = basis[i];
            for (int s = 0; s < column.length; s++) {
                column[s] = i == 0 ? 1 : sample.u[s][i - 1];
            }
            double before = Vectors.norm(column);
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    double part = Vectors.dot(basis[j], 0, column, 0, column.length);
                    triangle[j][i] += part;
                    Vectors.add(-part, basis[j], 0, column, 0, column.length);
                }
            }
            triangle[i][i] = Vectors.norm(column);
            if (!(triangle[i][i] > DEPENDENT * before)) {
                return false;
            }
            Vectors.scale(column, 1 / triangle[i][i]);
        }
        return true;
    }

    /// The factorization of PAP + σQQᵀ + εI, with the least ε of a growing sequence that begins at 0.
    private double[][] factor() {
        sigma = 0;
        for (int s = 0; s < a.length; s++) {
            sigma += a[s][s] / a.length;
        }
        double[][] projected = projected();
        for (double shift = 0; ; shift = shift == 0 ? FIRST_SHIFT : 10 * shift) {
            double[][] factor = new double[a.length][];
            for (int s = 0; s < factor.length; s++) {
                factor[s] = projected[s].clone();
                factor[s][s] += shift * sigma;
            }
            if (Definite.factor(factor, LEAST)) {
                return factor;
            }
        }
    }

    /// PAP + σQQᵀ = A − QWᵀ − WQᵀ with W = AQ − ½Q(QᵀAQ + σI), upper triangle.
    private double[][] projected() {
        int q = basis.length;
        double[][] w = new double[q][a.length];
        Definite.addAllProducts(Sample.transposed(basis), a, w);
        double[][] inner = new double[q][q];
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                inner[j][i] = -0.5 * Vectors.dot(w[i], 0, basis[j], 0, a.length);
            }
            inner[i][i] -= 0.5 * sigma;
        }
        Definite.addAllProducts(inner, basis, w);
        double[][] left = new double[2 * q][];
        double[][] right = new double[2 * q][];
        for (int i = 0; i < q; i++) {
            left[i] = basis[i].clone();
            Vectors.scale(left[i], -1);
            right[i] = w[i];
            left[q + i] = w[i].clone();
            Vectors.scale(left[q + i], -1);
            right[q + i] = basis[i];
        }
        double[][] sum = new double[a.length][];
        for (int s = 0; s < sum.length; s++) {
            sum[s] = a[s].clone();
        }
        Definite.addProducts(left, right, sum);
        return sum;
    }

    /// The diagonal of P(PAP + σQQᵀ)⁻¹P.
    private double[] inverseDiagonal(double[][] factor) {
        double[] diagonal = Definite.inverseDiagonal(factor);
        for (double[] column : basis) {
            for (int s = 0; s < diagonal.length; s++) {
                diagonal[s] -= column[s] * column[s] / sigma;
            }
        }
        for (int s = 0; s < diagonal.length; s++) {
            diagonal[s] = diagonal[s] * sigma > INDISPENSABLE ? diagonal[s] : 0;
        }
        return diagonal;
    }

    private double[] lambda(double[] z, double[][] factor) {
        double[] lambda = z.clone();
        project(lambda);
        Definite.solve(factor, lambda);
        project(lambda);
        return lambda;
    }

    private Form form(int output, double[] lambda) {
        double[] rest = sample.z[output].clone();
        for (int s = 0; s < rest.length; s++) {
            rest[s] -= Vectors.dot(a[s], 0, lambda, 0, rest.length);
        }
        double[] linear = new double[basis.length];
        for (int i = linear.length - 1; i >= 0; i--) {
            double sum = Vectors.dot(basis[i], 0, rest, 0, rest.length);
            for (int j = i + 1; j < linear.length; j++) {
                sum -= triangle[i][j] * linear[j];
            }
            linear[i] = sum / triangle[i][i];
        }
        double[] slope = new double[sample.width];
        System.arraycopy(linear, 1, slope, 0, slope.length);
        return sample.form(output, linear[0], slope, Kernel.hessian(sample, lambda));
    }

    /// x ← P x
    private void project(double[] x) {
        for (double[] column : basis) {
            Vectors.add(-Vectors.dot(column, 0, x, 0, x.length), column, 0, x, 0, x.length);
        }
    }
}
