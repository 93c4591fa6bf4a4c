package dev.fathom.algorithms.nes;

/// What a row is worth by its rank, best first.
final class Utilities {

    private Utilities() {}

    /// u_k = max(0, λ/2 − k)/(λ/2 − 1) for the k-th best row, k = 1 … λ: the best has 1, the worse half 0.
    ///
    /// @param lambda λ ≥ 3
    static double[] linear(int lambda) {
        double[] u = new double[lambda];
        for (int k = 1; k <= lambda; k++) {
            u[k - 1] = Math.max(0, lambda / 2.0 - k) / (lambda / 2.0 - 1);
        }
        return u;
    }

    /// u_k = max(0, ln(λ/2 + 1) − ln k) / Σ for the k-th best row, k = 1 … λ: they sum to 1.
    static double[] logarithmic(int lambda) {
        double[] u = new double[lambda];
        double sum = 0;
        for (int k = 0; k < lambda; k++) {
            u[k] = Math.max(0, StrictMath.log(lambda / 2.0 + 1) - StrictMath.log(k + 1));
            sum += u[k];
        }
        for (int k = 0; k < lambda; k++) {
            u[k] /= sum;
        }
        return u;
    }
}
