package dev.fathom.tensor;

import static dev.fathom.tensor.Elementary.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [Elementary], operation by operation, in the lanes of the JDK's Vector API. Lanes with arguments
/// that the plain form hands to [StrictMath] are handed there, too.
final class VectorKernels implements Kernels {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    private VectorKernels() {}

    /// The form for this machine; plain loops where its lanes do not divide the partial sums.
    static Kernels instance() {
        return WIDTH >= 2 && PARTIAL % WIDTH == 0 ? new VectorKernels() : new PlainKernels();
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
        DoubleVector shifted = y.mul(PER_LN2).add(MAGIC);
        LongVector k = shifted.reinterpretAsLongs().sub(Double.doubleToRawLongBits(MAGIC));
        DoubleVector n = shifted.sub(MAGIC);
        DoubleVector r = y.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
        DoubleVector p = r.add(r.mul(r).mul(exponential(r))).add(1);
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
        DoubleVector tail = exponent.mul(LN2_LOW).add(s.mul(t.mul(logarithm(t))).sub(s.mul(f)));
        return exponent.mul(LN2_HIGH).add(f.add(tail));
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
        DoubleVector shifted = x.mul(PER_QUARTER).add(MAGIC);
        LongVector quarter = shifted.reinterpretAsLongs().add(shift);
        DoubleVector n = shifted.sub(MAGIC);
        DoubleVector a = x.sub(n.mul(QUARTER_1)).sub(n.mul(QUARTER_2)).sub(n.mul(QUARTER_3));
        DoubleVector w = a.mul(a);
        DoubleVector sine = a.add(a.mul(w).mul(sine(w)));
        DoubleVector cosine = w.mul(-0.5).add(1).add(w.mul(w).mul(cosine(w)));
        VectorMask<Double> odd = quarter.and(1).compare(VectorOperators.NE, 0).cast(SPECIES);
        LongVector sign = quarter.and(2).lanewise(VectorOperators.LSHL, 62);
        return sine.blend(cosine, odd)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsDoubles();
    }

    // Horner's rule, written out: loops over coefficients are not unrolled in time.

    private static DoubleVector sine(DoubleVector w) {
        DoubleVector p = w.mul(SIN[5]).add(SIN[4]).mul(w).add(SIN[3]);
        return p.mul(w).add(SIN[2]).mul(w).add(SIN[1]).mul(w).add(SIN[0]);
    }

    private static DoubleVector cosine(DoubleVector w) {
        DoubleVector p = w.mul(COS[5]).add(COS[4]).mul(w).add(COS[3]);
        return p.mul(w).add(COS[2]).mul(w).add(COS[1]).mul(w).add(COS[0]);
    }

    private static DoubleVector logarithm(DoubleVector t) {
        DoubleVector p = t.mul(LOG[6]).add(LOG[5]).mul(t).add(LOG[4]).mul(t).add(LOG[3]);
        return p.mul(t).add(LOG[2]).mul(t).add(LOG[1]).mul(t).add(LOG[0]);
    }

    private static DoubleVector exponential(DoubleVector r) {
        DoubleVector p = r.mul(EXP[9]).add(EXP[8]).mul(r).add(EXP[7]).mul(r).add(EXP[6]);
        p = p.mul(r).add(EXP[5]).mul(r).add(EXP[4]).mul(r).add(EXP[3]);
        return p.mul(r).add(EXP[2]).mul(r).add(EXP[1]).mul(r).add(EXP[0]);
    }

    @Override
    public double sum(double[] x, int from, int count) {
        int end = count - count % PARTIAL;
        double[] partial = new double[PARTIAL];
        for (int lane = 0; lane < PARTIAL; lane += WIDTH) {
            DoubleVector sums = DoubleVector.zero(SPECIES);
            for (int j = lane; j < end; j += PARTIAL) {
                sums = sums.add(DoubleVector.fromArray(SPECIES, x, from + j));
            }
            sums.intoArray(partial, lane);
        }
        for (int j = end; j < count; j++) {
            partial[j - end] += x[from + j];
        }
        return Kernels.total(
                partial[0], partial[1], partial[2], partial[3], partial[4], partial[5], partial[6], partial[7]);
    }

    private static void each(int from, int to, java.util.function.IntConsumer step) {
        for (int j = from; j < to; j++) {
            step.accept(j);
        }
    }
}
