package dev.fathom.algorithms.quadratic;

import dev.fathom.algorithms.linear.Definite;
import dev.fathom.algorithms.linear.Vectors;
import org.jspecify.annotations.Nullable;

/// Least squares over the monomials 1, u_i, u_i u_j (i ≤ j) for more points than monomials: normal equations, refined
/// by
/// their residuals ("corrected seminormal equations", Björck, "Numerical Methods for Least Squares Problems", 1996,
/// section 2.9), which matches orthogonal factorizations unless the monomials are nearly dependent.
final class Monomials {

    /// Part of a monomial that must be independent of those before it: squares of 3e-6.
    private static final double LEAST = 1e-11;
    private static final double INDISPENSABLE = 1e-10;
    private static final int MANY = 2;
    private static final int REFINEMENTS = 2;

    private final Sample sample;
    private final boolean diagonal;
    /// Monomials over the points, [k][p].
    private final double[][] rows;

    private Monomials(Sample sample, boolean diagonal) {
        this.sample = sample;
        this.diagonal = diagonal;
        int v = sample.width;
        int p = diagonal ? 2 * v + 1 : sample.coefficients();
        rows = new double[sample.count][p];
        for (int s = 0; s < rows.length; s++) {
            fill(sample.u[s], rows[s]);
        }
    }

    private void fill(double[] u, double[] row) {
        row[0] = 1;
        System.arraycopy(u, 0, row, 1, u.length);
        int next = u.length + 1;
        for (int i = 0; i < u.length; i++) {
            for (int j = i; j < (diagonal ? i + 1 : u.length); j++) {
                row[next++] = u[i] * u[j];
            }
        }
    }

    /// @param ridge added to the squared singular values of the monomials, `[0, ∞)`
    /// @return null where the monomials are dependent and the ridge is 0
    static @Nullable Fit fit(Sample sample, boolean diagonal, double ridge) {
        Monomials monomials = new Monomials(sample, diagonal);
        double[][] normal = monomials.normal(ridge);
        if (!Definite.factor(normal, ridge > 0 ? 0 : LEAST)) {
            return null;
        }
        Form[] forms = new Form[sample.z.length];
        double[][] alpha = new double[forms.length][];
        for (int i = 0; i < forms.length; i++) {
            alpha[i] = monomials.solve(normal, sample.z[i], ridge);
            forms[i] = monomials.form(i, alpha[i]);
        }
        return new Fit(forms, () -> monomials.errors(normal, alpha));
    }

    /// HᵀH + rI
    private double[][] normal(double ridge) {
        int p = rows[0].length;
        double[][] normal = new double[p][p];
        Definite.addProducts(rows, rows, normal);
        for (int i = 0; i < p; i++) {
            normal[i][i] += ridge;
        }
        return normal;
    }

    /// α = (HᵀH + rI)⁻¹ Hᵀz
    private double[] solve(double[][] factor, double[] z, double ridge) {
        int p = rows[0].length;
        double[] alpha = new double[p];
        for (int round = 0; round <= REFINEMENTS; round++) {
            double[] step = new double[p];
            Vectors.add(-ridge, alpha, 0, step, 0, p);
            for (int s = 0; s < rows.length; s++) {
                Vectors.add(residual(s, z, alpha), rows[s], 0, step, 0, p);
            }
            Definite.solve(factor, step);
            Vectors.add(1, step, 0, alpha, 0, p);
        }
        return alpha;
    }

    private double residual(int s, double[] z, double[] alpha) {
        return z[s] - Vectors.dot(rows[s], 0, alpha, 0, alpha.length);
    }

    /// What a point would be off by if it were left out is its residual divided by 1 − l, where l is its diagonal entry
    /// of
    /// H(HᵀH + rI)⁻¹Hᵀ, its leverage. For many points the mean p/k stands for all (generalized cross-validation: Golub,
    /// Heath and Wahba 1979).
    private double[] errors(double[][] factor, double[][] alpha) {
        double[] free = new double[rows.length];
        boolean many = rows.length >= MANY * factor.length;
        double[] leverage = many ? free : Definite.inverseForms(factor, Sample.transposed(rows));
        double mean = (double) factor.length / rows.length;
        for (int s = 0; s < free.length; s++) {
            double left = many ? 1 - mean : 1 - leverage[s];
            free[s] = left > INDISPENSABLE ? left : 0;
        }
        double[] errors = new double[alpha.length];
        double[] residuals = new double[rows.length];
        for (int i = 0; i < errors.length; i++) {
            for (int s = 0; s < residuals.length; s++) {
                residuals[s] = residual(s, sample.z[i], alpha[i]);
            }
            errors[i] = Fit.meanSquare(residuals, free);
        }
        return errors;
    }

    private Form form(int output, double[] alpha) {
        int v = sample.width;
        double[] slope = new double[v];
        System.arraycopy(alpha, 1, slope, 0, v);
        double[][] hessian = new double[diagonal ? 1 : v][v];
        int next = v + 1;
        for (int i = 0; i < v; i++) {
            hessian[diagonal ? 0 : i][i] = 2 * alpha[next++];
            for (int j = i + 1; j < v && !diagonal; j++) {
                hessian[i][j] = alpha[next];
                hessian[j][i] = alpha[next++];
            }
        }
        return sample.form(output, alpha[0], slope, hessian);
    }
}
