package dev.fathom.math;

/// The standard normal distribution, specified to the bit.
public final class Normal {

    private static final double SQRT_2PI = 2.5066282746310002;

    private Normal() {}

    /// Φ(x), the cumulative distribution function; absolute error below 1e-15.
    ///
    /// West, "Better approximations to cumulative normal functions" (Wilmott 2005), after Hart (1968).
    public static double cdf(double x) {
        double z = Math.abs(x);
        if (!(z <= 37)) {
            return Double.isNaN(x) ? Double.NaN : x > 0 ? 1 : 0;
        }
        double e = StrictMath.exp(-z * z / 2);
        double upper;
        if (z < 7.07106781186547) {
            double n =
                    ((((((3.52624965998911e-02 * z + 0.700383064443688) * z + 6.37396220353165) * z + 33.912866078383)
                                                                    * z
                                                            + 112.079291497871)
                                                    * z
                                            + 221.213596169931)
                                    * z
                            + 220.206867912376);
            double d =
                    (((((((8.83883476483184e-02 * z + 1.75566716318264) * z + 16.064177579207) * z + 86.7807322029461)
                                                                                    * z
                                                                            + 296.564248779674)
                                                                    * z
                                                            + 637.333633378831)
                                                    * z
                                            + 793.826512519948)
                                    * z
                            + 440.413735824752);
            upper = e * n / d;
        } else {
            upper = e / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / SQRT_2PI;
        }
        return x > 0 ? 1 - upper : upper;
    }

    /// Φ⁻¹(p) for p in `[0, 1]`: ∓∞ at the ends, NaN outside; relative error near 1e-15.
    ///
    /// Acklam's rational approximation (2003), improved by one step of Halley's method.
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            return p == 0 ? Double.NEGATIVE_INFINITY : p == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double x = approximate(p);
        if (Math.abs(x) > 37) {
            return x;
        }
        double error = x > 0 ? (1 - p) - cdf(-x) : cdf(x) - p; // mirrored above the median, where Φ loses digits
        double u = error * SQRT_2PI * StrictMath.exp(x * x / 2);
        return x - u / (1 + x * u / 2);
    }

    private static double approximate(double p) {
        if (p < 0.02425) {
            return tail(StrictMath.sqrt(-2 * StrictMath.log(p)));
        }
        if (p > 1 - 0.02425) {
            return -tail(StrictMath.sqrt(-2 * StrictMath.log(1 - p)));
        }
        double q = p - 0.5;
        double r = q * q;
        double n = (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                                                        + 1.383577518672690e+02)
                                                * r
                                        - 3.066479806614716e+01)
                                * r
                        + 2.506628277459239e+00)
                * q;
        double d = ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                                                + 6.680131188771972e+01)
                                        * r
                                - 1.328068155288572e+01)
                        * r
                + 1;
        return n / d;
    }

    private static double tail(double q) {
        double n = ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
                                                - 2.549732539343734e+00)
                                        * q
                                + 4.374664141464968e+00)
                        * q
                + 2.938163982698783e+00;
        double d = (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
                                + 3.754408661907416e+00)
                        * q
                + 1;
        return n / d;
    }
}
