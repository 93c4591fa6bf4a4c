package dev.fathom.problems.nist;

/// Derivatives of a model, by central differences, and what the theory of linear regression makes of them.
final class Derivatives {

    private Derivatives() {}

    /// J [n×p] at the certified parameters.
    static double[][] of(NistProblem problem) {
        double[][] jacobian = new double[problem.observations()][problem.dimension()];
        for (int k = 0; k < jacobian.length; k++) {
            for (int i = 0; i < problem.dimension(); i++) {
                jacobian[k][i] = slope(problem, i, problem.x()[k]);
            }
        }
        return jacobian;
    }

    /// Central differences of fourth order.
    private static double slope(NistProblem problem, int i, double[] x) {
        double step = 3e-4 * Math.abs(problem.certified()[i]);
        double far = predict(problem, i, 2 * step, x) - predict(problem, i, -2 * step, x);
        double near = predict(problem, i, step, x) - predict(problem, i, -step, x);
        return (8 * near - far) / (12 * step);
    }

    private static double predict(NistProblem problem, int i, double step, double[] x) {
        double[] b = problem.certified();
        b[i] += step;
        return problem.model().predict(b, x);
    }

    /// |Jᵢ|, the length of column i.
    static double length(double[][] jacobian, int i) {
        double[] column = column(jacobian, i);
        return Math.sqrt(dot(column, column));
    }

    /// √(JᵀJ)⁻¹ᵢᵢ: one over the length of what is left of column i when its projections on all other columns are taken
    /// away (Gram and Schmidt, twice for accuracy).
    static double rootOfInverseDiagonal(double[][] jacobian, int i) {
        int p = jacobian[0].length;
        double[][] basis = new double[p][];
        int made = 0;
        for (int j = 0; j < p; j++) {
            if (j != i) {
                double[] rest = rest(column(jacobian, j), basis, made);
                basis[made++] = scaled(rest, 1 / Math.sqrt(dot(rest, rest)));
            }
        }
        double[] rest = rest(column(jacobian, i), basis, made);
        return 1 / Math.sqrt(dot(rest, rest));
    }

    private static double[] rest(double[] column, double[][] basis, int made) {
        double[] rest = column.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < made; j++) {
                double projection = dot(rest, basis[j]);
                for (int k = 0; k < rest.length; k++) {
                    rest[k] -= projection * basis[j][k];
                }
            }
        }
        return rest;
    }

    private static double[] column(double[][] matrix, int j) {
        double[] column = new double[matrix.length];
        for (int k = 0; k < column.length; k++) {
            column[k] = matrix[k][j];
        }
        return column;
    }

    private static double[] scaled(double[] a, double factor) {
        double[] scaled = a.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] *= factor;
        }
        return scaled;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
