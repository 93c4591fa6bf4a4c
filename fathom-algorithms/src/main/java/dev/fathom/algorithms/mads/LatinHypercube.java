package dev.fathom.algorithms.mads;

import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.List;

/// Latin hypercube search: each of p points has its own p-th part of the range of each variable (McKay, Beckman and
/// Conover, "A comparison of three methods for selecting values of input variables", Technometrics 1979).
record LatinHypercube(Descent descent) implements SearchStep {

    /// Where a bound is missing: centre ± Δ (−ln 10⁻¹³)^½.
    private static final double WIDTH = 5.4712;

    @Override
    public String name() {
        return "Latin hypercube";
    }

    @Override
    public List<Candidate> points() {
        List<Long> counts = descent.settings.get(Parameters.LH_SEARCH);
        int place = descent.iteration == 0 ? 0 : 1;
        long count = place < counts.size() ? counts.get(place) : 0;
        Point centre = descent.barrier.best();
        return centre == null || count == 0 ? List.of() : points(centre, (int) count);
    }

    List<Candidate> points(Point centre, int count) {
        Variables variables = descent.variables;
        Rng rng = descent.rng;
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = centre.x().clone();
        }
        for (int j : variables.free) {
            double low = low(centre, j);
            double width = (high(centre, j) - low) / count;
            int[] order = rng.permutation(count);
            for (int i = 0; i < count; i++) {
                points[i][j] = low + (order[i] + rng.nextDouble()) * width;
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (double[] point : points) {
            candidates.add(descent.candidate(point, centre));
        }
        return candidates;
    }

    private double low(Point centre, int j) {
        double bound = descent.variables.low[j];
        return Double.isInfinite(bound) ? centre.x()[j] - WIDTH * descent.mesh.frame(j) : bound;
    }

    private double high(Point centre, int j) {
        double bound = descent.variables.high[j];
        return Double.isInfinite(bound) ? centre.x()[j] + WIDTH * descent.mesh.frame(j) : bound;
    }
}
