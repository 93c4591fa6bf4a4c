package dev.fathom.algorithms.mads;

import dev.fathom.algorithms.quadratic.Solution;
import dev.fathom.algorithms.quadratic.Subproblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The quadratic model search: minimizers of models of the objective under models of the constraints, around each
/// incumbent (Conn and Le Digabel, "Use of quadratic models with mesh adaptive direct search for constrained black box
/// optimization", 2013).
record QuadraticSearch(Descent descent) implements SearchStep {

    @Override
    public String name() {
        return "quadratic model";
    }

    @Override
    public List<Candidate> points() {
        List<Candidate> points = new ArrayList<>();
        for (Point centre : descent.incumbents()) {
            ModelSets.Local local = descent.models.around(centre);
            if (local != null) {
                Solution solution = solve(local, centre);
                add(points, solution.feasible(), centre);
                add(points, solution.infeasible(), centre);
            }
        }
        return points;
    }

    private Solution solve(ModelSets.Local local, Point centre) {
        double[] low = local.low();
        double[] high = local.high();
        double[] middle = new double[low.length];
        for (int j = 0; j < low.length; j++) {
            middle[j] = (low[j] + high[j]) / 2;
        }
        double[][] starts = {descent.models.pick(centre.x()), middle};
        return Subproblem.solve(local.models(), low, high, starts);
    }

    private void add(List<Candidate> points, double @Nullable [] part, Point centre) {
        if (part != null) {
            points.add(descent.candidate(descent.models.place(part, centre.x()), centre));
        }
    }
}
