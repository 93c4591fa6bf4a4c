package dev.fathom.problems.multiobjective;

/// The steps from which the problems of the walking fish group are made: each takes numbers in [0, 1] to a number in
/// [0, 1]. Rounding beyond the ends is cut off.
///
/// Source: Huband, Hingston, Barone and While, "A Review of Multiobjective Test Problems and a Scalable Test Problem
/// Toolkit", IEEE TEC 10 (2006), table XI.
final class WfgSteps {

    private static final double ROUNDING = 1e-15;

    private WfgSteps() {}

    /// b_poly: y^α.
    static double polynomial(double y, double alpha) {
        return unit(StrictMath.pow(y, alpha));
    }

    /// b_flat: the value a for all y from b to c.
    static double flat(double y, double a, double b, double c) {
        if (y < b) {
            return unit(a * y / b);
        }
        return y > c ? unit(a + (1 - a) * (y - c) / (1 - c)) : a;
    }

    /// b_param: y^(b + (c - b) v(u)), an exponent between b and c that depends on another number u.
    static double dependent(double y, double u, double a, double b, double c) {
        double v = a - (1 - 2 * u) * Math.abs(Math.floor(0.5 - u) + a);
        return unit(StrictMath.pow(y, b + (c - b) * v));
    }

    /// s_linear: 0 at a, 1 at both ends. A distance of at most 1e-15 from a, which comes from rounding, counts as 0:
    /// else steps behind it that take a small power would make it large, and numbers that meet a would not exist.
    static double linear(double y, double a) {
        if (Math.abs(y - a) <= ROUNDING) {
            return 0;
        }
        return unit(y < a ? (a - y) / a : (y - a) / (1 - a));
    }

    /// s_decept: 0 at a only, in a hole of half width b; the wide slopes lead to the value c at both ends.
    static double deceptive(double y, double a, double b, double c) {
        double left = Math.floor(y - a + b) * (1 - c + (a - b) / b) / (a - b);
        double right = Math.floor(a + b - y) * (1 - c + (1 - a - b) / b) / (1 - a - b);
        return unit(1 + (Math.abs(y - a) - b) * (left + right + 1 / b));
    }

    /// s_multi: a minima on each side, hills of height b, 0 at c only.
    static double multimodal(double y, double a, double b, double c) {
        double away = Math.abs(y - c) / (2 * (Math.floor(c - y) + c));
        double size = Math.abs(away);
        double hills = StrictMath.cos((4 * a + 2) * Math.PI * (0.5 - size));
        return unit((1 + hills + 4 * b * size * size) / (b + 2));
    }

    /// r_sum: the mean of the numbers from … to - 1, weighed by w(i) = 1, or by 2 (i + 1) where i counts all numbers.
    static double mean(double[] y, int from, int to, boolean weighed) {
        double sum = 0;
        double weights = 0;
        for (int i = from; i < to; i++) {
            double weight = weighed ? 2 * (i + 1.0) : 1;
            sum += weight * y[i];
            weights += weight;
        }
        return unit(sum / weights);
    }

    /// r_nonsep: mixes the numbers from … to - 1, each with the a - 1 that follow it in the circle.
    static double mixed(double[] y, int from, int to, int a) {
        int count = to - from;
        double sum = 0;
        for (int j = 0; j < count; j++) {
            sum += y[from + j];
            for (int k = 0; k <= a - 2; k++) {
                sum += Math.abs(y[from + j] - y[from + (1 + j + k) % count]);
            }
        }
        double half = Math.ceil(a / 2.0);
        return unit(sum / ((double) count / a * half * (1 + 2 * a - 2 * half)));
    }

    private static double unit(double value) {
        return Math.clamp(value, 0.0, 1.0);
    }
}
