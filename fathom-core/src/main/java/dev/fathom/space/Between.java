package dev.fathom.space;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Bounds of a `double`, of each number of a `double[]`, or of an `int` or `long`, which may take both bounds. Those of
/// a
/// `long` must fit 32 bits: more steps than that are a matter for a real number.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Between {

    /// Lower bound.
    double low();

    /// Upper bound, above the lower one.
    double high();
}
