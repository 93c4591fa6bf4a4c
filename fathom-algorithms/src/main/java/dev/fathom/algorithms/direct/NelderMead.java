package dev.fathom.algorithms.direct;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import java.util.Arrays;

/// The simplex method of Nelder and Mead.
///
/// Nelder and Mead, "A simplex method for function minimization" (Computer Journal 1965), with the coefficients of Gao
/// and Han, "Implementing the Nelder-Mead simplex algorithm with adaptive parameters" (Computational Optimization and
/// Applications 2012), which equal the classic ones for d = 2. Ties are broken as by Lagarias et al., "Convergence
/// properties of the Nelder-Mead simplex method in low dimensions" (SIAM J. Optimization 1998): a new vertex ranks
/// behind equal older ones.
///
/// The first simplex is `shape.start().x()` and one vertex at `step` times `shape.start().spread()` along each column,
/// downward where the step would pass an upper bound. Rows are only compared, so constraints and failures need nothing
/// else. The simplex moves among the points proposed, not among those brought inside the bounds.
///
/// Deviation: in one dimension the coefficients are those of d = 2, because Gao and Han's would shrink onto one point.
///
/// @param step first edge length in natural steps, `(0, ∞)`
/// @param adaptive whether the coefficients depend on the dimension; the classic 1, 2, ½ and ½ otherwise
/// @param tolerance the search ends when no vertex is farther from the best one in any coordinate, relative to the
///     size of the best one where that is above 1
public record NelderMead(double step, boolean adaptive, double tolerance) implements Sequential {

    public NelderMead {
        if (!(step > 0) || !(tolerance >= 0)) {
            throw new IllegalArgumentException("the Nelder-Mead method cannot have step " + step + " and tolerance "
                    + tolerance + ". Maybe 1 and 1e-12?");
        }
    }

    /// Step 1, adaptive coefficients, tolerance 1e-12.
    public NelderMead() {
        this(1, true, 1e-12);
    }

    public NelderMead withStep(double naturalSteps) {
        return new NelderMead(naturalSteps, adaptive, tolerance);
    }

    public NelderMead withAdaptive(boolean byDimension) {
        return new NelderMead(step, byDimension, tolerance);
    }

    public NelderMead withTolerance(double least) {
        return new NelderMead(step, adaptive, least);
    }

    @Override
    public String run(Oracle f, Shape shape, Rng rng) {
        double d = adaptive ? Math.max(2, shape.dimension()) : 2;
        double beta = 1 + 2 / d; // expansion, (4.1)
        double gamma = 0.75 - 1 / (2 * d); // contraction
        double delta = 1 - 1 / d; // shrinkage
        Row[] simplex = f.all(corners(shape));
        Arrays.sort(simplex); // stable
        while (!isSmall(simplex)) {
            advance(f, simplex, beta, gamma, delta);
        }
        return "converged: the simplex is smaller than " + tolerance;
    }

    /// One iteration on a simplex sorted best first, which stays sorted.
    private static void advance(Oracle f, Row[] simplex, double beta, double gamma, double delta) {
        int last = simplex.length - 1;
        double[] centre = centre(simplex);
        double[] worst = simplex[last].proposal();
        Row reflected = f.at(beyond(centre, worst, 1));
        if (reflected.compareTo(simplex[0]) < 0) {
            Row expanded = f.at(beyond(centre, worst, beta));
            insert(simplex, expanded.compareTo(reflected) < 0 ? expanded : reflected);
        } else if (reflected.compareTo(simplex[last - 1]) < 0) {
            insert(simplex, reflected);
        } else {
            boolean outside = reflected.compareTo(simplex[last]) < 0;
            Row contracted = f.at(beyond(centre, worst, outside ? gamma : -gamma));
            if (outside ? contracted.compareTo(reflected) <= 0 : contracted.compareTo(simplex[last]) < 0) {
                insert(simplex, contracted);
            } else {
                shrink(f, simplex, delta);
            }
        }
    }

    private double[][] corners(Shape shape) {
        double edge = step * shape.start().spread();
        double[][] corners = new double[shape.dimension() + 1][];
        corners[0] = shape.start().x().clone();
        for (int j = 0; j < shape.dimension(); j++) {
            double[] corner = corners[0].clone();
            corner[j] += corner[j] + edge <= shape.columns().get(j).high() ? edge : -edge;
            corners[j + 1] = corner;
        }
        return corners;
    }

    /// x̄, the centroid of all vertices but the worst.
    private static double[] centre(Row[] simplex) {
        int d = simplex.length - 1;
        double[] centre = new double[d];
        for (int i = 0; i < d; i++) {
            double[] x = simplex[i].proposal();
            for (int j = 0; j < d; j++) {
                centre[j] += x[j] / d;
            }
        }
        return centre;
    }

    /// x̄ + factor (x̄ − x)
    private static double[] beyond(double[] centre, double[] x, double factor) {
        double[] point = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            point[j] = centre[j] + factor * (centre[j] - x[j]);
        }
        return point;
    }

    /// Replaces the worst vertex by a row that ranks behind its equals.
    private static void insert(Row[] simplex, Row row) {
        int i = simplex.length - 1;
        for (; i > 0 && row.compareTo(simplex[i - 1]) < 0; i--) {
            simplex[i] = simplex[i - 1];
        }
        simplex[i] = row;
    }

    /// x_i ← x_0 + δ (x_i − x_0) for all vertices but the best.
    private static void shrink(Oracle f, Row[] simplex, double delta) {
        double[] best = simplex[0].proposal();
        double[][] points = new double[simplex.length - 1][];
        for (int i = 0; i < points.length; i++) {
            points[i] = beyond(best, simplex[i + 1].proposal(), -delta);
        }
        System.arraycopy(f.all(points), 0, simplex, 1, points.length);
        Arrays.sort(simplex);
    }

    private boolean isSmall(Row[] simplex) {
        double[] best = simplex[0].proposal();
        for (Row vertex : simplex) {
            double[] x = vertex.proposal();
            for (int j = 0; j < x.length; j++) {
                if (!(Math.abs(x[j] - best[j]) <= tolerance * Math.max(1, Math.abs(best[j])))) {
                    return false;
                }
            }
        }
        return true;
    }
}
