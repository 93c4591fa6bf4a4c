package dev.fathom.problems.leastsquares;

/// Linear residuals, five times as many as variables, m = 5d.
///
/// Source: Moré, Garbow and Hillstrom, "Testing Unconstrained Optimization Software", 1981, problems 32, 33 and 34.
final class LinearSystems {

    private LinearSystems() {}

    /// rᵢ = xᵢ - t for i ≤ d, -t for i > d, with t = 2 Σxⱼ / m + 1.
    static double[] fullRank(double[] x) {
        double[] r = new double[5 * x.length];
        double sum = 0;
        for (double xj : x) {
            sum += xj;
        }
        double t = 2 * sum / r.length + 1;
        for (int i = 0; i < r.length; i++) {
            r[i] = i < x.length ? x[i] - t : -t;
        }
        return r;
    }

    /// rᵢ = i Σ j xⱼ - 1.
    static double[] rankOne(double[] x) {
        double[] r = new double[5 * x.length];
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += (j + 1) * x[j];
        }
        for (int i = 0; i < r.length; i++) {
            r[i] = (i + 1) * sum - 1;
        }
        return r;
    }

    /// rᵢ = (i - 1) Σ_{1<j<d} j xⱼ - 1 for i < m; rₘ = -1. Neither the first nor the last variable matters.
    static double[] rankOneZero(double[] x) {
        double[] r = new double[5 * x.length];
        double sum = 0;
        for (int j = 1; j < x.length - 1; j++) {
            sum += (j + 1) * x[j];
        }
        for (int i = 0; i < r.length - 1; i++) {
            r[i] = i * sum - 1;
        }
        r[r.length - 1] = -1;
        return r;
    }

    /// The sum s that minimizes Σ_{i≤k} (i s - 1)²: Σ i / Σ i².
    static double leastSquares(int k) {
        return 3.0 / (2 * k + 1);
    }

    /// A sum s that minimizes Σ_{i≤k} |i s - 1|: the median of the 1/i with weights i.
    static double leastMagnitudes(int k) {
        int total = k * (k + 1) / 2;
        int i = k;
        for (int weight = k; 2 * weight < total; weight += i) {
            i--;
        }
        return 1.0 / i;
    }
}
