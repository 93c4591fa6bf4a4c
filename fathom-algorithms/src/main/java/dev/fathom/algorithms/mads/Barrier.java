package dev.fathom.algorithms.mads;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The progressive barrier: Audet and Dennis, "A progressive barrier for derivative-free nonlinear programming" (SIAM
/// J.
/// Optimization 2009), section 2. Infeasible points count while their violation is at most h_max, which falls.
///
/// With a filter constraint (Audet and Dennis, "A pattern search filter method for nonlinear programming without
/// derivatives", SIAM J. Optimization 2004) h_max stays, and the least infeasible point is an incumbent too.
final class Barrier {

    private final Violation violation;
    private final List<Point> infeasible = new ArrayList<>();
    /// Infeasible points that no other one dominates, by violation.
    private final TreeMap<Double, Point> front = new TreeMap<>();
    /// How many infeasible points have a violation.
    private final TreeMap<Double, Integer> counts = new TreeMap<>();

    private @Nullable Point feasible;
    private double limit;

    /// @param limit the first h_max
    Barrier(Violation violation, double limit) {
        this.violation = violation;
        this.limit = limit;
    }

    /// The best feasible point.
    @Nullable
    Point feasible() {
        return feasible;
    }

    /// The infeasible incumbent: the non-dominated one with the largest violation, so with the least objective.
    @Nullable
    Point infeasible() {
        return front.isEmpty() ? null : front.lastEntry().getValue();
    }

    /// The other end of the filter; null where there is no filter or only one point.
    @Nullable
    Point leastInfeasible() {
        return violation.isFilter() && front.size() > 1 ? front.firstEntry().getValue() : null;
    }

    /// The feasible incumbent, or else the infeasible one.
    @Nullable
    Point best() {
        return feasible != null ? feasible : infeasible();
    }

    /// h_max
    double limit() {
        return limit;
    }

    /// What a point achieves against the incumbents.
    Success judge(Point point) {
        if (!point.isUsable() || point.h() > limit) {
            return Success.NONE;
        }
        Point incumbent = point.isFeasible() ? feasible : infeasible();
        if (incumbent == null) {
            return point.isFeasible() ? Success.FULL : Success.PARTIAL;
        }
        return point.dominates(incumbent) ? Success.FULL : point.h() < incumbent.h() ? Success.PARTIAL : Success.NONE;
    }

    /// Enters the points of a list and updates h_max.
    void add(List<Point> points) {
        Point before = infeasible();
        Success success = Success.NONE;
        for (Point point : points) {
            success = success.or(judge(point));
        }
        for (Point point : points) {
            if (point.isUsable() && point.h() <= limit) {
                insert(point);
            }
        }
        boolean hardened = false;
        for (Point point : points) {
            hardened |= !point.row().isFailed() && violation.harden(point.row());
        }
        if (hardened) {
            rebuild();
        }
        if (before != null && !violation.isFilter()) {
            lower(before, success);
        }
    }

    /// h_max after a list: that of the incumbent before; after a partial success, the next one below.
    private void lower(Point before, Success success) {
        @Nullable Double below = success == Success.PARTIAL ? counts.lowerKey(before.h()) : null;
        limit = Math.min(limit, below == null ? before.h() : below);
        front.tailMap(limit, false).clear();
        counts.tailMap(limit, false).clear();
        infeasible.removeIf(point -> point.h() > limit);
    }

    private void insert(Point point) {
        if (point.isFeasible()) {
            feasible = feasible == null || point.f() < feasible.f() ? point : feasible;
            return;
        }
        infeasible.add(point);
        counts.merge(point.h(), 1, Integer::sum);
        var below = front.floorEntry(point.h());
        if (below != null && below.getValue().f() <= point.f()) {
            return;
        }
        front.tailMap(point.h(), true).values().removeIf(other -> other.f() >= point.f());
        front.put(point.h(), point);
    }

    /// Judges all infeasible points again, because a constraint has become an extreme barrier.
    private void rebuild() {
        List<Point> all = List.copyOf(infeasible);
        infeasible.clear();
        front.clear();
        counts.clear();
        for (Point point : all) {
            Point again = point.withViolation(violation.of(point.row()));
            if (again.isUsable() && again.h() <= limit) {
                insert(again);
            }
        }
    }
}
