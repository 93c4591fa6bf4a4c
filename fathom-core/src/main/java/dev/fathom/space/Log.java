package dev.fathom.space;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Bounds on a logarithmic scale of a `double`, of each number of a `double[]`, or of an `int` or `long`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Log {

    /// Lower bound, positive.
    double low();

    /// Upper bound, above the lower one.
    double high();
}
