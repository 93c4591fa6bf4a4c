package dev.fathom.problems.leastsquares;

import java.util.Arrays;

/// Levenberg's and Marquardt's method with derivatives by central differences, to look for lower points nearby.
final class Polish {

    private Polish() {}

    /// The end of a run from x [d].
    static double[] squares(Residuals residuals, double[] x, int steps) {
        double[] best = x.clone();
        double damping = 1e-3;
        for (int k = 0; k < steps && damping < 1e12; k++) {
            double[] next = step(residuals, best, damping);
            if (residuals.squares(next) < residuals.squares(best)) {
                best = next;
                damping /= 10;
            } else {
                damping *= 10;
            }
        }
        return best;
    }

    /// x - (JᵀJ + λ diag(JᵀJ))⁻¹ Jᵀr.
    private static double[] step(Residuals residuals, double[] x, double damping) {
        double[] r = residuals.at(x);
        double[][] jacobian = jacobian(residuals, x, r.length);
        int d = x.length;
        double[][] system = new double[d][d + 1];
        for (int a = 0; a < d; a++) {
            for (int k = 0; k < r.length; k++) {
                for (int b = 0; b < d; b++) {
                    system[a][b] += jacobian[k][a] * jacobian[k][b];
                }
                system[a][d] += jacobian[k][a] * r[k];
            }
            system[a][a] = system[a][a] * (1 + damping) + Double.MIN_NORMAL;
        }
        double[] move = solve(system);
        double[] next = new double[d];
        Arrays.setAll(next, j -> x[j] - move[j]);
        return next;
    }

    private static double[][] jacobian(Residuals residuals, double[] x, int m) {
        double[][] jacobian = new double[m][x.length];
        for (int j = 0; j < x.length; j++) {
            double[] up = x.clone();
            double[] down = x.clone();
            double h = 1e-6 * Math.max(Math.abs(x[j]), 1e-3);
            up[j] += h;
            down[j] -= h;
            double[] above = residuals.at(up);
            double[] below = residuals.at(down);
            for (int k = 0; k < m; k++) {
                jacobian[k][j] = (above[k] - below[k]) / (up[j] - down[j]);
            }
        }
        return jacobian;
    }

    /// Gauss's elimination of a positive definite system [d×(d+1)].
    private static double[] solve(double[][] system) {
        int d = system.length;
        for (int p = 0; p < d; p++) {
            for (int i = p + 1; i < d; i++) {
                double factor = system[i][p] / system[p][p];
                for (int j = p; j <= d; j++) {
                    system[i][j] -= factor * system[p][j];
                }
            }
        }
        double[] x = new double[d];
        for (int i = d - 1; i >= 0; i--) {
            double sum = system[i][d];
            for (int j = i + 1; j < d; j++) {
                sum -= system[i][j] * x[j];
            }
            x[i] = sum / system[i][i];
        }
        return x;
    }
}
