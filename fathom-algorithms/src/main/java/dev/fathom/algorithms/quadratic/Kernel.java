package dev.fathom.algorithms.quadratic;

import dev.fathom.algorithms.linear.Definite;

/// Models as sums over points, `q(u) = Σ_s λ_s K(u_s, u)`: as many numbers as points, however many coefficients.
final class Kernel {

    /// Added to the squared singular values of the monomials over standardized points.
    static final double RIDGE = 1e-3;

    private Kernel() {}

    /// Ridge regression in its dual form, `(K + rI) λ = z` with `K(u, w) = 1 + uᵀw + ½(uᵀw)² + ½ Σ u_i²w_i²`, the
    /// product
    /// of all monomials; without the mixed ones `K(u, w) = 1 + uᵀw + Σ u_i²w_i²`.
    ///
    /// @param diagonal whether mixed monomials are left out
    static Fit ridge(Sample sample, boolean diagonal) {
        double[][] k = sample.products();
        double[][] squares = squares(sample);
        for (int s = 0; s < k.length; s++) {
            for (int t = s; t < k.length; t++) {
                double g = k[s][t];
                k[s][t] = diagonal ? 1 + g + squares[s][t] : 1 + g + 0.5 * (g * g + squares[s][t]);
            }
            k[s][s] += RIDGE;
        }
        Definite.factor(k, 0);
        Form[] forms = new Form[sample.z.length];
        double[][] lambda = new double[forms.length][];
        for (int i = 0; i < forms.length; i++) {
            lambda[i] = sample.z[i].clone();
            Definite.solve(k, lambda[i]);
            forms[i] = form(sample, i, lambda[i], diagonal);
        }
        return new Fit(forms, () -> errors(lambda, Definite.inverseDiagonal(k)));
    }

    /// What a point would be off by if it were left out is λ_s divided by its diagonal entry of the inverse matrix
    /// (Rippa,
    /// "An algorithm for selecting a good value for the parameter c in radial basis function interpolation", 1999).
    static double[] errors(double[][] lambda, double[] inverseDiagonal) {
        double[] errors = new double[lambda.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Fit.meanSquare(lambda[i], inverseDiagonal);
        }
        return errors;
    }

    /// `Σ_i u_i² w_i²` of all pairs of points, upper triangle.
    private static double[][] squares(Sample sample) {
        double[][] rows = Sample.transposed(sample.u);
        for (double[] row : rows) {
            for (int s = 0; s < row.length; s++) {
                row[s] *= row[s];
            }
        }
        double[][] sums = new double[sample.count][sample.count];
        Definite.addProducts(rows, rows, sums);
        return sums;
    }

    private static Form form(Sample sample, int output, double[] lambda, boolean diagonal) {
        double constant = 0;
        for (double weight : lambda) {
            constant += weight;
        }
        double[][] hessian = diagonal ? squareSums(sample, lambda) : hessian(sample, lambda);
        for (int i = 0; i < sample.width; i++) {
            hessian[diagonal ? 0 : i][i] *= 2;
        }
        return sample.form(output, constant, slope(sample, lambda), hessian);
    }

    /// Σ_s λ_s u_s
    private static double[] slope(Sample sample, double[] lambda) {
        double[][] sum = new double[1][sample.width];
        Definite.addAllProducts(Sample.transposed(new double[][] {lambda}), sample.u, sum);
        return sum[0];
    }

    /// Σ_s λ_s u_s u_sᵀ
    static double[][] hessian(Sample sample, double[] lambda) {
        double[][] weighted = new double[sample.count][sample.width];
        for (int s = 0; s < weighted.length; s++) {
            for (int i = 0; i < sample.width; i++) {
                weighted[s][i] = lambda[s] * sample.u[s][i];
            }
        }
        double[][] hessian = new double[sample.width][sample.width];
        Definite.addProducts(weighted, sample.u, hessian);
        Definite.mirror(hessian);
        return hessian;
    }

    private static double[][] squareSums(Sample sample, double[] lambda) {
        double[][] sums = new double[1][sample.width];
        for (int s = 0; s < lambda.length; s++) {
            for (int i = 0; i < sample.width; i++) {
                sums[0][i] += lambda[s] * sample.u[s][i] * sample.u[s][i];
            }
        }
        return sums;
    }
}
