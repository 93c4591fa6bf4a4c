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

    /// Φ⁻¹(p) for p in `[0, 1]`: ∓∞ at the ends, NaN outside; relative error near 1e-16.
    ///
    /// Wichura, "Algorithm AS 241: the percentage points of the normal distribution" (Applied Statistics 37, 1988),
    /// PPND16.
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            return p == 0 ? Double.NEGATIVE_INFINITY : p == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(A, r) / polynomial(B, r);
        }
        double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double x =
                r <= 5 ? polynomial(C, r - 1.6) / polynomial(D, r - 1.6) : polynomial(E, r - 5) / polynomial(F, r - 5);
        return q < 0 ? -x : x;
    }

    /// Horner's rule, highest coefficient first.
    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double c : coefficients) {
            sum = sum * x + c;
        }
        return sum;
    }

    private static final double[] A = {
        2.5090809287301227e+3, 3.3430575583588128e+4, 6.72657709270087e+4, 4.592195393154987e+4,
        1.3731693765509461e+4, 1.9715909503065514e+3, 1.3314166789178438e+2, 3.3871328727963666
    };
    private static final double[] B = {
        5.226495278852855e+3,
        2.8729085735721943e+4,
        3.930789580009271e+4,
        2.1213794301586596e+4,
        5.394196021424751e+3,
        6.871870074920579e+2,
        4.2313330701600911e+1,
        1
    };
    private static final double[] C = {
        7.745450142783414e-4, 2.2723844989269185e-2, 2.417807251774506e-1, 1.2704582524523684,
        3.6478483247632045, 5.769497221460691, 4.630337846156545, 1.4234371107496836
    };
    private static final double[] D = {
        1.0507500716444168e-9,
        5.475938084995345e-4,
        1.5198666563616457e-2,
        1.4810397642748007e-1,
        6.89767334985100e-1,
        1.6763848301838038,
        2.053191626637759,
        1
    };
    private static final double[] E = {
        2.0103343992922881e-7, 2.7115555687434876e-5, 1.2426609473880784e-3, 2.6532189526576123e-2,
        2.9656057182850489e-1, 1.7848265399172913, 5.4637849111641144, 6.6579046435011038
    };
    private static final double[] F = {
        2.0442631033899398e-15,
        1.4215117583164459e-7,
        1.8463183175100547e-5,
        7.868691311456133e-4,
        1.4875361290850615e-2,
        1.3692988092273581e-1,
        5.9983220655588794e-1,
        1
    };
}
