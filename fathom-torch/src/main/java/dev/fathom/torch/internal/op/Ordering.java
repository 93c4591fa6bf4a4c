package dev.fathom.torch.internal.op;

import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Operator;
import dev.fathom.torch.internal.shim.Session;
import java.util.stream.LongStream;

/// Sorting and picking. Equal numbers keep their order, 0 and −0 are equal, and NaN comes last in both directions.
///
/// @param session where the tensors lie
public record Ordering(Session session) {

    /// For each of k groups of the column x [k·λ×1], the positions 0 … λ − 1 in the group from the smallest number to
    /// the
    /// largest, as [k·λ×1].
    public Native order(Native x, long k) {
        Views views = new Views(session);
        try (Native groups = views.reshape(x, k, k == 0 ? 0 : x.size(0) / k);
                Native positions = session.call(Operator.ARGSORT, groups, true, -1, false)) {
            return views.reshape(positions, x.size(0), 1);
        }
    }

    /// The same from the largest to the smallest.
    public Native orderDescending(Native x, long k) {
        try (Native negated = session.call(Operator.NEGATE, x)) {
            return order(negated, k);
        }
    }

    /// Each column of x [n×d] by itself, smallest first.
    public Native sortColumns(Native x) {
        try (Native positions = session.call(Operator.ARGSORT, x, true, 0, false)) {
            return session.call(Operator.GATHER, x, 0, positions, false);
        }
    }

    /// The rows of x [n×d] that `index` [m×1] names, 0 ≤ index < n, as [m×d].
    public Native rows(Native x, Native index) {
        try (Native line = new Views(session).reshape(index, index.count())) {
            return session.call(Operator.SELECT, x, 0, line);
        }
    }

    /// x_{index_ij, j} for x [n×d] and index [m×d].
    public Native gather(Native x, Native index) {
        return session.call(Operator.GATHER, x, 0, index, false);
    }

    /// The parts below each other.
    public Native below(Native... parts) {
        return session.concatenate(0, parts);
    }

    /// The parts beside each other.
    public Native beside(Native... parts) {
        return session.concatenate(1, parts);
    }

    /// The inverse of positions in groups, as [#order] gives them: where each row stands in the order of its group.
    public Native places(Native order, long k) {
        long lambda = k == 0 ? 0 : order.size(0) / k;
        Views views = new Views(session);
        try (Native positions = views.reshape(order, k, lambda);
                Native counters = new Bits(session).counters(lambda);
                Native row = views.reshape(counters, 1, lambda);
                Native repeated = views.expand(row, k, lambda);
                Native target = session.empty(Dtype.INT64, k, lambda);
                Native places = session.call(Operator.SCATTER, target, 1, positions, repeated)) {
            return views.reshape(places, order.size(0), 1);
        }
    }

    /// The least and the largest of whole numbers [m×1], m ≥ 1.
    public long[] range(Native index) {
        try (Native minus = session.call(Operator.NEGATE, index)) {
            return new long[] {-largest(minus), largest(index)};
        }
    }

    private long largest(Native index) {
        Native[] found = session.callForTwo(Operator.MAX, index, 0, false);
        found[1].close();
        try (Native value = found[0]) {
            return new Transfer(session).longs(value)[0];
        }
    }

    /// Positions in groups, as [#order] gives them, as rows of the whole [k·λ×1].
    public Native inWhole(Native order, long k) {
        long lambda = k == 0 ? 0 : order.size(0) / k;
        long[] first = LongStream.range(0, k).map(i -> i * lambda).toArray();
        Views views = new Views(session);
        try (Native starts = new Transfer(session).upload(first, k, 1);
                Native repeated = views.expand(starts, k, lambda);
                Native column = views.reshape(repeated, order.size(0), 1)) {
            return new Bits(session).add(order, column);
        }
    }
}
