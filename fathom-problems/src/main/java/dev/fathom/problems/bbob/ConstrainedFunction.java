package dev.fathom.problems.bbob;

import static dev.fathom.problems.bbob.Transformations.affine;
import static dev.fathom.problems.bbob.Transformations.shift;

import dev.fathom.Outcome;

/// A problem of the constrained suite: nine objectives, each under six numbers of constraints. Safe to evaluate from
/// several threads at once. It can be evaluated everywhere; the box in which it is searched is [-5, 5]ᵈ.
///
/// Of m + ⌊m/2⌋ constraints m hold with equality at the optimum: m = 1, 2, 6, 6 + ⌊d/2⌋, 6 + d and 6 + 3d. Objective
/// and constraints are taken at y = T(x - x*), so neither is linear in x where T is not.
///
/// Source: Dufossé, Hansen, Brockhoff, Sampaio, Atamna and Auger, "Building Scalable Test Problems for Benchmarking
/// Constrained Optimizers", 2022.
public final class ConstrainedFunction {

    /// How many problems there are.
    public static final int COUNT = 54;

    private static final int NUMBERS = COUNT / ConstrainedObjective.COUNT;
    private static final double BOUND = 5;

    private final double[] optimum;
    private final double bias;
    private final ConstrainedObjective objective;
    private final Step toY;
    private final double[] direction;
    private final LinearConstraints constraints;

    private ConstrainedFunction(int problem, int instance, int d) {
        long base = problem + 10_000L * instance;
        long seed = problem + 20_000L * instance;
        optimum = Draws.place(d, base, ConstrainedObjective.SIDE);
        bias = Draws.minimum(Instance.seed(problem, instance));
        objective = ConstrainedObjective.of((problem - 1) / NUMBERS, optimum, seed);
        toY = shift(optimum).then(objective.deformation().there());
        direction = direction(0.75 + 0.25 * Draws.uniform(1, seed + 412)[0]);
        constraints = LinearConstraints.of(active((problem - 1) % NUMBERS, d), base, instance, direction);
    }

    /// Makes a problem.
    ///
    /// @param problem its number, 1 to 54
    /// @param instance which of its instances, at least 1
    /// @param d dimension, at least 2
    /// @throws IllegalArgumentException if there is no problem of that number
    public static ConstrainedFunction of(int problem, int instance, int d) {
        if (problem < 1 || problem > COUNT) {
            throw new IllegalArgumentException(
                    "there is no function " + problem + " in the suite. Maybe take a number from 1 to " + COUNT + ".");
        }
        return new ConstrainedFunction(problem, instance, d);
    }

    private static int active(int which, int d) {
        return switch (which) {
            case 0 -> 1;
            case 1 -> 2;
            case 2 -> 6;
            case 3 -> 6 + d / 2;
            case 4 -> 6 + d;
            default -> 6 + 3 * d;
        };
    }

    /// The gradient, as long as that share of the way from x* to the wall of the box.
    private double[] direction(double share) {
        double[] gradient = objective.gradient();
        double wayOut = 0;
        for (int i = 0; i < gradient.length; i++) {
            double wall = gradient[i] > 0 ? BOUND : -BOUND;
            wayOut = Math.max(wayOut, gradient[i] / (wall - optimum[i]));
        }
        return affine(share / wayOut, 0).of(gradient.clone());
    }

    /// How many constraints there are.
    public int count() {
        return constraints.rows().size();
    }

    /// x*, the best feasible point, [d].
    public double[] optimum() {
        return optimum.clone();
    }

    /// The value at x*. Infeasible points may lie lower.
    public double minimum() {
        return value(optimum);
    }

    /// A feasible point of the box in which a search may begin, [d].
    public double[] start() {
        double length = 1;
        double[] x = along(length);
        while (Transformations.pen(x) > 0) {
            length /= 2;
            x = along(length);
        }
        return x;
    }

    /// The point whose y is that multiple of the feasible direction.
    private double[] along(double length) {
        double[] x = objective.deformation().back().of(affine(length, 0).of(direction.clone()));
        for (int i = 0; i < x.length; i++) {
            x[i] += optimum[i];
        }
        return x;
    }

    /// The objective at x [d].
    public double value(double[] x) {
        return valueAtY(toY.of(x));
    }

    /// Objective and constraints at x [d].
    public Outcome.Values at(double[] x) {
        double[] y = toY.of(x);
        return Outcome.of(valueAtY(y)).subjectTo(constraints.at(y));
    }

    private double valueAtY(double[] y) {
        return objective.factor() * (objective.of(y) + bias);
    }
}
