package dev.fathom.problems;

import dev.fathom.Goal;
import dev.fathom.Outcome;
import dev.fathom.math.Rng;
import dev.fathom.problems.leastsquares.LeastSquaresProblem;
import dev.fathom.problems.leastsquares.MoreWild;
import dev.fathom.problems.leastsquares.MoreWildCase;
import dev.fathom.problems.leastsquares.Residuals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The least-squares problems of Moré and Wild as test problems, without bounds: `mw-watson:d9` is Σ rᵢ²,
/// `mw-watson-abs:d9` is Σ |rᵢ|, not smooth, and `mw-watson-noisy:d9` is Σ rᵢ² seen through noise. With `hard1` the
/// search begins at ten times the customary point.
///
/// The noise multiplies by 1 + `amplitude` ψ. Without a further setting ψ is the function φ of x of Moré and Wild
/// (2009), equation 4.2, so that a point always has the same value; with `random1` it is drawn uniformly from [-1, 1].
final class LeastSquares {

    private static final Setting HARD = new Setting("hard", 0, 0, 1, true);
    private static final Setting AMPLITUDE = new Setting("amplitude", 0.05, 0, 1, false);
    private static final Setting RANDOM = new Setting("random", 0, 0, 1, true);

    private LeastSquares() {}

    static List<Family> families() {
        return MoreWild.all().stream()
                .flatMap(problem -> Stream.of(squares(problem), magnitudes(problem), noisy(problem)))
                .toList();
    }

    static List<ProblemSet> sets() {
        return List.of(
                set("more-wild", "", "53 smooth least-squares problems (Moré and Wild 2009)"),
                set("more-wild-abs", "-abs", "the same with magnitudes for squares: not smooth"),
                set("more-wild-noisy", "-noisy", "the same with deterministic noise"));
    }

    private static ProblemSet set(String name, String suffix, String description) {
        List<String> functions = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (MoreWildCase one : MoreWildCase.all()) {
            functions.add("mw-" + one.problem() + suffix + ":d" + one.d() + (one.hard() ? ":hard1" : ""));
            labels.add(one.problem() + " " + one.d() + (one.hard() ? " ×10" : ""));
            groups.add(one.hard() ? "hard" : "customary");
        }
        return new ProblemSet(name, description, functions, labels, groups, List.of(), 0);
    }

    private static Family squares(LeastSquaresProblem problem) {
        Setting dimension = dimension(problem);
        return new Family(
                "mw-" + problem.name(),
                "least squares: " + problem.description(),
                List.of(dimension, HARD),
                name -> new TestProblem(
                        name.toString(),
                        box(problem, dimension, name),
                        Goal.minimize(),
                        Formula.of(problem.residuals()::squares),
                        null,
                        problem.squares().apply((int) dimension.of(name))));
    }

    private static Family magnitudes(LeastSquaresProblem problem) {
        Setting dimension = dimension(problem);
        return new Family(
                "mw-" + problem.name() + "-abs",
                "least magnitudes: " + problem.description(),
                List.of(dimension, HARD),
                name -> new TestProblem(
                        name.toString(),
                        box(problem, dimension, name),
                        Goal.minimize(),
                        Formula.of(problem.residuals()::magnitudes),
                        null,
                        problem.magnitudes().apply((int) dimension.of(name))));
    }

    private static Family noisy(LeastSquaresProblem problem) {
        Setting dimension = dimension(problem);
        return new Family(
                "mw-" + problem.name() + "-noisy",
                "noisy least squares: " + problem.description(),
                List.of(dimension, HARD, AMPLITUDE, RANDOM),
                name -> new TestProblem(
                        name.toString(),
                        box(problem, dimension, name),
                        Goal.minimize().withNoise(true),
                        Formula.of(problem.residuals()::squares),
                        noise(problem.residuals(), AMPLITUDE.of(name), RANDOM.of(name) == 1),
                        problem.squares().apply((int) dimension.of(name))));
    }

    private static Setting dimension(LeastSquaresProblem problem) {
        return new Setting(ProblemName.DIMENSION, problem.usual(), problem.least(), problem.most(), true);
    }

    private static Box box(LeastSquaresProblem problem, Setting dimension, ProblemName name) {
        double[] start = problem.start().apply((int) dimension.of(name));
        for (int j = 0; j < start.length && HARD.of(name) == 1; j++) {
            start[j] *= 10;
        }
        return Box.unbounded(start);
    }

    private static Noise noise(Residuals residuals, double amplitude, boolean random) {
        return (x, rng) -> Outcome.of((1 + amplitude * (random ? uniform(rng) : phi(x))) * residuals.squares(x));
    }

    private static double uniform(Rng rng) {
        return rng.nextDouble(-1, 1);
    }

    /// T₃(0.9 sin(100 |x|₁) cos(100 |x|_∞) + 0.1 cos |x|₂), T₃ the third Chebyshev polynomial: a deterministic
    /// disturbance in [-1, 1] that varies quickly.
    static double phi(double[] x) {
        double sum = 0;
        double largest = 0;
        for (double xj : x) {
            sum += Math.abs(xj);
            largest = Math.max(largest, Math.abs(xj));
        }
        double wave = 0.9 * StrictMath.sin(100 * sum) * StrictMath.cos(100 * largest)
                + 0.1 * StrictMath.cos(Math.sqrt(Functions.sphere(x)));
        return wave * (4 * wave * wave - 3);
    }
}
