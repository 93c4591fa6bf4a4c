package dev.fathom.problems;

import dev.fathom.Goal;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The problems on which mesh-adaptive direct searches are compared: least squares, constrained problems, and two
/// classical functions that begin at a point of no customary mesh, xᵢ = 2 + 1.7 sin(1 + 0.9 i).
final class MeshSearches {

    private MeshSearches() {}

    static List<Family> families() {
        return List.of(
                family("mesh-sphere", "sphere, start off the mesh", 5, Functions::sphere),
                family("mesh-rastrigin", "rastrigin, start off the mesh", 5.12, Functions::rastrigin));
    }

    static ProblemSet set() {
        List<String> functions = List.of(
                "mw-full-rank:d9",
                "mw-rank-one-zero:d7",
                "mw-helical-valley",
                "mw-freudenstein-roth",
                "mw-kowalik-osborne",
                "mw-watson:d6",
                "mw-box",
                "mw-brown-dennis",
                "mw-chebyquad:d8",
                "mw-osborne-one",
                "mw-bdqrtic:d8",
                "mw-cube:d5",
                "mw-mancino:d5",
                "mw-mancino:d10",
                "mw-heart",
                "mesh-sphere:d5",
                "mesh-sphere:d10",
                "mesh-sphere:d20",
                "mesh-sphere:d49",
                "mesh-rastrigin:d5",
                "mesh-rastrigin:d10",
                "mesh-rastrigin:d20",
                "mesh-rastrigin:d49",
                "snake",
                "disk:d10",
                "g02:d10");
        return ProblemSet.of("mesh", "problems on which mesh-adaptive direct searches are compared", functions);
    }

    /// Box [-bound, bound]ᵈ, minimum 0 at the origin.
    private static Family family(String name, String description, double bound, ToDoubleFunction<double[]> function) {
        Setting dimension = Setting.dimension(1);
        return new Family(name, description, List.of(dimension), settings -> {
            int d = (int) dimension.of(settings);
            double[] start = new double[d];
            Arrays.setAll(start, i -> 2 + 1.7 * StrictMath.sin(1 + 0.9 * (i + 1)));
            return new TestProblem(
                    settings.toString(),
                    Box.cube(d, -bound, bound).startingAt(start),
                    Goal.minimize(),
                    Formula.of(function),
                    null,
                    new Known.Optimum(new double[d], 0));
        });
    }
}
