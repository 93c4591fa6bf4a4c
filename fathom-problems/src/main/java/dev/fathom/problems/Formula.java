package dev.fathom.problems;

import dev.fathom.Outcome;
import java.util.function.ToDoubleFunction;

/// The mathematics of a test problem, without noise: a pure function of x [d], safe to call from several threads at
/// once. It can be evaluated outside the box, too.
@FunctionalInterface
public interface Formula {

    /// Losses and black-box constraints (satisfied where `≤ 0`) at x [d], which is left alone.
    Outcome.Values at(double[] x);

    /// The first loss at x [d].
    default double value(double[] x) {
        return at(x).losses()[0];
    }

    /// A single loss.
    static Formula of(ToDoubleFunction<double[]> loss) {
        return new Formula() {
            @Override
            public Outcome.Values at(double[] x) {
                return Outcome.of(loss.applyAsDouble(x));
            }

            @Override
            public double value(double[] x) {
                return loss.applyAsDouble(x);
            }
        };
    }
}
