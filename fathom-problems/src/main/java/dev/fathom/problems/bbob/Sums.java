package dev.fathom.problems.bbob;

/// What the functions add up once x has been transformed to z [d]. Nothing here changes z. Powers in loops are written
/// as in [Transformations]; that of 0 is exp(-∞) = 0.
final class Sums {

    private static final int WEIERSTRASS_TERMS = 12;
    private static final double WEIERSTRASS_LOWEST = weierstrass(0.5);
    private static final int KATSUURA_TERMS = 32;

    private Sums() {}

    /// Σ z_i².
    static double sphere(double[] z) {
        return squares(z, 0, z.length);
    }

    /// Σ w_i z_i².
    static double weighted(double[] w, double[] z) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += w[i] * (z[i] * z[i]);
        }
        return sum;
    }

    /// a Σ_{i≤k} z_i² + b Σ_{i>k} z_i².
    static double twoGroups(double[] z, int k, double a, double b) {
        return a * squares(z, 0, k) + b * squares(z, k, z.length);
    }

    /// Σ_{i≤k} z_i² + 100 √(Σ_{i>k} z_i²).
    static double ridge(double[] z, int k) {
        return squares(z, 0, k) + 100 * Math.sqrt(squares(z, k, z.length));
    }

    private static double squares(double[] z, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += z[i] * z[i];
        }
        return sum;
    }

    /// √(Σ |z_i|^(2 + 4 e_i)).
    static double differentPowers(double[] exponents, double[] z) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += StrictMath.exp(exponents[i] * StrictMath.log(Math.abs(z[i])));
        }
        return Math.sqrt(sum);
    }

    /// 10 (d - Σ cos 2πz_i) + Σ z_i².
    static double rastrigin(double[] z) {
        return 10 * waves(z) + sphere(z);
    }

    /// d - Σ cos 2πz_i.
    static double waves(double[] z) {
        double sum = 0;
        for (double zi : z) {
            sum += Turns.cos(zi);
        }
        return z.length - sum;
    }

    /// Σ_{i<d} 100 (z_i² - z_{i+1})² + (z_i - 1)².
    static double rosenbrock(double[] z) {
        double sum = 0;
        for (int i = 0; i + 1 < z.length; i++) {
            sum += rosenbrock(z[i], z[i + 1]);
        }
        return sum;
    }

    /// 1 + mean_{i<d}(s_i/4000 - cos s_i) with the terms s_i of [#rosenbrock(double[])].
    static double griewankRosenbrock(double[] z) {
        double sum = 0;
        for (int i = 0; i + 1 < z.length; i++) {
            double s = rosenbrock(z[i], z[i + 1]);
            sum += s / 4000 - StrictMath.cos(s);
        }
        return 1 + sum / (z.length - 1);
    }

    private static double rosenbrock(double z, double next) {
        double valley = z * z - next;
        return 100 * valley * valley + (z - 1) * (z - 1);
    }

    /// 10 (1/d Σ_i Σ_k 2⁻ᵏ cos(2π 3ᵏ (z_i + ½)) - f₀)³, k = 0..11, where f₀ is the sum over k for z_i = 0.
    static double weierstrass(double[] z) {
        double sum = 0;
        for (double zi : z) {
            sum += weierstrass(zi + 0.5);
        }
        double height = sum / z.length - WEIERSTRASS_LOWEST;
        return 10 * height * height * height;
    }

    /// Σ_k 2⁻ᵏ cos(2π 3ᵏ u). Whole turns are taken off before each product, which keeps the angles small.
    private static double weierstrass(double u) {
        double sum = 0;
        double turns = u;
        double weight = 1;
        for (int k = 0; k < WEIERSTRASS_TERMS; k++) {
            turns -= Math.rint(turns);
            sum += weight * Turns.cos(turns);
            turns *= 3;
            weight /= 2;
        }
        return sum;
    }

    /// (mean_{i<d} s_i^¼ (1 + sin²(50 s_i^⅒)))², s_i = z_i² + z_{i+1}².
    static double schaffers(double[] z) {
        double sum = 0;
        for (int i = 0; i + 1 < z.length; i++) {
            double s = z[i] * z[i] + z[i + 1] * z[i + 1];
            double sine = Turns.sin(Turns.of(50) * StrictMath.exp(0.1 * StrictMath.log(s)));
            sum += Math.sqrt(Math.sqrt(s)) * (1 + sine * sine);
        }
        double mean = sum / (z.length - 1);
        return mean * mean;
    }

    /// 10/d² (Π_i (1 + i S_i)^(10/d^1.2) - 1), S_i = Σ_j |2ʲz_i - round(2ʲz_i)| / 2ʲ, j = 1..32.
    static double katsuura(double[] z) {
        int d = z.length;
        double exponent = 10 / StrictMath.pow(d, 1.2);
        double logProduct = 0;
        for (int i = 0; i < d; i++) {
            logProduct += StrictMath.log(1 + (i + 1) * sawtooth(z[i]));
        }
        return 10.0 / d / d * (StrictMath.exp(exponent * logProduct) - 1);
    }

    private static double sawtooth(double z) {
        double sum = 0;
        double v = z;
        double weight = 1;
        for (int j = 0; j < KATSUURA_TERMS; j++) {
            v *= 2;
            weight /= 2;
            sum += weight * Math.abs(v - Transformations.round(v));
        }
        return sum;
    }
}
