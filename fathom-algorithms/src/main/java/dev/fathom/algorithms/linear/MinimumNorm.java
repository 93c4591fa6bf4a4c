package dev.fathom.algorithms.linear;

/// Least squares by the pseudo-inverse.
public final class MinimumNorm {

    private static final double SINGULAR = 1e-12;

    private MinimumNorm() {}

    /// The shortest of the vectors that minimize ‖Φx − y‖: Φ⁺y, by the eigensystem of the smaller one of ΦΦᵀ and ΦᵀΦ.
    /// Eigenvalues below 1e-12 times the largest count as 0.
    ///
    /// @param phi Φ `[n][q]`
    /// @param y `[n]`
    /// @return x `[q]`
    public static double[] solve(double[][] phi, double[] y) {
        int q = phi[0].length;
        return phi.length <= q
                ? transposeTimes(phi, q, inverseTimes(rowProducts(phi), y))
                : inverseTimes(columnProducts(phi, q), transposeTimes(phi, q, y));
    }

    /// ΦΦᵀ, lower triangle.
    private static double[] rowProducts(double[][] phi) {
        int n = phi.length;
        double[] products = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                products[i * n + j] = Vectors.dot(phi[i], 0, phi[j], 0, phi[i].length);
            }
        }
        return products;
    }

    /// ΦᵀΦ, lower triangle.
    private static double[] columnProducts(double[][] phi, int q) {
        double[] products = new double[q * q];
        for (double[] row : phi) {
            for (int i = 0; i < q; i++) {
                Vectors.add(row[i], row, 0, products, i * q, i + 1);
            }
        }
        return products;
    }

    /// Φᵀy
    private static double[] transposeTimes(double[][] phi, int q, double[] y) {
        double[] product = new double[q];
        for (int i = 0; i < y.length; i++) {
            Vectors.add(y[i], phi[i], 0, product, 0, q);
        }
        return product;
    }

    /// A⁺b = Σ v_k (v_kᵀb)/λ_k over the eigenvalues that are not 0; 0 if there is no eigensystem.
    private static double[] inverseTimes(double[] lower, double[] b) {
        int n = b.length;
        Eigensystem system = new Eigensystem(n);
        double[] product = new double[n];
        if (!system.decompose(lower)) {
            return product;
        }
        double least = SINGULAR * Vectors.largest(system.values());
        for (int k = 0; k < n; k++) {
            double value = system.values()[k];
            if (value > least) {
                double part = Vectors.dot(system.vectors(), k * n, b, 0, n) / value;
                Vectors.add(part, system.vectors(), k * n, product, 0, n);
            }
        }
        return product;
    }
}
