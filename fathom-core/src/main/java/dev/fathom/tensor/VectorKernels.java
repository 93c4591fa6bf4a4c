package dev.fathom.tensor;

import static dev.fathom.tensor.Elementary.*;

import dev.fathom.math.Noise;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [Elementary], operation by operation, in the lanes of the JDK's Vector API. Lanes with arguments
/// that the plain form hands to [StrictMath] are handed there, too.
///
/// Loops stand whole in one method, polynomials written out: past some size of the code around it the compiler inlines
/// only what the JDK says must be, and a vector that a method of ours returned would then become an object, ten times
/// as
/// slow.
final class VectorKernels implements Kernels {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final long MAGIC_BITS = Double.doubleToRawLongBits(MAGIC);
    private static final PlainKernels PLAIN = new PlainKernels();
    /// Numbers of a call: few, so that the loops are called often and compiled soon.
    private static final int PIECE = 128;

    private VectorKernels() {}

    /// The form for this machine; plain loops where two vectors of its lanes are not the partial sums.
    static Kernels instance() {
        return WIDTH == PARTIAL || 2 * WIDTH == PARTIAL ? new VectorKernels() : new PlainKernels();
    }

    @Override
    public String name() {
        return "SIMD with " + WIDTH + " lanes";
    }

    @Override
    public void exp(double[] x, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i += PIECE) {
            exponentials(x, from + i, out, at + i, Math.min(PIECE, count - i));
        }
    }

    private static void exponentials(double[] x, int from, double[] out, int at, int count) {
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) {
            DoubleVector y = DoubleVector.fromArray(SPECIES, x, from + i)
                    .min(GREATEST_EXPONENT)
                    .max(LEAST_EXPONENT);
            DoubleVector shifted = y.fma(PER_LN2, MAGIC);
            LongVector k = shifted.reinterpretAsLongs().sub(MAGIC_BITS);
            DoubleVector n = shifted.sub(MAGIC);
            DoubleVector r = n.fma(
                    DoubleVector.broadcast(SPECIES, -LN2_LOW), n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), y));
            DoubleVector p = r.fma(EXP[9], EXP[8]);
            p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP[7]));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP[6]));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP[5]));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP[4]));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP[3]));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP[2]));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP[1]));
            p = p.fma(r, DoubleVector.broadcast(SPECIES, EXP[0]));
            p = r.mul(r).fma(p, r).add(1);
            LongVector half = k.add(BIAS).lanewise(VectorOperators.LSHR, 1).sub(BIAS / 2); // 2ᵏ in two factors
            LongVector rest = k.sub(half);
            DoubleVector first =
                    half.lanewise(VectorOperators.LSHL, EXPONENT).add(ONE).reinterpretAsDoubles();
            DoubleVector second =
                    rest.lanewise(VectorOperators.LSHL, EXPONENT).add(ONE).reinterpretAsDoubles();
            p.mul(first).mul(second).intoArray(out, at + i);
        }
        for (; i < count; i++) {
            out[at + i] = Elementary.exp(x[from + i]);
        }
    }

    @Override
    public void log(double[] x, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i += PIECE) {
            logarithms(x, from + i, out, at + i, Math.min(PIECE, count - i));
        }
    }

    private static void logarithms(double[] x, int from, double[] out, int at, int count) {
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + i);
            boolean ordinary = v.compare(VectorOperators.GE, Double.MIN_NORMAL)
                    .and(v.compare(VectorOperators.LT, Double.POSITIVE_INFINITY))
                    .allTrue();
            if (!ordinary) {
                PLAIN.log(x, from + i, out, at + i, WIDTH);
                continue;
            }
            LongVector bits = v.reinterpretAsLongs();
            LongVector k = bits.add(((long) BIAS << EXPONENT) - ROOT_HALF).lanewise(VectorOperators.LSHR, EXPONENT);
            DoubleVector exponent = k.or(INTEGER).reinterpretAsDoubles().sub(TWO_52 + BIAS);
            DoubleVector f = bits.sub(k.sub(BIAS).lanewise(VectorOperators.LSHL, EXPONENT))
                    .reinterpretAsDoubles()
                    .sub(1);
            DoubleVector s = f.div(f.add(2));
            DoubleVector t = s.mul(s);
            DoubleVector p = t.fma(LOG[6], LOG[5]);
            p = p.fma(t, DoubleVector.broadcast(SPECIES, LOG[4]));
            p = p.fma(t, DoubleVector.broadcast(SPECIES, LOG[3]));
            p = p.fma(t, DoubleVector.broadcast(SPECIES, LOG[2]));
            p = p.fma(t, DoubleVector.broadcast(SPECIES, LOG[1]));
            p = p.fma(t, DoubleVector.broadcast(SPECIES, LOG[0]));
            DoubleVector tail = exponent.fma(DoubleVector.broadcast(SPECIES, LN2_LOW), s.mul(t.fma(p, f.neg())));
            exponent.fma(DoubleVector.broadcast(SPECIES, LN2_HIGH), f.add(tail)).intoArray(out, at + i);
        }
        for (; i < count; i++) {
            out[at + i] = Elementary.log(x[from + i]);
        }
    }

    @Override
    public void sin(double[] x, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i += PIECE) {
            waves(x, from + i, out, at + i, Math.min(PIECE, count - i), 0);
        }
    }

    @Override
    public void cos(double[] x, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i += PIECE) {
            waves(x, from + i, out, at + i, Math.min(PIECE, count - i), 1);
        }
    }

    /// sin(x + shift·π/2) for shift 0 or 1.
    private static void waves(double[] x, int from, double[] out, int at, int count, int shift) {
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + i);
            if (!v.abs().compare(VectorOperators.LE, FAR).allTrue()) {
                plain(x, from + i, out, at + i, WIDTH, shift);
                continue;
            }
            DoubleVector shifted = v.fma(PER_QUARTER, MAGIC);
            LongVector quarter = shifted.reinterpretAsLongs().add(shift);
            DoubleVector n = shifted.sub(MAGIC);
            DoubleVector a = n.fma(DoubleVector.broadcast(SPECIES, -QUARTER_1), v);
            a = n.fma(DoubleVector.broadcast(SPECIES, -QUARTER_2), a);
            a = n.fma(DoubleVector.broadcast(SPECIES, -QUARTER_3), a);
            DoubleVector w = a.mul(a);
            DoubleVector sine = w.fma(SIN[5], SIN[4]);
            sine = sine.fma(w, DoubleVector.broadcast(SPECIES, SIN[3]));
            sine = sine.fma(w, DoubleVector.broadcast(SPECIES, SIN[2]));
            sine = sine.fma(w, DoubleVector.broadcast(SPECIES, SIN[1]));
            sine = sine.fma(w, DoubleVector.broadcast(SPECIES, SIN[0]));
            sine = a.mul(w).fma(sine, a);
            DoubleVector cosine = w.fma(COS[5], COS[4]);
            cosine = cosine.fma(w, DoubleVector.broadcast(SPECIES, COS[3]));
            cosine = cosine.fma(w, DoubleVector.broadcast(SPECIES, COS[2]));
            cosine = cosine.fma(w, DoubleVector.broadcast(SPECIES, COS[1]));
            cosine = cosine.fma(w, DoubleVector.broadcast(SPECIES, COS[0]));
            cosine = w.mul(w).fma(cosine, w.fma(-0.5, 1));
            VectorMask<Double> odd =
                    quarter.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
            LongVector sign = quarter.and(2).lanewise(VectorOperators.LSHL, 62);
            sine.blend(cosine, odd)
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.XOR, sign)
                    .reinterpretAsDoubles()
                    .intoArray(out, at + i);
        }
        plain(x, from + i, out, at + i, count - i, shift);
    }

    private static void plain(double[] x, int from, double[] out, int at, int count, int shift) {
        if (shift == 0) {
            PLAIN.sin(x, from, out, at, count);
        } else {
            PLAIN.cos(x, from, out, at, count);
        }
    }

    @Override
    public double sum(double[] x, int from, int count) {
        DoubleVector first = DoubleVector.zero(SPECIES);
        DoubleVector second = first;
        int j = 0;
        for (; j + PARTIAL <= count; j += PARTIAL) {
            first = first.add(DoubleVector.fromArray(SPECIES, x, from + j));
            second = WIDTH == PARTIAL ? second : second.add(DoubleVector.fromArray(SPECIES, x, from + j + WIDTH));
        }
        if (j < count) {
            first = first.add(part(x, from, j, count));
            second = WIDTH == PARTIAL ? second : second.add(part(x, from, j + WIDTH, count));
        }
        return total(first, second);
    }

    @Override
    public double dot(double[] x, int from, double[] y, int other, int count) {
        DoubleVector first = DoubleVector.zero(SPECIES);
        DoubleVector second = first;
        int j = 0;
        for (; j + PARTIAL <= count; j += PARTIAL) {
            first = DoubleVector.fromArray(SPECIES, x, from + j)
                    .fma(DoubleVector.fromArray(SPECIES, y, other + j), first);
            second = WIDTH == PARTIAL
                    ? second
                    : DoubleVector.fromArray(SPECIES, x, from + j + WIDTH)
                            .fma(DoubleVector.fromArray(SPECIES, y, other + j + WIDTH), second);
        }
        if (j < count) {
            first = part(x, from, j, count).fma(part(y, other, j, count), first);
            second = WIDTH == PARTIAL
                    ? second
                    : part(x, from, j + WIDTH, count).fma(part(y, other, j + WIDTH, count), second);
        }
        return total(first, second);
    }

    /// What is left from number `j` on; 0 beyond the end.
    private static DoubleVector part(double[] x, int from, int j, int count) {
        return j >= count
                ? DoubleVector.zero(SPECIES)
                : DoubleVector.fromArray(SPECIES, x, from + j, SPECIES.indexInRange(j, count));
    }

    /// As [Kernels#total] adds the partial sums.
    private static double total(DoubleVector first, DoubleVector second) {
        if (WIDTH == PARTIAL) {
            return Kernels.total(
                    first.lane(0),
                    first.lane(1),
                    first.lane(2),
                    first.lane(3),
                    first.lane(4),
                    first.lane(5),
                    first.lane(6),
                    first.lane(7));
        }
        DoubleVector sums = first.add(second);
        return (sums.lane(0) + sums.lane(1)) + (sums.lane(2) + sums.lane(3));
    }

    @Override
    public void affine(double[] x, int from, double[] a, int ai, double[] b, int bi, double[] out, int at, int count) {
        int j = 0;
        for (; j + WIDTH <= count; j += WIDTH) {
            DoubleVector scale = DoubleVector.fromArray(SPECIES, a, ai + j);
            DoubleVector shift = DoubleVector.fromArray(SPECIES, b, bi + j);
            DoubleVector.fromArray(SPECIES, x, from + j).fma(scale, shift).intoArray(out, at + j);
        }
        for (; j < count; j++) {
            out[at + j] = Math.fma(x[from + j], a[ai + j], b[bi + j]);
        }
    }

    @Override
    public void bits(Noise noise, long first, long[] out, int count) {
        LongVector z = LongVector.zero(LONGS).addIndex(1).mul(Noise.STEP).add(noise.key() + first * Noise.STEP);
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) { // as Noise#bits(long) mixes
            LongVector mixed = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 30))
                    .mul(Noise.FIRST_FACTOR);
            mixed = mixed.lanewise(VectorOperators.XOR, mixed.lanewise(VectorOperators.LSHR, 27))
                    .mul(Noise.SECOND_FACTOR);
            mixed = mixed.lanewise(VectorOperators.XOR, mixed.lanewise(VectorOperators.LSHR, 31));
            mixed.intoArray(out, i);
            z = z.add(WIDTH * Noise.STEP);
        }
        for (; i < count; i++) {
            out[i] = noise.bits(first + i);
        }
    }
}
