package dev.fathom.lab;

import dev.fathom.internal.words.NearWords;
import dev.fathom.math.Rng;
import dev.fathom.problems.ProblemSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Optimizers × problems × budgets × repetitions, described before anything runs.
///
/// ```java
/// var rows = Experiment.of(Problems.set("bbob")).withOptimizers("CMA", "DE").withDimensions(List.of(2, 5))
///         .withBudgets(List.of(Allowance.perDimension(100))).run(Path.of("results"), 2, Watcher.none());
/// ```
///
/// Each combination is one run, which ends when its budget is used up or the last of the 51 targets is reached; since
/// optimizers may read the budget, every budget is a run of its own. Runs are independent of each other: all random
/// numbers of a run derive from the experiment's seed, its problem, its optimizer and its repetition, not from its
/// place in the plan, so that [#run(Key)] repeats one alone, bit for bit. Where runs begin: in the BBOB suites at a
/// random point of [-4, 4]ᵈ, elsewhere at the problem's own start, in repetitions after the first at a random point of
/// the box.
///
/// What counts is the loss without noise at feasible points; with several objectives the missing hypervolume, for which
/// the 51 targets are 10⁰ … 10⁻⁵ rather than 10² … 10⁻⁸.
///
/// @param set where the problems come from
/// @param functions labels of functions of the set
/// @param dimensions ignored where every function has its own
/// @param instances ignored where there is only one
/// @param contestants the optimizers, each with a name of its own
/// @param budgets each is a run of its own
/// @param repetitions how often each run is made, with another seed each time; at least 1
/// @param seed from which all others derive
/// @param workers the parallel workers that runs simulate
/// @param logging whether runs are also logged in the format of the COCO platform
public record Experiment(
        ProblemSet set,
        List<String> functions,
        List<Integer> dimensions,
        List<Integer> instances,
        List<Contestant> contestants,
        List<Allowance> budgets,
        int repetitions,
        long seed,
        Workers workers,
        boolean logging) {

    /// @throws IllegalArgumentException if there is nothing to run, something comes twice or a function is not of the
    ///     set
    public Experiment {
        functions = distinct("function", functions);
        dimensions = distinct("dimension", dimensions);
        instances = distinct("instance", instances);
        contestants = List.copyOf(contestants);
        distinct("optimizer", contestants.stream().map(Contestant::name).toList());
        budgets = distinct("budget", budgets);
        if (repetitions < 1) {
            throw new IllegalArgumentException("there are " + repetitions + " repetitions. Maybe at least 1?");
        }
        for (String function : functions) {
            if (!set.labels().contains(function)) {
                throw new IllegalArgumentException(
                        "the set " + set.name() + " has no function '" + function + "'." + instead(function, set));
            }
        }
    }

    private static String instead(String function, ProblemSet set) {
        List<String> near = NearWords.near(function, set.labels());
        return near.isEmpty()
                ? " There are " + String.join(", ", set.labels()) + "."
                : " Maybe " + String.join(" or ", near) + "?";
    }

    private static <E> List<E> distinct(String what, List<E> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("there is no " + what + ". Maybe name at least one?");
        }
        if (list.stream().distinct().count() < list.size()) {
            throw new IllegalArgumentException(
                    "a " + what + " comes twice in " + list + ". Maybe remove it, or ask for more repetitions?");
        }
        return List.copyOf(list);
    }

    /// All functions of a set in its customary dimensions, instances 1 to 3, the optimizer `Auto`, 100 evaluations per
    /// dimension, one repetition, seed 1.
    public static Experiment of(ProblemSet set) {
        return new Experiment(
                set,
                set.labels(),
                set.dimensions().isEmpty() ? List.of(0) : set.dimensions(),
                set.instances() == 0 ? List.of(1) : List.of(1, 2, 3),
                List.of(Contestant.named("Auto")),
                List.of(Allowance.perDimension(100)),
                1,
                1,
                Workers.one(),
                false);
    }

    /// Only these functions of the set, by their labels.
    public Experiment withFunctions(List<String> labels) {
        return new Experiment(
                set, labels, dimensions, instances, contestants, budgets, repetitions, seed, workers, logging);
    }

    /// Other dimensions.
    public Experiment withDimensions(List<Integer> d) {
        return new Experiment(set, functions, d, instances, contestants, budgets, repetitions, seed, workers, logging);
    }

    /// Other instances, from 1.
    public Experiment withInstances(List<Integer> numbers) {
        return new Experiment(
                set, functions, dimensions, numbers, contestants, budgets, repetitions, seed, workers, logging);
    }

    /// Registered optimizers.
    ///
    /// @throws IllegalArgumentException if a name is unknown; the message proposes the nearest names
    public Experiment withOptimizers(String... names) {
        return withContestants(Arrays.stream(names).map(Contestant::named).toList());
    }

    /// Any optimizers.
    public Experiment withContestants(List<Contestant> others) {
        return new Experiment(
                set, functions, dimensions, instances, others, budgets, repetitions, seed, workers, logging);
    }

    /// Other budgets, each of which is a run of its own.
    public Experiment withBudgets(List<Allowance> others) {
        return new Experiment(
                set, functions, dimensions, instances, contestants, others, repetitions, seed, workers, logging);
    }

    /// Another number of repetitions, at least 1.
    public Experiment withRepetitions(int count) {
        return new Experiment(
                set, functions, dimensions, instances, contestants, budgets, count, seed, workers, logging);
    }

    /// Another seed.
    public Experiment withSeed(long other) {
        return new Experiment(
                set, functions, dimensions, instances, contestants, budgets, repetitions, other, workers, logging);
    }

    /// Simulated parallel workers.
    public Experiment withWorkers(Workers others) {
        return new Experiment(
                set, functions, dimensions, instances, contestants, budgets, repetitions, seed, others, logging);
    }

    /// The same, logged in the format of the COCO platform or not.
    public Experiment withLogging(boolean isLogging) {
        return new Experiment(
                set, functions, dimensions, instances, contestants, budgets, repetitions, seed, workers, isLogging);
    }

    /// All runs in their order: by optimizer, budget, dimension, function, instance, repetition.
    ///
    /// @throws IllegalArgumentException if a problem cannot be made, for example in such a dimension
    public List<Planned> plan() {
        return Plan.of(this);
    }

    /// The seed of a run.
    long seed(Key key) {
        return Rng.of(seed)
                .fork(key.problem())
                .fork(key.optimizer())
                .fork(key.repetition())
                .nextLong();
    }

    /// Makes one run alone, with the result that it has in the whole experiment, its duration excepted.
    ///
    /// @throws IllegalArgumentException if it is not in the plan
    /// @throws InterruptedException if the thread is interrupted
    public Finished run(Key key) throws InterruptedException {
        Planned planned = Plan.find(this, key)
                .orElseThrow(() -> new IllegalArgumentException("the run " + key + " is not in the plan, which begins"
                        + " with " + plan().getFirst().key() + ". Maybe another optimizer, budget or dimension?"));
        try {
            return new Attempt(this, planned, new References(), null).make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes all runs, several at once, each on one thread.
    ///
    /// The folder receives `experiment.txt` (what is being run), `experiment.csv` (a row is added whenever a run ends)
    /// and at the end `runs.csv` with the rows of [Run] in the order of the plan, and the folder `coco` if the runs are
    /// logged. If it holds finished rows of the same
    /// experiment, they are kept. What goes wrong in a run is written into its row and ends that run only.
    ///
    /// If the thread is interrupted, runs under way are given up and `runs.csv` holds the finished ones; the interrupt
    /// stays set.
    ///
    /// @param directory made if it does not exist
    /// @param threads how many runs at once, at least 1
    /// @return the finished runs in the order of the plan
    /// @throws IllegalArgumentException if the folder holds another experiment, or if runs are to be logged that the
    ///     COCO platform has no format for
    /// @throws IOException if it cannot be written
    public List<Finished> run(Path directory, int threads, Watcher watcher) throws IOException {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but is " + threads + ". Maybe 2?");
        }
        List<Planned> plan = plan();
        if (logging) {
            CocoExport.check(this, plan);
        }
        try (Folder folder = Folder.open(directory, this)) {
            return new Execution(this, plan, folder, watcher).run(threads);
        }
    }

    /// What is run, a line for each setting.
    String describe() {
        List<String> lines = new ArrayList<>(List.of(
                "Fathom experiment, format 1",
                "problems: " + set.name(),
                "functions: " + String.join(" ", functions),
                "dimensions: " + (set.dimensions().isEmpty() ? "their own" : dimensions),
                "instances: " + (set.instances() == 0 ? "one" : instances),
                "budgets: " + budgets,
                "repetitions: " + repetitions,
                "seed: " + seed,
                "workers: " + workers,
                "logging: " + logging));
        contestants.forEach(contestant -> lines.add("optimizer: " + contestant));
        return String.join("\n", lines) + "\n";
    }
}
