package dev.fathom.torch.internal.op;

import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Session;

/// Other shapes of the same numbers; nothing is computed, and nothing is copied unless the numbers lie in another
/// order.
///
/// @param session where the tensors lie
public record Views(Session session) {

    /// x itself, or a copy whose numbers lie row after row.
    public Native contiguous(Native x) {
        return x.isContiguous() ? x : new Transfer(session).copy(x);
    }

    /// The numbers of x, row after row, in another shape.
    public Native reshape(Native x, long... sizes) {
        Native base = contiguous(x);
        long count = 1;
        for (long size : sizes) {
            count *= size;
        }
        if (count != x.count()) {
            throw new IllegalArgumentException(
                    x + " has " + x.count() + " numbers, not " + count + ". Maybe the groups do not divide the rows?");
        }
        long[] strides = new long[sizes.length];
        long stride = 1;
        for (int k = sizes.length - 1; k >= 0; k--) {
            strides[k] = stride;
            stride *= sizes[k];
        }
        Native shaped = session.view(base, sizes, strides, 0);
        if (base != x) {
            base.close(); // the view holds its numbers
        }
        return shaped;
    }

    /// x [n×d] as groups [k×λ×d], n = k·λ.
    public Native groups(Native x, long k) {
        return reshape(x, k, k == 0 ? 0 : x.size(0) / k, x.size(1));
    }

    /// Groups [k×λ×d] as x [k·λ×d].
    public Native flat(Native groups) {
        return reshape(groups, groups.size(0) * groups.size(1), groups.size(2));
    }

    /// xᵀ [d×n] of x [n×d].
    public Native transpose(Native x) {
        return session.view(x, new long[] {x.size(1), x.size(0)}, new long[] {x.stride(1), x.stride(0)}, 0);
    }

    /// x [n×d] or [1×d] or [n×1] or [1×1] repeated to [n×d].
    public Native expand(Native x, long n, long d) {
        if ((x.size(0) != n && x.size(0) != 1) || (x.size(1) != d && x.size(1) != 1)) {
            throw new IllegalArgumentException(
                    x + " cannot be repeated to [" + n + "×" + d + "]. Maybe it should be transposed?");
        }
        return session.view(
                x,
                new long[] {n, d},
                new long[] {x.size(0) == 1 ? 0 : x.stride(0), x.size(1) == 1 ? 0 : x.stride(1)},
                0);
    }

    /// Rows `from` (inclusive) to `to` (exclusive).
    public Native rows(Native x, long from, long to) {
        if (from < 0 || to < from || to > x.size(0)) {
            throw new IllegalArgumentException(
                    x + " has no rows " + from + " to " + to + ". Maybe the end is counted from 1?");
        }
        return session.view(
                x, new long[] {to - from, x.size(1)}, new long[] {x.stride(0), x.stride(1)}, from * x.stride(0));
    }

    /// Columns `from` (inclusive) to `to` (exclusive).
    public Native columns(Native x, long from, long to) {
        return transpose(rows(transpose(x), from, to));
    }
}
