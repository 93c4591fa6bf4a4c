package dev.fathom.tensor;

/// Elementary functions whose every operation is written out, so that they give the same bits in a plain loop and in
/// SIMD lanes, on every machine. Products and sums are fused ([Math#fma(double, double, double)]), which rounds once
/// and
/// is exact everywhere; processors without that instruction are slow.
///
/// Arguments are reduced after Cody and Waite ("Software manual for the elementary functions", 1980); polynomials
/// interpolate at Chebyshev nodes of the reduced interval. Errors are below 1.5 units in the last place (sine and
/// cosine:
/// below 2⁻⁵² absolute).
final class Elementary {

    /// Largest |x| whose sine and cosine are reduced here; beyond, [StrictMath] serves.
    static final double FAR = 1e5;

    /// Adding it rounds to a whole number, which then stands in the low bits.
    static final double MAGIC = 0x1.8p52;

    static final double PER_QUARTER = 2 / Math.PI;
    /// π/2 in three parts, the first two of 33 bits.
    static final double QUARTER_1 = 1.5707963267341256;

    static final double QUARTER_2 = 6.077100506303966e-11;
    static final double QUARTER_3 = 2.0222662487959506e-21;

    /// (sin a / a − 1)/a² as a polynomial of a², |a| ≤ π/4.
    static final double[] SIN = {
        -0.16666666666666666,
        0.008333333333330943,
        -0.0001984126983674956,
        2.7557316097877728e-06,
        -2.505113087096443e-08,
        1.591805913675508e-10
    };
    /// (cos a − 1 + a²/2)/a⁴ as a polynomial of a², |a| ≤ π/4.
    static final double[] COS = {
        0.041666666666666664,
        -0.0013888888888887393,
        2.4801587298760048e-05,
        -2.755731726880538e-07,
        2.0876145659056924e-09,
        -1.1382588535210074e-11
    };
    /// (2 artanh(s)/s − 2)/s² as a polynomial of s², |s| ≤ 0.1716.
    static final double[] LOG = {
        0.666666666666667,
        0.399999999998992,
        0.2857142862611454,
        0.2222221111210212,
        0.18182890778186292,
        0.15331666672244063,
        0.14617128445308789
    };
    /// (eʳ − 1 − r)/r² as a polynomial of r, |r| ≤ ln 2 / 2.
    static final double[] EXP = {
        0.5000000000000001,
        0.16666666666666669,
        0.041666666666623824,
        0.008333333333330039,
        0.0013888888917367081,
        0.00019841269863171557,
        2.4801521057868204e-05,
        2.7557268276905696e-06,
        2.7620201591031547e-07,
        2.5100472505694996e-08
    };

    static final double LN2_HIGH = 0x1.62e42feep-1; // 32 bits
    static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    static final double PER_LN2 = 1.4426950408889634;
    /// Arguments of the exponential beyond which it is 0 or ∞.
    static final double LEAST_EXPONENT = -746;

    static final double GREATEST_EXPONENT = 710;

    /// The bits of √½: mantissas are taken from there to √2.
    static final long ROOT_HALF = 0x3FE6A09E667F3BCDL;

    static final long ONE = 0x3FF0000000000000L;
    static final int EXPONENT = 52;
    /// A whole number below 2⁵² in the low bits of this is 2⁵² more than it as a double.
    static final long INTEGER = 0x4330000000000000L;

    static final double TWO_52 = 0x1p52;
    static final int BIAS = 2048;

    private Elementary() {}

    static double cos(double x) {
        return Math.abs(x) <= FAR ? quarterWave(x, 1) : StrictMath.cos(x);
    }

    static double sin(double x) {
        return Math.abs(x) <= FAR ? quarterWave(x, 0) : StrictMath.sin(x);
    }

    /// sin(x + shift·π/2) for shift 0 or 1.
    private static double quarterWave(double x, long shift) {
        double shifted = Math.fma(x, PER_QUARTER, MAGIC);
        long quarter = Double.doubleToRawLongBits(shifted) + shift;
        double n = shifted - MAGIC;
        double a = Math.fma(n, -QUARTER_3, Math.fma(n, -QUARTER_2, Math.fma(n, -QUARTER_1, x)));
        double w = a * a;
        double wave = (quarter & 1) == 0
                ? Math.fma(a * w, polynomial(SIN, w), a)
                : Math.fma(w * w, polynomial(COS, w), Math.fma(w, -0.5, 1));
        return Double.longBitsToDouble(Double.doubleToRawLongBits(wave) ^ ((quarter & 2) << 62));
    }

    /// ln x; −∞ at 0, NaN below.
    static double log(double x) {
        if (!(x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY)) {
            return StrictMath.log(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        long k = (bits - ROOT_HALF + ((long) BIAS << EXPONENT)) >>> EXPONENT;
        double exponent = Double.longBitsToDouble(k | INTEGER) - (TWO_52 + BIAS);
        double f = Double.longBitsToDouble(bits - ((k - BIAS) << EXPONENT)) - 1;
        double s = f / (f + 2);
        double t = s * s;
        // ln(1 + f) = f − s(f − t·R), which does not cancel
        double tail = Math.fma(exponent, LN2_LOW, s * Math.fma(t, polynomial(LOG, t), -f));
        return Math.fma(exponent, LN2_HIGH, f + tail);
    }

    /// eˣ
    static double exp(double x) {
        double y = Math.max(LEAST_EXPONENT, Math.min(GREATEST_EXPONENT, x));
        double shifted = Math.fma(y, PER_LN2, MAGIC);
        long k = Double.doubleToRawLongBits(shifted) - Double.doubleToRawLongBits(MAGIC);
        double n = shifted - MAGIC;
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, y));
        double p = 1 + Math.fma(r * r, polynomial(EXP, r), r);
        // 2ᵏ in two factors, so that results near both ends of the range come out
        long half = (k + BIAS) / 2 - BIAS / 2;
        return p * power(half) * power(k - half);
    }

    private static double power(long k) {
        return Double.longBitsToDouble((k << EXPONENT) + ONE);
    }

    /// Horner's rule, lowest coefficient first.
    private static double polynomial(double[] c, double x) {
        double sum = c[c.length - 1];
        for (int i = c.length - 2; i >= 0; i--) {
            sum = Math.fma(sum, x, c[i]);
        }
        return sum;
    }
}
