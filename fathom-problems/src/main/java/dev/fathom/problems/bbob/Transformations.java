package dev.fathom.problems.bbob;

/// The transformations by which the suites make simple functions less regular. e_i = (i-1)/(d-1) throughout.
///
/// Source: Hansen, Finck, Ros and Auger, RR-6829, 2009, section "Symbols and Definitions". Powers xʸ are written x
/// exp((y-1) log x), which is faster than [StrictMath#pow] and equal within rounding.
final class Transformations {

    private Transformations() {}

    /// z ← x - o, in a new array.
    static Step shift(double[] o) {
        return x -> {
            double[] z = new double[o.length];
            for (int i = 0; i < z.length; i++) {
                z[i] = x[i] - o[i];
            }
            return z;
        };
    }

    /// z ← c z + b.
    static Step affine(double c, double b) {
        return z -> {
            for (int i = 0; i < z.length; i++) {
                z[i] = c * z[i] + b;
            }
            return z;
        };
    }

    /// z ← Λ z.
    static Step scale(double[] lambda) {
        return z -> {
            for (int i = 0; i < z.length; i++) {
                z[i] *= lambda[i];
            }
            return z;
        };
    }

    /// z ← T_osz(z): small smooth irregularities.
    static double[] osz(double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = osz(z[i]);
        }
        return z;
    }

    /// T_osz of one number: sign(v) exp(log|v| + 0.049 (sin(c₁ log|v|) + sin(c₂ log|v|))).
    static double osz(double v) {
        if (v == 0) {
            return 0;
        }
        double log = Turns.of(StrictMath.log(Math.abs(v)));
        double waves = v > 0 ? Turns.sin(10 * log) + Turns.sin(7.9 * log) : Turns.sin(5.5 * log) + Turns.sin(3.1 * log);
        return v * StrictMath.exp(0.049 * waves);
    }

    /// z ← T_asy(z): z_i^(1 + β e_i √z_i) where z_i > 0, which breaks the symmetry.
    static Step asy(double beta, int d) {
        double[] e = slopes(d);
        return z -> {
            for (int i = 0; i < z.length; i++) {
                z[i] = asy(beta * e[i], z[i]);
            }
            return z;
        };
    }

    /// T_asy of one number: v^(1 + s √v) where v > 0, s = β e_i.
    static double asy(double strength, double v) {
        return v > 0 ? v * StrictMath.exp(strength * Math.sqrt(v) * StrictMath.log(v)) : v;
    }

    /// The diagonal of Λ^α: α^(e_i/2), [d].
    static double[] lambda(double alpha, int d) {
        return powers(alpha, 0.5, d);
    }

    /// b^(h e_i), [d].
    static double[] powers(double b, double h, int d) {
        double[] powers = slopes(d);
        for (int i = 0; i < d; i++) {
            powers[i] = StrictMath.pow(b, h * powers[i]);
        }
        return powers;
    }

    /// e_i, [d], d ≥ 2.
    static double[] slopes(int d) {
        double[] e = new double[d];
        for (int i = 0; i < d; i++) {
            e[i] = i / (d - 1.0);
        }
        return e;
    }

    /// f_pen(x) = Σ max(0, |x_i| - 5)².
    static double pen(double[] x) {
        return beyond(x, 5);
    }

    /// Σ max(0, |x_i| - bound)².
    static double beyond(double[] x, double bound) {
        double sum = 0;
        for (double xi : x) {
            double over = Math.max(0, Math.abs(xi) - bound);
            sum += over * over;
        }
        return sum;
    }

    /// ⌊v + ½⌋.
    static double round(double v) {
        return Math.floor(v + 0.5);
    }
}
