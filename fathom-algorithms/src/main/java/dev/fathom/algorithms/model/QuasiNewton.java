package dev.fathom.algorithms.model;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.model.Landscape.Point;
import dev.fathom.math.Rng;
import java.util.Arrays;

/// Descent by quasi-Newton steps with gradients from differences, for smooth functions: d + 1 evaluations a step, of
/// which d run in parallel.
///
/// The Hessian matrix is learned by the damped update of Broyden, Fletcher, Goldfarb and Shanno (Powell, "A fast
/// algorithm for nonlinearly constrained optimization calculations", 1978). Bounds hold columns whose gradient points
/// outward (Bertsekas, "Projected Newton methods for optimization problems with simple constraints", 1982). Step
/// lengths
/// follow Armijo's rule with quadratic interpolation (Nocedal and Wright, "Numerical Optimization", chapter 3), and are
/// at most 3 natural steps in any column. Difference steps balance rounding and curvature (Gill, Murray, Saunders and
/// Wright, "Computing forward-difference intervals for numerical optimization", 1983). Infeasible and failed points
/// count as infinitely high.
///
/// Curvatures that are assumed too small are learned in one step, those assumed too large only in many: so the first
/// `curvature` should be a low one.
///
/// @param curvature of all directions, assumed before the first step, `(0, ∞)`
public record QuasiNewton(double curvature) implements Sequential {

    public QuasiNewton {
        if (!(curvature > 0 && curvature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the quasi-Newton method cannot assume curvature " + curvature + ". Maybe 1?");
        }
    }

    /// Curvature 1.
    public QuasiNewton() {
        this(1);
    }

    public QuasiNewton withCurvature(double assumed) {
        return new QuasiNewton(assumed);
    }

    @Override
    public String run(Oracle f, Shape shape, Rng rng) {
        Landscape land = new Landscape(f, shape);
        Point start = land.at(shape.start().x());
        if (start.isUsable()) {
            double[] curvatures = new double[land.d];
            Arrays.fill(curvatures, curvature / 2);
            new Bfgs(land, start, curvature, curvatures).run();
        }
        return start.isUsable() ? "converged" : "the start has no value";
    }
}
