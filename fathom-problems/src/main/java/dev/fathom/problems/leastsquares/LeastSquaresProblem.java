package dev.fathom.problems.leastsquares;

import dev.fathom.problems.Known;
import java.util.function.IntFunction;

/// A vector function whose length is to be minimized.
///
/// @param name small letters, digits and hyphens
/// @param description one line for people
/// @param least the smallest dimension d
/// @param most the largest dimension d of which a minimum is known
/// @param usual the dimension taken when none is said
/// @param residuals r [m] at x [d]
/// @param start the customary starting point for d variables, [d]
/// @param squares the least Σ rᵢ² known for d variables
/// @param magnitudes the least Σ |rᵢ| known for d variables
public record LeastSquaresProblem(
        String name,
        String description,
        int least,
        int most,
        int usual,
        Residuals residuals,
        IntFunction<double[]> start,
        IntFunction<Known.Optimum> squares,
        IntFunction<Known.Optimum> magnitudes) {}
