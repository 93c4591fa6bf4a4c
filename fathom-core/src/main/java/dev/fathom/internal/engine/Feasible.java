package dev.fathom.internal.engine;

import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import org.jspecify.annotations.Nullable;

/// Repairs points that break a cheap constraint: the last feasible point on the way from a feasible one.
final class Feasible {

    private static final int SAMPLES = 10_000;
    private static final int HALVINGS = 40;

    private final Geometry geometry;
    private final Shape shape;
    private final Rng rng;
    private double @Nullable [] anchor;

    Feasible(Geometry geometry, Shape shape, Rng rng) {
        this.geometry = geometry;
        this.shape = shape;
        this.rng = rng;
    }

    /// Moves `x` onto the segment between a feasible point and itself, as near to itself as bisection finds.
    ///
    /// @param best the best row seen, tried first as the feasible end
    /// @throws IllegalStateException if no feasible point can be found at all
    void repair(double[] x, @Nullable Row best) {
        double[] from = best != null && geometry.violation(best.x) <= 0 ? best.x : anchor();
        double[] point = new double[x.length];
        double reached = 0;
        double step = 0.5;
        for (int i = 0; i < HALVINGS; i++, step /= 2) {
            between(from, x, reached + step, point);
            if (geometry.violation(point) <= 0) {
                reached += step;
            }
        }
        between(from, x, reached, x);
    }

    private static void between(double[] from, double[] to, double share, double[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] = share == 0 ? from[j] : from[j] + share * (to[j] - from[j]);
        }
    }

    /// A feasible point: the start if it is one, else the first of many samples; each infeasible sample that violates
    /// less
    /// than those before it is the centre of the next, narrower one.
    private double[] anchor() {
        double[] found = anchor;
        if (found == null) {
            found = search();
            anchor = found;
        }
        return found;
    }

    private double[] search() {
        double[] nearest = shape.start().x().clone();
        double least = geometry.violation(nearest);
        double[] point = new double[nearest.length];
        for (int i = 0; i < SAMPLES && least > 0; i++) {
            shape.sample(point, rng);
            if (i % 2 == 1) {
                between(nearest, point, StrictMath.pow(10, -6 * rng.nextDouble()), point);
            }
            double violation = geometry.violation(point);
            if (violation < least) {
                least = violation;
                System.arraycopy(point, 0, nearest, 0, point.length);
            }
        }
        if (least > 0) {
            throw new IllegalStateException("no point of the space satisfies its cheap constraints: " + SAMPLES
                    + " samples all violate " + geometry.violated(nearest)
                    + ". Maybe the constraints contradict each other, or the feasible part is so thin that it should be a"
                    + " parametrization instead?");
        }
        return nearest;
    }
}
