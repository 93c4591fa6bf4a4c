package dev.fathom.torch.internal.op;

import dev.fathom.math.Noise;
import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Operator;
import dev.fathom.torch.internal.shim.Session;
import java.util.stream.LongStream;

/// Random numbers made on the device, each a function of a key and its place: other numbers than [Noise] gives, but the
/// same ones again for the same key and shape.
///
/// A table of 64-bit words is the exclusive or of hashed rows and hashed columns, mixed by the finalizer of SplitMix64
/// (Steele, Lea and Flood 2014). Few passes over the memory matter more here than few operations.
///
/// @param session where the numbers are made
public record DeviceNoise(Session session) {

    /// Columns of a table.
    private static final int WIDTH = 4096;

    private static final long LOWER = 0xFFFF_FFFFL;
    private static final double HALF = 0x1.0p-31;
    private static final double LEAST = 0.25;

    /// Independent numbers of the standard normal distribution [n×d], by the method of Box and Muller ("A note on the
    /// generation of random normal deviates", 1958): each word gives the radius and the angle of two numbers, 32 bits
    /// each. None lies beyond ±6.8.
    public Native gaussian(Noise noise, Dtype dtype, int n, int d) {
        long pairs = ((long) n * d + 1) / 2;
        try (Native words = words(noise, pairs);
                Native upper = arithmeticShift(words);
                Native mixed = bits().xor(words, upper);
                Native lower = bits().and(mixed, LOWER);
                Native radius = radius(upper, dtype);
                Native angle = scaled(lower, dtype, 2 * Math.PI * 0x1.0p-32);
                Native cos = session.call(Operator.COS, angle);
                Native sin = session.call(Operator.SIN, angle);
                Native left = session.call(Operator.MULTIPLY, radius, cos);
                Native right = session.call(Operator.MULTIPLY, radius, sin);
                Native all = session.concatenate(1, left, right)) {
            return first(all, n, d);
        }
    }

    /// Independent numbers, uniform in `[0, 1)` [n×d]: multiples of 2⁻⁵³, or of 2⁻²⁴ in single precision.
    public Native uniform(Noise noise, Dtype dtype, int n, int d) {
        try (Native words = words(noise, (long) n * d);
                Native mixed = xorShift(words, 31);
                Native all = dtype == Dtype.FLOAT32 ? single(mixed) : bits().unit(mixed, dtype)) {
            return first(all, n, d);
        }
    }

    private Native single(Native words) {
        try (Native upper = bits().shiftRight(words, 40)) {
            return scaled(upper, Dtype.FLOAT32, 0x1.0p-24);
        }
    }

    /// √(−2 ln u), where u = |s|·2⁻³¹ for signed 32-bit numbers s; small ones keep their precision.
    private Native radius(Native signed, Dtype dtype) {
        Elementwise real = new Elementwise(session);
        try (Native s = new Transfer(session).as(dtype, signed);
                Native size = real.abs(s);
                Native positive = real.maximum(size, LEAST);
                Native u = real.multiply(positive, HALF);
                Native log = real.log(u);
                Native square = real.multiply(log, -2)) {
            return real.sqrt(square);
        }
    }

    private Native scaled(Native whole, Dtype dtype, double factor) {
        try (Native real = new Transfer(session).as(dtype, whole)) {
            return session.multiply(real, factor);
        }
    }

    /// At least `count` words [a×b], not yet mixed by the last shift.
    private Native words(Noise noise, long count) {
        int columns = Math.clamp(count, 1, WIDTH);
        int rows = (int) ((count + columns - 1) / columns);
        try (Native left = hashes(noise.fork(1), rows, 1);
                Native top = hashes(noise.fork(2), 1, columns);
                Native table = bits().xor(left, top);
                Native a = xorShift(table, 30);
                Native b = bits().multiply(a, 0xBF58476D1CE4E5B9L);
                Native c = xorShift(b, 27)) {
            return bits().multiply(c, 0x94D049BB133111EBL);
        }
    }

    private Native hashes(Noise noise, int rows, int columns) {
        long[] values =
                LongStream.range(0, (long) rows * columns).map(noise::bits).toArray();
        return new Transfer(session).upload(values, rows, columns);
    }

    /// z ^ (z >>> by)
    private Native xorShift(Native z, int by) {
        try (Native shifted = bits().shiftRight(z, by)) {
            return bits().xor(z, shifted);
        }
    }

    /// z >> 32
    private Native arithmeticShift(Native z) {
        try (Native by = session.scalar(32L)) {
            return session.call(Operator.SHIFT_RIGHT, z, by);
        }
    }

    private Native first(Native all, int n, int d) {
        return session.view(all, new long[] {n, d}, new long[] {d, 1}, 0);
    }

    private Bits bits() {
        return new Bits(session);
    }
}
