package dev.fathom.algorithms.mads;

import java.util.ArrayList;
import java.util.List;

/// The speculative search: farther along the step that made an incumbent. From its centre p to the incumbent x: p +
/// 4i(x −
/// p), i = 1, 2 … (Audet and Dennis 2006, "dynamic search"; factor as in NOMAD 4).
record Speculative(Descent descent) implements SearchStep {

    @Override
    public String name() {
        return "speculative";
    }

    @Override
    public List<Candidate> points() {
        double base = descent.settings.get(Parameters.SPECULATIVE_SEARCH_BASE_FACTOR);
        long most = descent.settings.get(Parameters.SPECULATIVE_SEARCH_MAX);
        List<Candidate> points = new ArrayList<>();
        for (Point point : descent.incumbents()) {
            for (int i = 1; i <= most && point.step() != null; i++) {
                points.add(descent.candidate(beyond(point, i * base - 1), point));
            }
        }
        return points;
    }

    /// x + factor (x − p)
    static double[] beyond(Point point, double factor) {
        double[] x = point.x().clone();
        double[] step = point.step();
        for (int j = 0; step != null && j < x.length; j++) {
            x[j] += factor * step[j];
        }
        return x;
    }
}
