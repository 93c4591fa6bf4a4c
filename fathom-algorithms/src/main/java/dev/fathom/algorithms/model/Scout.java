package dev.fathom.algorithms.model;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.model.Landscape.Point;
import dev.fathom.math.Rng;
import java.util.Arrays;

/// Finds out in the first 2d + 4 evaluations what kind of function it is, and takes what suits it:
///
/// 1. The start and, if all columns are bounded, the middle of the box: the better of both is the centre of a [Star].
/// 2. If one more point shows that the function is a sum of functions of one column each, exact to rounding, each
/// column
///    is searched on its own, globally, see [Line].
/// 3. Otherwise the vertex of the parabolas of all columns is tried, and the gradient computed at the best point. If it
///    is much steeper than the function is on the scale of the star, the function is rugged, or noisy, or computed with
///    few digits: the search ends, so that another one can take over.
/// 4. On a smooth function quasi-Newton steps descend to the next minimum, see [QuasiNewton].
///
/// It is meant as the first stage of a chain. Our own composition; the sources of its parts are named there.
///
/// @param reach length of the star's arms in natural steps, multiplied by `shape.start().spread()`, `(0, ∞)`
/// @param ruggedness by which factor a gradient is too steep, `(0, ∞)`
public record Scout(double reach, double ruggedness) implements Sequential {

    /// The first curvature of the quasi-Newton method as a share of the star's median one.
    private static final double SHARE = 1e-4;

    public Scout {
        if (!(reach > 0) || !(ruggedness > 0)) {
            throw new IllegalArgumentException(
                    "a scout cannot have reach " + reach + " and ruggedness " + ruggedness + ". Maybe 1 and 3?");
        }
    }

    /// Reach 1, ruggedness 3.
    public Scout() {
        this(1, 3);
    }

    public Scout withReach(double naturalSteps) {
        return new Scout(naturalSteps, ruggedness);
    }

    public Scout withRuggedness(double factor) {
        return new Scout(reach, factor);
    }

    @Override
    public String run(Oracle f, Shape shape, Rng rng) {
        Landscape land = new Landscape(f, shape);
        Point centre = centre(land, shape);
        if (!centre.isUsable()) {
            return "the start has no value";
        }
        Star star = Star.around(land, centre, reach * shape.start().spread());
        if (!star.isUsable()) {
            return "points around the centre have no values";
        }
        boolean additive = star.isAdditive();
        land.at(star.vertex());
        double steepness = star.steepness();
        if (!additive || !new AxisDescent(land, star.lines, star.sum()).run()) {
            descend(land, star, steepness);
        }
        return "converged";
    }

    private static Point centre(Landscape land, Shape shape) {
        Point start = land.at(shape.start().x());
        double[] middle = new double[land.d];
        double distance = 0;
        for (int j = 0; j < land.d && shape.isBounded(); j++) {
            middle[j] = (land.low[j] + land.high[j]) / 2;
            distance = Math.max(distance, Math.abs(middle[j] - start.x()[j]));
        }
        Point other = distance > 0.5 ? land.at(middle) : start;
        return other.isBetterThan(start) ? other : start;
    }

    private void descend(Landscape land, Star star, double steepness) {
        double[] sizes = star.curvatures.clone();
        for (int j = 0; j < sizes.length; j++) {
            sizes[j] = Math.abs(2 * sizes[j]);
        }
        Arrays.sort(sizes);
        double curvature = Math.max(1e-9, SHARE * sizes[(sizes.length - 1) / 2]);
        Bfgs descent = new Bfgs(land, land.best(), curvature, star.curvatures);
        if (descent.slope() <= ruggedness * steepness) {
            descent.run();
        }
    }
}
