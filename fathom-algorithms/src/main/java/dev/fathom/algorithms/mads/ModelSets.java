package dev.fathom.algorithms.mads;

import dev.fathom.algorithms.quadratic.Cone;
import dev.fathom.algorithms.quadratic.Fitting;
import dev.fathom.algorithms.quadratic.Models;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Chooses the evaluated points that quadratic models are made of: Conn and Le Digabel, "Use of quadratic models with
/// mesh adaptive direct search for constrained black box optimization" (Optimization Methods and Software 2013).
///
/// Models see the n free variables only.
final class ModelSets {

    private static final double LARGE = 1e20;
    private static final int DOUBLINGS = 20;
    /// How many of the latest points are looked at.
    private static final int RECENT = 20_000;

    private final Descent descent;

    ModelSets(Descent descent) {
        this.descent = descent;
    }

    /// Points with their distance from a centre, in half sides of the first box.
    private record Near(Point point, double distance) {}

    /// A model and the box of its points, in the free variables.
    record Local(Models models, double[] low, double[] high) {}

    /// The free variables of a point, `[n]`.
    double[] pick(double[] x) {
        int[] free = descent.variables.free;
        double[] part = new double[free.length];
        for (int j = 0; j < part.length; j++) {
            part[j] = x[free[j]];
        }
        return part;
    }

    /// The point whose free variables are given; the others are those of a centre.
    double[] place(double[] part, double[] centre) {
        double[] x = centre.clone();
        int[] free = descent.variables.free;
        for (int j = 0; j < part.length; j++) {
            x[free[j]] = part[j];
        }
        return x;
    }

    /// A model around a frame centre.
    @Nullable
    Local around(Point centre) {
        double factor = descent.settings.get(Parameters.QUAD_MODEL_SEARCH_BOX_FACTOR) / 2;
        double[] half = UnitVectors.scaled(pick(descent.mesh.frames()), factor);
        List<Point> points = chosen(pick(centre.x()), half);
        Models models = points.isEmpty() ? null : fit(points);
        return models == null ? null : local(models, points);
    }

    /// A model of outputs of one's own around a point.
    ///
    /// @param frames `[d]`
    /// @param outputs of a usable point, finite
    @Nullable
    Local around(double[] centre, double[] frames, Function<Point, double[]> outputs) {
        double factor = descent.settings.get(Parameters.QUAD_MODEL_SEARCH_BOX_FACTOR) / 2;
        List<Point> points = chosen(pick(centre), UnitVectors.scaled(pick(frames), factor));
        if (points.isEmpty()) {
            return null;
        }
        double[][] x = points.stream().map(point -> pick(point.x())).toArray(double[][]::new);
        double[][] values = points.stream().map(outputs).toArray(double[][]::new);
        Models models = Models.fit(x, values, Fitting.AUTO);
        return models == null ? null : local(models, points);
    }

    /// The minimizer of a model in the cone of the negatives of n steps from a centre, `[d]`; null without a model.
    double @Nullable [] cone(Point centre, List<Candidate> completed) {
        double[][] steps = completed.stream()
                .map(candidate -> pick(Candidate.difference(candidate.x(), centre.x())))
                .toArray(double[][]::new);
        double[] middle = pick(centre.x());
        Cone cone = Cone.of(middle, steps);
        double factor = descent.settings.get(Parameters.QUAD_MODEL_SEARCH_BOX_FACTOR) / 2;
        List<Point> points = chosen(middle, UnitVectors.scaled(pick(descent.mesh.frames()), factor));
        if (cone == null || points.isEmpty()) {
            return null;
        }
        Set set = new Set(points);
        double[] best = cone.minimizer(set.x, set.outputs, Fitting.AUTO);
        return best == null ? null : place(best, centre.x());
    }

    /// A model of the region that a list spans.
    @Nullable
    Models of(List<Candidate> list) {
        double[] low = pick(list.getFirst().x());
        double[] high = low.clone();
        list.forEach(candidate -> extend(low, high, pick(candidate.x())));
        double factor = descent.settings.get(Parameters.QUAD_MODEL_BOX_FACTOR) / 2;
        double[] middle = new double[low.length];
        double[] half = new double[low.length];
        for (int j = 0; j < low.length; j++) {
            middle[j] = (low[j] + high[j]) / 2;
            half[j] = factor * (high[j] - low[j]);
        }
        List<Point> points = chosen(middle, half);
        return points.isEmpty() ? null : fit(points);
    }

    /// The points in a box around a centre, nearest first; the box is doubled while it holds fewer than a quadratic
    /// function has coefficients.
    private List<Point> chosen(double[] centre, double[] half) {
        List<Near> all = new ArrayList<>();
        List<Point> known = descent.cache.points();
        for (Point point : known.subList(Math.max(0, known.size() - RECENT), known.size())) {
            if (Math.abs(point.f()) < LARGE && !point.row().isFailed()) {
                all.add(new Near(point, distance(point.x(), centre, half)));
            }
        }
        all.sort(Comparator.comparingDouble(Near::distance));
        int n = centre.length;
        int full = (n + 1) * (n + 2) / 2;
        int wanted = all.size() >= full ? full : n + 1;
        int inside = inside(all, 1);
        for (double side = 2; inside < wanted && side <= 1 << DOUBLINGS; side *= 2) {
            inside = inside(all, side);
        }
        int most = (int) Math.min(inside, descent.settings.get(Parameters.QUAD_MODEL_MAX_POINTS));
        return inside < Math.max(2, n)
                ? List.of()
                : all.stream().limit(most).map(Near::point).toList();
    }

    private static int inside(List<Near> sorted, double side) {
        int count = 0;
        while (count < sorted.size() && sorted.get(count).distance <= side) {
            count++;
        }
        return count;
    }

    private double distance(double[] x, double[] centre, double[] half) {
        int[] free = descent.variables.free;
        double distance = 0;
        for (int j = 0; j < free.length; j++) {
            double difference = Math.abs(x[free[j]] - centre[j]);
            distance = Math.max(distance, difference == 0 ? 0 : difference / half[j]);
        }
        return distance;
    }

    private @Nullable Models fit(List<Point> points) {
        Set set = new Set(points);
        return Models.fit(set.x, set.outputs, Fitting.AUTO);
    }

    /// Points and outputs as models take them.
    private final class Set {
        private final double[][] x;
        private final double[][] outputs;

        Set(List<Point> points) {
            x = new double[points.size()][];
            outputs = new double[points.size()][];
            for (int i = 0; i < x.length; i++) {
                Point point = points.get(i);
                double[] g = point.row().constraints();
                x[i] = pick(point.x());
                outputs[i] = new double[1 + g.length];
                outputs[i][0] = point.f();
                for (int k = 0; k < g.length; k++) {
                    outputs[i][1 + k] = Math.min(Math.max(g[k], -LARGE), LARGE);
                }
            }
        }
    }

    private Local local(Models models, List<Point> points) {
        double[] low = pick(points.getFirst().x());
        double[] high = low.clone();
        points.forEach(point -> extend(low, high, pick(point.x())));
        double share = 1 / descent.settings.get(Parameters.QUAD_MODEL_SEARCH_BOUND_REDUCTION_FACTOR);
        for (int j = 0; j < low.length; j++) {
            double middle = (low[j] + high[j]) / 2;
            double half = share * (high[j] - low[j]) / 2;
            low[j] = middle - half;
            high[j] = middle + half;
        }
        return new Local(models, low, high);
    }

    private static void extend(double[] low, double[] high, double[] x) {
        for (int j = 0; j < x.length; j++) {
            low[j] = Math.min(low[j], x[j]);
            high[j] = Math.max(high[j], x[j]);
        }
    }
}
