package dev.fathom.torch.internal.op;

import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Operator;
import dev.fathom.torch.internal.shim.Session;

/// Arithmetic of real numbers, number by number.
///
/// @param session where the tensors lie
public record Elementwise(Session session) {

    public Native add(Native a, Native b) {
        return broadcast().apply(a, b, (x, y) -> session.add(x, y, 1));
    }

    public Native subtract(Native a, Native b) {
        return broadcast().apply(a, b, (x, y) -> session.add(x, y, -1));
    }

    /// a + αb.
    public Native addScaled(Native a, Native b, double alpha) {
        return broadcast().apply(a, b, (x, y) -> session.add(x, y, alpha));
    }

    public Native multiply(Native a, Native b) {
        return apply(Operator.MULTIPLY, a, b);
    }

    public Native divide(Native a, Native b) {
        return apply(Operator.DIVIDE, a, b);
    }

    /// The smaller one; NaN where either is.
    public Native minimum(Native a, Native b) {
        return apply(Operator.MINIMUM, a, b);
    }

    /// The larger one; NaN where either is.
    public Native maximum(Native a, Native b) {
        return apply(Operator.MAXIMUM, a, b);
    }

    public Native add(Native a, double b) {
        return session.add(a, b);
    }

    public Native multiply(Native a, double b) {
        return session.multiply(a, b);
    }

    public Native divide(Native a, double b) {
        return withNumber(Operator.DIVIDE, a, b);
    }

    /// b/a.
    public Native divideInto(double b, Native a) {
        try (Native number = session.scalar(b, a.dtype())) {
            return session.call(Operator.DIVIDE, number, a);
        }
    }

    public Native minimum(Native a, double b) {
        return withNumber(Operator.MINIMUM, a, b);
    }

    public Native maximum(Native a, double b) {
        return withNumber(Operator.MAXIMUM, a, b);
    }

    public Native power(Native a, double b) {
        return withNumber(Operator.POWER, a, b);
    }

    public Native square(Native a) {
        return session.call(Operator.MULTIPLY, a, a);
    }

    public Native negate(Native a) {
        return session.call(Operator.NEGATE, a);
    }

    public Native sqrt(Native a) {
        return session.call(Operator.SQRT, a);
    }

    public Native exp(Native a) {
        return session.call(Operator.EXP, a);
    }

    public Native log(Native a) {
        return session.call(Operator.LOG, a);
    }

    public Native sin(Native a) {
        return session.call(Operator.SIN, a);
    }

    public Native cos(Native a) {
        return session.call(Operator.COS, a);
    }

    public Native abs(Native a) {
        return session.call(Operator.ABS, a);
    }

    public Native floor(Native a) {
        return session.call(Operator.FLOOR, a);
    }

    private Native apply(Operator operator, Native a, Native b) {
        return broadcast().apply(a, b, (x, y) -> session.call(operator, x, y));
    }

    private Native withNumber(Operator operator, Native a, double b) {
        try (Native number = session.scalar(b, a.dtype())) {
            return session.call(operator, a, number);
        }
    }

    private Broadcast broadcast() {
        return new Broadcast(session);
    }
}
