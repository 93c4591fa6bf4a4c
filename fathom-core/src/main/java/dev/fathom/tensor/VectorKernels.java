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
final class VectorKernels implements Kernels {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

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
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) {
            exp(DoubleVector.fromArray(SPECIES, x, from + i)).intoArray(out, at + i);
        }
        for (; i < count; i++) {
            out[at + i] = Elementary.exp(x[from + i]);
        }
    }

    private static DoubleVector exp(DoubleVector x) {
        DoubleVector y = x.min(GREATEST_EXPONENT).max(LEAST_EXPONENT);
        DoubleVector shifted = y.fma(of(PER_LN2), of(MAGIC));
        LongVector k = shifted.reinterpretAsLongs().sub(Double.doubleToRawLongBits(MAGIC));
        DoubleVector n = shifted.sub(MAGIC);
        DoubleVector r = n.fma(of(-LN2_LOW), n.fma(of(-LN2_HIGH), y));
        DoubleVector p = r.mul(r).fma(exponential(r), r).add(1);
        LongVector half = k.add(BIAS).lanewise(VectorOperators.LSHR, 1).sub(BIAS / 2);
        return p.mul(power(half)).mul(power(k.sub(half)));
    }

    private static DoubleVector power(LongVector k) {
        return k.lanewise(VectorOperators.LSHL, EXPONENT).add(ONE).reinterpretAsDoubles();
    }

    @Override
    public void log(double[] x, int from, double[] out, int at, int count) {
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + i);
            boolean ordinary = v.compare(VectorOperators.GE, Double.MIN_NORMAL)
                    .and(v.compare(VectorOperators.LT, Double.POSITIVE_INFINITY))
                    .allTrue();
            if (ordinary) {
                log(v).intoArray(out, at + i);
            } else {
                each(i, i + WIDTH, j -> out[at + j] = Elementary.log(x[from + j]));
            }
        }
        for (; i < count; i++) {
            out[at + i] = Elementary.log(x[from + i]);
        }
    }

    private static DoubleVector log(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        LongVector k = bits.add(((long) BIAS << EXPONENT) - ROOT_HALF).lanewise(VectorOperators.LSHR, EXPONENT);
        DoubleVector exponent = k.or(INTEGER).reinterpretAsDoubles().sub(TWO_52 + BIAS);
        DoubleVector f = bits.sub(k.sub(BIAS).lanewise(VectorOperators.LSHL, EXPONENT))
                .reinterpretAsDoubles()
                .sub(1);
        DoubleVector s = f.div(f.add(2));
        DoubleVector t = s.mul(s);
        DoubleVector tail = exponent.fma(of(LN2_LOW), s.mul(t.fma(logarithm(t), f.neg())));
        return exponent.fma(of(LN2_HIGH), f.add(tail));
    }

    @Override
    public void sin(double[] x, int from, double[] out, int at, int count) {
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + i);
            if (isNear(v)) {
                quarterWave(v, 0).intoArray(out, at + i);
            } else {
                each(i, i + WIDTH, j -> out[at + j] = Elementary.sin(x[from + j]));
            }
        }
        for (; i < count; i++) {
            out[at + i] = Elementary.sin(x[from + i]);
        }
    }

    @Override
    public void cos(double[] x, int from, double[] out, int at, int count) {
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + i);
            if (isNear(v)) {
                quarterWave(v, 1).intoArray(out, at + i);
            } else {
                each(i, i + WIDTH, j -> out[at + j] = Elementary.cos(x[from + j]));
            }
        }
        for (; i < count; i++) {
            out[at + i] = Elementary.cos(x[from + i]);
        }
    }

    private static boolean isNear(DoubleVector x) {
        return x.abs().compare(VectorOperators.LE, FAR).allTrue();
    }

    private static DoubleVector quarterWave(DoubleVector x, long shift) {
        DoubleVector shifted = x.fma(of(PER_QUARTER), of(MAGIC));
        LongVector quarter = shifted.reinterpretAsLongs().add(shift);
        DoubleVector n = shifted.sub(MAGIC);
        DoubleVector a = n.fma(of(-QUARTER_3), n.fma(of(-QUARTER_2), n.fma(of(-QUARTER_1), x)));
        DoubleVector w = a.mul(a);
        DoubleVector sine = a.mul(w).fma(sine(w), a);
        DoubleVector cosine = w.mul(w).fma(cosine(w), w.fma(of(-0.5), of(1)));
        VectorMask<Double> odd = quarter.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
        LongVector sign = quarter.and(2).lanewise(VectorOperators.LSHL, 62);
        return sine.blend(cosine, odd)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsDoubles();
    }

    // Horner's rule, written out: loops over coefficients are not unrolled in time.

    private static DoubleVector sine(DoubleVector w) {
        DoubleVector p = w.fma(of(SIN[5]), of(SIN[4]));
        p = p.fma(w, of(SIN[3]));
        p = p.fma(w, of(SIN[2]));
        p = p.fma(w, of(SIN[1]));
        return p.fma(w, of(SIN[0]));
    }

    private static DoubleVector cosine(DoubleVector w) {
        DoubleVector p = w.fma(of(COS[5]), of(COS[4]));
        p = p.fma(w, of(COS[3]));
        p = p.fma(w, of(COS[2]));
        p = p.fma(w, of(COS[1]));
        return p.fma(w, of(COS[0]));
    }

    private static DoubleVector logarithm(DoubleVector t) {
        DoubleVector p = t.fma(of(LOG[6]), of(LOG[5]));
        p = p.fma(t, of(LOG[4]));
        p = p.fma(t, of(LOG[3]));
        p = p.fma(t, of(LOG[2]));
        p = p.fma(t, of(LOG[1]));
        return p.fma(t, of(LOG[0]));
    }

    private static DoubleVector exponential(DoubleVector r) {
        DoubleVector p = r.fma(of(EXP[9]), of(EXP[8]));
        p = p.fma(r, of(EXP[7]));
        p = p.fma(r, of(EXP[6]));
        p = p.fma(r, of(EXP[5]));
        p = p.fma(r, of(EXP[4]));
        p = p.fma(r, of(EXP[3]));
        p = p.fma(r, of(EXP[2]));
        p = p.fma(r, of(EXP[1]));
        return p.fma(r, of(EXP[0]));
    }

    private static DoubleVector of(double number) {
        return DoubleVector.broadcast(SPECIES, number);
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
        for (; i + WIDTH <= count; i += WIDTH) {
            LongVector mixed = mix(z);
            mixed.intoArray(out, i);
            z = z.add(WIDTH * Noise.STEP);
        }
        for (; i < count; i++) {
            out[i] = noise.bits(first + i);
        }
    }

    /// As [Noise#bits(long)] does.
    private static LongVector mix(LongVector z) {
        LongVector first = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 30))
                .mul(Noise.FIRST_FACTOR);
        LongVector second = first.lanewise(VectorOperators.XOR, first.lanewise(VectorOperators.LSHR, 27))
                .mul(Noise.SECOND_FACTOR);
        return second.lanewise(VectorOperators.XOR, second.lanewise(VectorOperators.LSHR, 31));
    }

    private static void each(int from, int to, java.util.function.IntConsumer step) {
        for (int j = from; j < to; j++) {
            step.accept(j);
        }
    }
}
