package dev.fathom.problems;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/// A function for all dimensions d, before any transform: its box [low, high]ᵈ and its solution.
///
/// @param name as in [ProblemName]
/// @param description one line for people
/// @param least the smallest d
/// @param low lower bound of each variable
/// @param high upper bound of each variable
/// @param formula from x [d] and the condition to the loss
/// @param optimum from d to a global minimizer, [d]
/// @param minimum from d to its value
/// @param conditioned whether the formula has a condition
/// @param bounded whether the minimum is one of the box only: then the loss outside is that of the nearest point of the
///     box, plus the square of the distance to it
/// @param movable whether its minimum bears rounding, so that translated and rotated forms have a known one
record Scalable(
        String name,
        String description,
        int least,
        double low,
        double high,
        Conditioned formula,
        IntFunction<double[]> optimum,
        IntToDoubleFunction minimum,
        boolean conditioned,
        boolean bounded,
        boolean movable) {

    /// A formula with a condition.
    interface Conditioned {
        double value(double[] x, double condition);
    }

    /// Box [-bound, bound]ᵈ, minimum 0 at the origin.
    static Scalable of(String name, String description, double bound, ToDoubleFunction<double[]> formula) {
        Conditioned plain = (x, condition) -> formula.applyAsDouble(x);
        return new Scalable(name, description, 1, -bound, bound, plain, double[]::new, d -> 0, false, false, true);
    }

    /// The same with a condition, in the box [-5, 5]ᵈ.
    static Scalable conditioned(String name, String description, Conditioned formula) {
        return new Scalable(name, description, 1, -5, 5, formula, double[]::new, d -> 0, true, false, true);
    }

    /// The same in the box [low, high]ᵈ.
    Scalable in(double lower, double upper) {
        return new Scalable(
                name, description, least, lower, upper, formula, optimum, minimum, conditioned, bounded, movable);
    }

    /// The same for d ≥ dimension.
    Scalable from(int dimension) {
        return new Scalable(
                name, description, dimension, low, high, formula, optimum, minimum, conditioned, bounded, movable);
    }

    /// The same with its minimum at (best, …, best).
    Scalable best(double best) {
        return best(d -> filled(d, best));
    }

    /// The same with its minimum elsewhere.
    Scalable best(IntFunction<double[]> where) {
        return new Scalable(
                name, description, least, low, high, formula, where, minimum, conditioned, bounded, movable);
    }

    /// The same with another minimum.
    Scalable minimum(IntToDoubleFunction value) {
        return new Scalable(
                name, description, least, low, high, formula, optimum, value, conditioned, bounded, movable);
    }

    /// The same, a problem only within its box.
    Scalable onlyInside() {
        return new Scalable(name, description, least, low, high, formula, optimum, minimum, conditioned, true, movable);
    }

    /// The same, whose minimum is too sharp for translation and rotation.
    Scalable fixed() {
        return new Scalable(
                name, description, least, low, high, formula, optimum, minimum, conditioned, bounded, false);
    }

    /// The loss at x [d], which is left alone.
    double value(double[] x, double condition) {
        if (!bounded) {
            return formula.value(x, condition);
        }
        double[] inside = new double[x.length];
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            inside[i] = Math.clamp(x[i], low, high);
            square += (x[i] - inside[i]) * (x[i] - inside[i]);
        }
        return formula.value(inside, condition) + square;
    }

    private static double[] filled(int d, double value) {
        double[] x = new double[d];
        Arrays.fill(x, value);
        return x;
    }
}
