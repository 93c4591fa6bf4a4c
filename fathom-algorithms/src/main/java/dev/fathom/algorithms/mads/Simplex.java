package dev.fathom.algorithms.mads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// The n + 1 points of a Nelder-Mead search, best first: by violation, then objective, then age, which agrees with
/// dominance.
final class Simplex {

    static final Comparator<Point> ORDER = Comparator.comparingDouble(Point::h)
            .thenComparingDouble(Point::f)
            .thenComparingLong(point -> point.row().id());

    private final List<Point> points;

    Simplex(List<Point> points) {
        this.points = new ArrayList<>(points);
        this.points.sort(ORDER);
    }

    List<Point> points() {
        return points;
    }

    Point worst() {
        return points.getLast();
    }

    /// x_c + δ (x_c − x_n), where x_c is the centre of all points but the last, x_n.
    double[] trial(double delta) {
        int n = points.size() - 1;
        double[] worst = worst().x();
        double[] trial = new double[worst.length];
        for (int j = 0; j < trial.length; j++) {
            double centre = 0;
            for (int i = 0; i < n; i++) {
                centre += points.get(i).x()[j] / n;
            }
            trial[j] = centre + delta * (centre - worst[j]);
        }
        return trial;
    }

    /// Whether a point dominates one that no other dominates.
    boolean isBest(Point trial) {
        return any(point -> trial.dominates(point) && !any(other -> other.dominates(point)));
    }

    /// Whether a point is dominated by one that dominates no other, or is less feasible than the last.
    boolean isWorst(Point trial) {
        return worst().h() < trial.h() || any(point -> point.dominates(trial) && !any(other -> point.dominates(other)));
    }

    /// How many points a point dominates.
    long dominated(Point trial) {
        return points.stream().filter(trial::dominates).count();
    }

    private boolean any(Predicate<Point> holds) {
        return points.stream().anyMatch(holds);
    }

    boolean contains(Point point) {
        return any(other -> java.util.Arrays.equals(other.x(), point.x()));
    }

    /// Puts a point in the place of the last one.
    void replaceWorst(Point point) {
        points.removeLast();
        points.add(point);
        points.sort(ORDER);
    }
}
