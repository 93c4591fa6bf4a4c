package dev.fathom.benchmarks.largescale;

import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.math.Rng;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/// Final values on functions of `bbob-largescale`: median over seeds of the distance to the minimum, and how many of
/// the 51 targets 10² … 10⁻⁸ that median reaches.
///
/// A run begins at a uniform point of [-4, 4]ᵈ with σ = 2 and, when the search has finished, anew at another one.
/// Bounds
/// are not enforced.
public final class Suite {

    private Suite() {}

    /// @param arguments number of columns, budget, number of seeds, function numbers separated by commas, then
    ///     registered names
    public static void main(String... arguments) {
        int d = Integer.parseInt(arguments[0]);
        long budget = Long.parseLong(arguments[1]);
        int seeds = Integer.parseInt(arguments[2]);
        String[] functions = arguments[3].split(",");
        String[] names = Arrays.copyOfRange(arguments, 4, arguments.length);
        System.out.println("| f | start | " + String.join(" | ", names) + " |");
        System.out.println("|---|---|" + "---|".repeat(names.length));
        for (String f : functions) {
            TestProblem problem = Problems.of("bbob-largescale:f" + f + ":i1:d" + d);
            StringBuilder row =
                    new StringBuilder("| f" + f + " | " + shown(problem.regret(start(d, Rng.of(1)))) + " |");
            for (String name : names) {
                double[] values = LongStream.rangeClosed(1, seeds)
                        .mapToDouble(seed -> best(name, problem, budget, Rng.of(seed)))
                        .sorted()
                        .toArray();
                double median = values[seeds / 2];
                long targets = Arrays.stream(TestProblem.targets())
                        .filter(t -> t >= median)
                        .count();
                row.append(' ')
                        .append(shown(median))
                        .append(targets > 0 ? " (" + targets + ")" : "")
                        .append(" |");
            }
            System.out.println(row);
        }
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.2g", value);
    }

    private static double[] start(int d, Rng rng) {
        double[] start = new double[d];
        for (int j = 0; j < d; j++) {
            start[j] = rng.nextDouble(-4, 4);
        }
        return start;
    }

    private static double best(String name, TestProblem problem, long budget, Rng rng) {
        Generational<?> algorithm = Named.algorithm(name);
        double best = Double.POSITIVE_INFINITY;
        long left = budget;
        while (left > 0) {
            Descent descent = descend(algorithm, problem, left, rng);
            best = Math.min(best, descent.best());
            left -= descent.evaluations();
        }
        return best;
    }

    private record Descent(double best, long evaluations) {}

    private static <S> Descent descend(Generational<S> algorithm, TestProblem problem, long budget, Rng rng) {
        int d = problem.dimension();
        Shape shape = Shape.reals(d).withStart(new Start(start(d, rng), 2, 1));
        S state = algorithm.start(shape, rng);
        Population population = new Population(algorithm.size(state), d, algorithm.notes(shape), problem::regret);
        double best = Double.POSITIVE_INFINITY;
        long evaluations = 0;
        while (evaluations < budget && algorithm.finished(state).isEmpty()) {
            algorithm.sample(state, population.batch(), rng);
            best = Math.min(best, population.evaluate());
            evaluations += population.batch().size();
            state = algorithm.update(state, population.batch(), rng);
        }
        return new Descent(best, evaluations);
    }
}
