package dev.fathom.algorithms.direct;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import dev.fathom.space.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Compass search: polls a step up and down along each column, moves to a better point, halves the step where there is
/// none.
///
/// Kolda, Lewis and Torczon, "Optimization by direct search: new perspectives on some classical and modern methods"
/// (SIAM Review 2003), section 1.2, with a longer step after two successes in the same direction. One worker polls one
/// point after another and
/// takes
/// the first that is better, beginning with the direction that succeeded last; several workers poll blocks of as many
/// points and take the best of a block. Points beyond a bound are polled at the bound.
///
/// @param step first step in natural steps, times `shape.start().spread()`, `(0, ∞)`
/// @param expansion factor on the step after two successes in the same direction, `[1, ∞)`
/// @param tolerance the search ends when the step is shorter, in natural steps
public record CompassSearch(double step, double expansion, double tolerance) implements Sequential {

    public CompassSearch {
        if (!(step > 0) || !(expansion >= 1) || !(tolerance >= 0)) {
            throw new IllegalArgumentException("compass search cannot have step " + step + ", expansion " + expansion
                    + " and tolerance " + tolerance + ". Maybe 1, 2 and 1e-12?");
        }
    }

    /// Step 1, expansion 2, tolerance 1e-12.
    public CompassSearch() {
        this(1, 2, 1e-12);
    }

    public CompassSearch withStep(double naturalSteps) {
        return new CompassSearch(naturalSteps, expansion, tolerance);
    }

    public CompassSearch withExpansion(double factor) {
        return new CompassSearch(step, factor, tolerance);
    }

    public CompassSearch withTolerance(double least) {
        return new CompassSearch(step, expansion, least);
    }

    @Override
    public String run(Oracle f, Shape shape, Rng rng) {
        Poll poll = new Poll(f.at(shape.start().x()), 0, false);
        double delta = step * shape.start().spread();
        while (delta >= tolerance) {
            Poll next = poll(f, shape, poll.best(), delta, poll.first());
            delta *= !next.moved() ? 0.5 : next.continues(poll) ? expansion : 1;
            poll = next;
        }
        return "converged: the step is below " + tolerance;
    }

    /// What a poll found.
    ///
    /// @param best the best point so far
    /// @param first the direction to begin with next time
    /// @param moved whether the point is new
    private record Poll(Row best, int first, boolean moved) {
        boolean continues(Poll last) {
            return last.moved && last.first == first;
        }
    }

    /// Polls the 2d directions from `first` on, in blocks, until a block has a better point.
    private static Poll poll(Oracle f, Shape shape, Row centre, double delta, int first) {
        int directions = 2 * shape.dimension();
        for (int done = 0; done < directions; done += shape.workers()) {
            int from = (first + done) % directions;
            double[][] points = block(shape, centre.x, delta, from, Math.min(shape.workers(), directions - done));
            Row best = Arrays.stream(f.all(points)).reduce(centre, (a, b) -> b.compareTo(a) < 0 ? b : a);
            if (!best.equals(centre)) {
                return new Poll(best, from, true);
            }
        }
        return new Poll(centre, first, false);
    }

    /// The centre moved by ±Δ in `count` directions from `from` on, without those that a bound holds in place.
    private static double[][] block(Shape shape, double[] centre, double delta, int from, int count) {
        List<double[]> points = new ArrayList<>(count);
        for (int k = from; k < from + count; k++) {
            int j = k / 2 % centre.length;
            Column column = shape.columns().get(j);
            double moved = centre[j] + (k % 2 == 0 ? delta : -delta);
            double inside = Math.min(Math.max(moved, column.low()), column.high());
            if (inside != centre[j]) {
                double[] point = centre.clone();
                point[j] = inside;
                points.add(point);
            }
        }
        return points.toArray(new double[0][]);
    }
}
