package dev.fathom.algorithms.mads;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Nelder-Mead search: steps of the simplex method on evaluated points around the incumbent, until a shrink would
/// follow (Audet and Tribes, "Mesh-based Nelder-Mead algorithm for inequality constrained optimization", Computational
/// Optimization and Applications 2018, algorithm 2).
///
/// Deviations, each of which saved evaluations on smooth and constrained problems: it works around feasible incumbents
/// only, without constraints unless it is asked for, ends after some evaluations without success, and pauses while it
/// succeeds less often than the other methods.
record NelderMeadSearch(Descent descent) implements SearchStep {

    @Override
    public String name() {
        return "Nelder-Mead";
    }

    /// Reflection, expansion and both contractions, for lists that are evaluated together.
    @Override
    public List<Candidate> points() {
        Simplex simplex = simplex();
        Point centre = descent.barrier.best();
        if (simplex == null || centre == null) {
            return List.of();
        }
        List<Candidate> points = new ArrayList<>();
        for (double delta : new double[] {1, expansion(), inside(), outside()}) {
            points.add(descent.candidate(simplex.trial(delta), centre));
        }
        return points;
    }

    @Override
    public Success run(Queue queue) {
        Simplex simplex = simplex();
        Success best = Success.NONE;
        if (simplex == null || !isWorth()) {
            return best;
        }
        long most = descent.settings.get(Parameters.NM_SEARCH_MAX_TRIAL_PTS_NFACTOR) * descent.variables.n();
        long before = descent.tally.evaluations;
        boolean moves = true;
        double patience = descent.settings.get(Parameters.NM_SEARCH_MAX_FAILURES_NFACTOR);
        long last = before;
        while (moves && descent.tally.evaluations - before < most) {
            Steps steps = new Steps(simplex, queue);
            moves = steps.move();
            best = best.or(steps.success);
            last = steps.success == Success.FULL ? descent.tally.evaluations : last;
            moves &= descent.tally.evaluations - last <= patience * descent.variables.n();
            moves &= best != Success.FULL || !descent.is(Parameters.NM_SEARCH_STOP_ON_SUCCESS);
        }
        return best;
    }

    /// Whether it has succeeded often enough, for its evaluations, against all other methods.
    private boolean isWorth() {
        double share = descent.settings.get(Parameters.NM_SEARCH_LEAST_SHARE);
        return descent.tally.isWorth(name(), share, descent.variables.n() + 1);
    }

    private double expansion() {
        return descent.settings.get(Parameters.NM_DELTA_E);
    }

    private double inside() {
        return descent.settings.get(Parameters.NM_DELTA_IC);
    }

    private double outside() {
        return descent.settings.get(Parameters.NM_DELTA_OC);
    }

    /// n + 1 affinely independent points around the feasible incumbent, the best ones first; null if there are too few.
    private @Nullable Simplex simplex() {
        Point centre = descent.barrier.feasible();
        int n = descent.variables.n();
        if (centre == null || descent.cache.points().size() <= n) {
            return null;
        }
        List<Point> near = new ArrayList<>();
        for (Point point : descent.cache.points()) {
            if (!point.row().isFailed() && isNear(point, centre)) {
                near.add(point);
            }
        }
        near.sort(Simplex.ORDER);
        return simplex(near, n);
    }

    private @Nullable Simplex simplex(List<Point> near, int n) {
        Basis basis = new Basis(n, descent.settings.get(Parameters.NM_SEARCH_RANK_EPS));
        List<Point> chosen = new ArrayList<>();
        for (Point point : near) {
            if (chosen.isEmpty() || basis.add(scaled(point, chosen.getFirst()))) {
                chosen.add(point);
            }
            if (chosen.size() == n + 1) {
                return new Simplex(chosen);
            }
        }
        return null;
    }

    /// Whether the points still span the space, in frame sizes.
    private boolean isWide(Simplex simplex) {
        Basis basis = new Basis(descent.variables.n(), descent.settings.get(Parameters.NM_SEARCH_RANK_EPS));
        Point first = simplex.points().getFirst();
        simplex.points().forEach(point -> basis.add(scaled(point, first)));
        return basis.isComplete();
    }

    private boolean isNear(Point point, Point centre) {
        double factor = descent.settings.get(Parameters.NM_SIMPLEX_INCLUDE_FACTOR);
        boolean near = true;
        for (int j : descent.variables.free) {
            near &= Math.abs(point.x()[j] - centre.x()[j]) <= factor * descent.mesh.frame(j);
        }
        return near;
    }

    /// The difference of two points in frame sizes.
    private double[] scaled(Point point, Point other) {
        int[] free = descent.variables.free;
        double[] part = new double[free.length];
        for (int j = 0; j < part.length; j++) {
            part[j] = (point.x()[free[j]] - other.x()[free[j]]) / descent.mesh.frame(free[j]);
        }
        return part;
    }

    /// One iteration of the simplex method.
    private final class Steps {

        private final Simplex simplex;
        private final Queue queue;
        private Success success = Success.NONE;

        Steps(Simplex simplex, Queue queue) {
            this.simplex = simplex;
            this.queue = queue;
        }

        /// Replaces the last point; false if the simplex would have to shrink, or does not move on the mesh.
        boolean move() {
            Point reflected = evaluate(1);
            if (reflected == null) {
                return false;
            }
            if (simplex.isBest(reflected)) {
                return insertBetter(reflected, evaluate(expansion()));
            }
            if (simplex.isWorst(reflected)) {
                Point contracted = evaluate(inside());
                return contracted != null && !simplex.isWorst(contracted) && insert(contracted);
            }
            return simplex.dominated(reflected) >= 2 ? insert(reflected) : insertBetter(reflected, evaluate(outside()));
        }

        private boolean insertBetter(Point first, @Nullable Point second) {
            return insert(second != null && Simplex.ORDER.compare(second, first) < 0 ? second : first);
        }

        private boolean insert(Point point) {
            boolean better = Simplex.ORDER.compare(point, simplex.worst()) < 0 && !simplex.contains(point);
            if (better) {
                simplex.replaceWorst(point);
            }
            return better && isWide(simplex);
        }

        /// The point at δ with its result; null if it is one of the simplex.
        private @Nullable Point evaluate(double delta) {
            Point centre = descent.barrier.best();
            if (centre == null) {
                return null;
            }
            Candidate candidate = descent.candidate(simplex.trial(delta), centre);
            success = success.or(queue.evaluate(name(), List.of(candidate)));
            Point point = descent.cache.get(candidate.x());
            return point == null || simplex.contains(point) ? null : point;
        }
    }
}
