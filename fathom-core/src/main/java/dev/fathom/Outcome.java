package dev.fathom;

/// What one evaluation gave. A failure is data, never a magic number.
public sealed interface Outcome {

    /// Numbers.
    ///
    /// @param losses one value per objective, in the user's own sense (a maximized objective is not negated)
    /// @param constraints black-box constraints, satisfied where `≤ 0`
    record Values(double[] losses, double[] constraints) implements Outcome {

        /// The same losses with black-box constraints, satisfied where `≤ 0`.
        public Values subjectTo(double... values) {
            return new Values(losses, values);
        }
    }

    /// No numbers: an exception, a time-out, a crashed process, a loss that is not finite.
    ///
    /// @param reason one sentence that tells a user what happened
    record Failed(String reason) implements Outcome {}

    /// Losses, one per objective.
    static Values of(double... losses) {
        return new Values(losses, new double[0]);
    }

    /// A failure with its reason.
    static Failed failed(String reason) {
        return new Failed(reason);
    }
}
