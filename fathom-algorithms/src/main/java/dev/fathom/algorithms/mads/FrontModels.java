package dev.fathom.algorithms.mads;

import dev.fathom.algorithms.quadratic.Models;
import dev.fathom.algorithms.quadratic.Solution;
import dev.fathom.algorithms.quadratic.Subproblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Quadratic models of all objectives and constraints around the centre of one iteration: Bigeon, Le Digabel and
/// Salomon 2021, section 4 (combinations of objectives), with models as in Conn and Le Digabel 2013.
final class FrontModels {

    private static final double LARGE = 1e20;

    private final Descent descent;
    private final Compromise centre;
    /// What objectives are measured in, `[m]`.
    private final double[] units;

    private final ModelSets.@Nullable Local all;

    FrontModels(Descent descent, Compromise centre) {
        this.descent = descent;
        this.centre = centre;
        units = units();
        all = fit(-1);
    }

    /// The range of each objective over the known points.
    private double[] units() {
        int m = centre.f.length;
        double[] low = centre.f.clone();
        double[] high = centre.f.clone();
        for (Point point : descent.cache.points()) {
            for (int k = 0; k < m && point.isUsable(); k++) {
                low[k] = Math.min(low[k], point.row().value(k));
                high[k] = Math.max(high[k], point.row().value(k));
            }
        }
        double[] ranges = new double[m];
        Arrays.setAll(ranges, k -> high[k] > low[k] ? Math.min(LARGE, high[k] - low[k]) : 1);
        return ranges;
    }

    /// The minimizers of each objective alone and of the sum of all where none is above its value at the centre.
    List<double[]> minimizers() {
        List<double[]> points = new ArrayList<>();
        for (int k = -1; k < centre.f.length; k++) {
            ModelSets.Local local = k < 0 ? all : all == null ? null : fit(k);
            if (local != null) {
                Solution solution = solve(local);
                add(points, solution.feasible() != null ? solution.feasible() : solution.infeasible());
            }
        }
        return points;
    }

    private void add(List<double[]> points, double @Nullable [] part) {
        if (part != null) {
            points.add(descent.models.place(part, centre.point.x()));
        }
    }

    private Solution solve(ModelSets.Local local) {
        double[][] starts = {descent.models.pick(centre.point.x())};
        return Subproblem.solve(local.models(), local.low(), local.high(), starts);
    }

    private ModelSets.@Nullable Local fit(int objective) {
        return descent.models.around(centre.point.x(), centre.mesh.frames(), point -> outputs(point, objective));
    }

    /// One objective and the constraints; or, for −1, the sum of all objectives, what each of them has more than the
    /// centre, and the constraints.
    private double[] outputs(Point point, int objective) {
        double[] g = point.row().constraints();
        int m = centre.f.length;
        double[] outputs = new double[1 + (objective < 0 ? m : 0) + g.length];
        for (int k = 0; k < m; k++) {
            double more = Math.clamp((point.row().value(k) - centre.f[k]) / units[k], -LARGE, LARGE);
            outputs[0] += objective < 0 || k == objective ? more : 0;
            if (objective < 0) {
                outputs[1 + k] = more;
            }
        }
        for (int k = 0; k < g.length; k++) {
            outputs[outputs.length - g.length + k] = Math.clamp(g[k], -LARGE, LARGE);
        }
        return outputs;
    }

    /// Candidates by what the models say that they lack to dominate the centre, then by the sum of the objectives.
    List<Candidate> ordered(List<Candidate> candidates) {
        if (all == null || candidates.size() < 2) {
            return candidates;
        }
        List<Ranked> ranked = new ArrayList<>();
        double[] outputs = new double[all.models().outputs()];
        for (Candidate candidate : candidates) {
            ranked.add(rank(all.models(), candidate, outputs));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::lack).thenComparingDouble(Ranked::sum));
        return ranked.stream().map(Ranked::candidate).toList();
    }

    private record Ranked(Candidate candidate, double lack, double sum) {}

    private Ranked rank(Models models, Candidate candidate, double[] outputs) {
        models.predict(descent.models.pick(candidate.x()), outputs);
        double lack = 0;
        for (int k = 1; k < outputs.length; k++) {
            lack += outputs[k] > 0 ? outputs[k] * outputs[k] : 0;
        }
        return new Ranked(candidate, lack, outputs[0]);
    }
}
