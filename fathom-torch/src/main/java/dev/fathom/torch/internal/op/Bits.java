package dev.fathom.torch.internal.op;

import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Operator;
import dev.fathom.torch.internal.shim.Session;

/// Arithmetic of 64-bit whole numbers that wraps around, as Java's `long` does.
///
/// @param session where the tensors lie
public record Bits(Session session) {

    /// 0 … n − 1 as a column [n×1]: the running sums of 0, 1, 1, ….
    public Native counters(long n) {
        try (Native shape = session.empty(Dtype.INT64, n, 1);
                Native ones = session.call(Operator.ONES_LIKE, shape, null, null, null, null, null);
                Native first = new Views(session).rows(ones, 0, Math.min(n, 1));
                Native zero = session.scalar(0L)) {
            session.copy(first, zero);
            return session.call(Operator.RUNNING_SUM, ones, 0, null);
        }
    }

    public Native multiply(Native a, long b) {
        return withNumber(Operator.MULTIPLY, a, b);
    }

    public Native multiply(Native a, Native b) {
        return session.call(Operator.MULTIPLY, a, b);
    }

    public Native xor(Native a, long b) {
        return withNumber(Operator.XOR, a, b);
    }

    public Native xor(Native a, Native b) {
        return session.call(Operator.XOR, a, b);
    }

    public Native and(Native a, long b) {
        return withNumber(Operator.AND, a, b);
    }

    /// a << by.
    public Native shiftLeft(Native a, int by) {
        return withNumber(Operator.SHIFT_LEFT, a, by);
    }

    /// a >>> by: libtorch shifts the sign in, so the upper bits are cleared afterwards.
    public Native shiftRight(Native a, int by) {
        try (Native shifted = withNumber(Operator.SHIFT_RIGHT, a, by)) {
            return and(shifted, -1L >>> by);
        }
    }

    /// a + b.
    public Native add(Native a, long b) {
        try (Native zeros = session.call(Operator.ZEROS_LIKE, a, null, null, null, null, null);
                Native all = xor(zeros, b)) {
            return add(a, all);
        }
    }

    /// a + b, both [n×d]. The functions of libtorch that add take a factor as a double and refuse that for whole
    /// numbers;
    /// the difference of neighbours needs none: a + b = a − (−b).
    public Native add(Native a, Native b) {
        Views views = new Views(session);
        try (Native left = views.reshape(a, 1, a.count());
                Native right = views.reshape(b, 1, b.count());
                Native minus = session.call(Operator.NEGATE, right);
                Native sum = session.call(Operator.DIFFERENCE, left, 1, 0, minus, null)) {
            return views.reshape(sum, a.size(0), a.size(1));
        }
    }

    /// The upper 53 bits as a real number of `[0, 1)`.
    public Native unit(Native a, Dtype dtype) {
        try (Native upper = shiftRight(a, 11);
                Native whole = new Transfer(session).as(Dtype.FLOAT64, upper);
                Native unit = session.multiply(whole, 0x1.0p-53)) {
            return new Transfer(session).as(dtype, unit);
        }
    }

    private Native withNumber(Operator operator, Native a, long b) {
        try (Native number = session.scalar(b)) {
            return session.call(operator, a, number);
        }
    }
}
