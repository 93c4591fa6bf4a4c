package dev.fathom.problems.bbob;

/// A map of Rᵈ to itself, one part of a function's transformation of x.
///
/// Componentwise maps work in place: they overwrite their argument and return it. [Linear] maps and
/// [Transformations#shift] leave it alone and return a new array, so a chain must begin with one of these. Scratch
/// memory is thus always local to the call, and a function can be evaluated by several threads at once.
@FunctionalInterface
interface Step {

    /// The image of z [d].
    double[] of(double[] z);

    /// First this map, then the next.
    default Step then(Step next) {
        return z -> next.of(of(z));
    }
}
