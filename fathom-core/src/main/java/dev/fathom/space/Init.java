package dev.fathom.space;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The initial value: a number, or the name of an enum constant or option (`@Init(option = "RELU")`).
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Init {

    /// The initial number, NaN for none.
    double value() default Double.NaN;

    /// The initial option, empty for none.
    String option() default "";
}
