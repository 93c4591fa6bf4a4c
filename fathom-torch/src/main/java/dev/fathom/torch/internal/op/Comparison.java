package dev.fathom.torch.internal.op;

import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Operator;
import dev.fathom.torch.internal.shim.Session;

/// Comparisons, which give truth values, and choices by truth values. A comparison with NaN is false.
///
/// @param session where the tensors lie
public record Comparison(Session session) {

    /// @param operator one of `LESS` … `NOT_EQUAL`
    public Native compare(Operator operator, Native a, Native b) {
        return new Broadcast(session).apply(a, b, (x, y) -> session.call(operator, x, y));
    }

    /// @param operator one of `LESS` … `NOT_EQUAL`
    public Native compare(Operator operator, Native a, double b) {
        try (Native number = session.scalar(b, a.dtype())) {
            return session.call(operator, a, number);
        }
    }

    public Native isNan(Native a) {
        return session.call(Operator.IS_NAN, a);
    }

    /// @param a truth values
    /// @param b truth values
    public Native and(Native a, Native b) {
        return new Broadcast(session).apply(a, b, (x, y) -> session.call(Operator.AND, x, y));
    }

    /// @param a truth values
    /// @param b truth values
    public Native or(Native a, Native b) {
        return new Broadcast(session).apply(a, b, (x, y) -> session.call(Operator.OR, x, y));
    }

    /// @param a truth values
    public Native not(Native a) {
        return session.call(Operator.NOT, a);
    }

    /// `a` where `condition` [n×d] holds, else `b`; both [n×d], or rows, columns, [1×1].
    public Native choose(Native condition, Native a, Native b) {
        return session.call(Operator.WHERE, condition, a, b);
    }

    /// `a` where `condition` holds, else the number `b`.
    public Native choose(Native condition, Native a, double b) {
        try (Native number = session.scalar(b, a.dtype())) {
            return session.call(Operator.WHERE, condition, a, number);
        }
    }
}
