package dev.fathom.algorithms.mads;

import java.util.List;

/// The simple line search: the speculative point of the feasible incumbent and, where that fails, the vertex of the
/// parabola through old centre, incumbent and speculative point.
record LineSearch(Descent descent) implements SearchStep {

    @Override
    public String name() {
        return "line";
    }

    @Override
    public List<Candidate> points() {
        Point point = descent.barrier.feasible();
        return point == null || point.step() == null ? List.of() : List.of(speculative(point));
    }

    private Candidate speculative(Point point) {
        double base = descent.settings.get(Parameters.SPECULATIVE_SEARCH_BASE_FACTOR);
        return descent.candidate(Speculative.beyond(point, base - 1), point);
    }

    @Override
    public Success run(Queue queue) {
        Point point = descent.barrier.feasible();
        List<Candidate> points = points();
        Success success = points.isEmpty() ? Success.NONE : queue.evaluate(name(), points);
        if (point == null || points.isEmpty() || success == Success.FULL) {
            return success;
        }
        Point old = descent.cache.get(Speculative.beyond(point, -1));
        Point far = descent.cache.get(points.getFirst().x());
        if (old == null || far == null || !old.isFeasible() || !far.isFeasible()) {
            return success;
        }
        double t = vertex(old.f(), point.f(), far.f(), descent.settings.get(Parameters.SPECULATIVE_SEARCH_BASE_FACTOR));
        return Double.isFinite(t)
                ? queue.evaluate(name(), List.of(descent.candidate(Speculative.beyond(point, t - 1), point)))
                : success;
    }

    /// Where the parabola through (0, f₀), (1, f₁) and (b, f_b) is least; NaN where it has no minimum.
    static double vertex(double f0, double f1, double fb, double b) {
        double curvature = ((fb - f0) / b - (f1 - f0)) / (b - 1);
        double slope = f1 - f0 - curvature;
        return curvature > 0 ? -slope / (2 * curvature) : Double.NaN;
    }
}
