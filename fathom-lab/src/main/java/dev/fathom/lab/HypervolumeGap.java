package dev.fathom.lab;

import dev.fathom.Outcome;
import dev.fathom.lab.measure.FrontDistances;
import dev.fathom.lab.measure.GrowingFront;
import dev.fathom.problems.Known;
import java.util.Arrays;

/// Several objectives: how much of the hypervolume is missing.
///
/// Objectives are scaled so that the box between ideal and reference point is the unit cube. Delta is the volume that
/// the known front dominates in it minus the volume that all feasible points evaluated so far dominate. While none of
/// them lies in the box, the distance of the nearest one to the box is added. Where only ideal and reference are known,
/// the front counts as dominating all of the box, so that delta never comes near 0.
///
/// Source: Brockhoff et al., "Using well-understood single-objective functions in multiobjective black-box optimization
/// test suites", Evolutionary Computation, 2022, section 5.
final class HypervolumeGap implements Quality {

    /// About so many points of the known front are compared with in [#distance].
    private static final int FRONT_POINTS = 1000;

    private final Known.Front known;
    private final double[] ideal;
    private final double[] width;
    private final double whole;
    private final GrowingFront front;
    private double nearest = Double.POSITIVE_INFINITY;

    /// @param whole the volume that the known front dominates, `(0, 1]`
    HypervolumeGap(Known.Front known, double whole) {
        this.known = known;
        this.whole = whole;
        ideal = known.ideal();
        width = widths(known);
        front = new GrowingFront(ideal.length);
    }

    private static double[] widths(Known.Front known) {
        double[] width = known.reference();
        double[] ideal = known.ideal();
        for (int k = 0; k < width.length; k++) {
            width[k] -= ideal[k];
        }
        return width;
    }

    @Override
    public double delta(Outcome.Values exact) {
        if (Quality.isFeasible(exact.constraints())) {
            add(scaled(exact.losses()));
        }
        return nearest > 0 ? whole + nearest : whole - front.volume();
    }

    private void add(double[] z) {
        double outside = 0;
        for (double coordinate : z) {
            double excess = Math.max(0, coordinate - 1);
            outside += excess * excess;
        }
        nearest = Math.min(nearest, Math.sqrt(outside));
        if (outside == 0) {
            front.add(z);
        }
    }

    /// In units of the box, [m]; what is better than ideal, by rounding or because the ideal is only estimated, is 0.
    private double[] scaled(double[] losses) {
        double[] z = new double[width.length];
        for (int k = 0; k < z.length; k++) {
            z[k] = Math.max(0, (losses[k] - ideal[k]) / width[k]);
        }
        return z;
    }

    /// The volume dominated so far, `[0, 1]`.
    double volume() {
        return front.volume();
    }

    /// IGD⁺ in units of the box, as [FrontDistances#invertedPlus]; `+∞` without any point in the box, NaN where the
    /// front is not known.
    double distance() {
        double[][] best = Arrays.stream(known.points().apply(FRONT_POINTS))
                .map(this::scaled)
                .toArray(double[][]::new);
        if (best.length == 0) {
            return Double.NaN;
        }
        double[][] points = front.points();
        return points.length == 0 ? Double.POSITIVE_INFINITY : FrontDistances.invertedPlus(points, best);
    }
}
