package dev.fathom.torch.internal.op;

import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Session;
import java.util.function.BinaryOperator;

/// Brings two matrices to a common shape. libtorch repeats [1×1], rows [1×d] and columns [n×1] by itself; here come
/// group
/// rows [k×d] beside [n×d] with n = k·λ, where row i of the first goes with rows i·λ … i·λ + λ − 1 of the second.
///
/// @param session where the tensors lie
public record Broadcast(Session session) {

    /// @param operator takes tensors that libtorch can bring to a common shape
    public Native apply(Native a, Native b, BinaryOperator<Native> operator) {
        long rowsA = a.dimensions() == 2 ? a.size(0) : 1;
        long rowsB = b.dimensions() == 2 ? b.size(0) : 1;
        if (rowsA == rowsB || rowsA == 1 || rowsB == 1) {
            return operator.apply(a, b);
        }
        long k = Math.min(rowsA, rowsB);
        if (k == 0 || Math.max(rowsA, rowsB) % k != 0) {
            throw new IllegalArgumentException(
                    a + " and " + b + " do not go together. Maybe the groups do not divide the rows?");
        }
        try (Native left = grouped(a, k);
                Native right = grouped(b, k);
                Native result = operator.apply(left, right)) {
            return new Views(session).flat(result);
        }
    }

    private Native grouped(Native x, long k) {
        return new Views(session).groups(x, k);
    }
}
