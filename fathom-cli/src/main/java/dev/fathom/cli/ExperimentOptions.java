package dev.fathom.cli;

import dev.fathom.cli.study.BadInput;
import dev.fathom.lab.Allowance;
import dev.fathom.lab.Contestant;
import dev.fathom.lab.Durations;
import dev.fathom.lab.Experiment;
import dev.fathom.lab.Workers;
import dev.fathom.problems.ProblemSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/// Options of the command line that say what an experiment runs.
final class ExperimentOptions {

    private static final int CUSTOMARY_DIMENSION = 20;
    private static final int CUSTOMARY_INSTANCES = 3;

    @Option(
            names = "--optimizers",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "Auto",
            description = "Registered names, or all. Default: ${DEFAULT-VALUE}.")
    private List<String> optimizers = List.of();

    @Option(
            names = "--functions",
            split = ",",
            paramLabel = "F",
            description = "Functions of the set, such as 1,8,15-19 or f8. Default: all.")
    private List<String> functions = List.of();

    @Option(
            names = {"--dims", "--dimensions"},
            split = ",",
            paramLabel = "D",
            description = "Dimensions. Default: the customary ones up to " + CUSTOMARY_DIMENSION + ".")
    private List<String> dimensions = List.of();

    @Option(names = "--instances", split = ",", paramLabel = "I", description = "Instances. Default: 1-3.")
    private List<String> instances = List.of();

    @Option(
            names = "--budget",
            split = ",",
            paramLabel = "N",
            description = "Evaluations per dimension, several for several runs. Default: 100.")
    private List<Double> budgets = List.of();

    @Option(
            names = "--evaluations",
            split = ",",
            paramLabel = "N",
            description = "Evaluations in all, instead of --budget.")
    private List<Long> evaluations = List.of();

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "1",
            description = "Runs of each kind, with other seeds. Default: ${DEFAULT-VALUE}.")
    private int repetitions;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "From which all seeds derive. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--workers",
            paramLabel = "W",
            defaultValue = "1",
            description = "Simulated workers that evaluate in parallel. Default: ${DEFAULT-VALUE}.")
    private int workers;

    @Option(
            names = "--durations",
            paramLabel = "KIND",
            defaultValue = "constant",
            description =
                    "How long their evaluations take: constant, uniform, exponential or lognormal; the mean is 1. "
                            + "Default: ${DEFAULT-VALUE}.")
    private Durations durations = Durations.CONSTANT;

    @Option(names = "--batches", description = "All workers wait for the slowest one.")
    private boolean batches;

    /// The experiment on a set.
    ///
    /// @throws BadInput if options contradict each other or the set
    Experiment experiment(ProblemSet problems) {
        Experiment experiment = Experiment.of(problems)
                .withContestants(contestants())
                .withBudgets(budgets())
                .withRepetitions(repetitions)
                .withSeed(seed)
                .withWorkers(new Workers(workers, durations, batches));
        if (!functions.isEmpty()) {
            experiment = experiment.withFunctions(labels(problems));
        }
        if (problems.dimensions().isEmpty() && !dimensions.isEmpty()) {
            throw new BadInput("--dims: every function of " + problems.name() + " has its own dimension."
                    + " Maybe leave the option out?");
        }
        if (problems.instances() == 0 && !instances.isEmpty()) {
            throw new BadInput("--instances: the functions of " + problems.name() + " have one instance only."
                    + " Maybe --repetitions?");
        }
        if (!problems.dimensions().isEmpty()) {
            experiment = experiment.withDimensions(dimensions(problems));
        }
        return problems.instances() == 0 ? experiment : experiment.withInstances(instances(problems));
    }

    private List<Contestant> contestants() {
        return optimizers.equals(List.of("all"))
                ? Contestant.all()
                : optimizers.stream().map(Contestant::named).toList();
    }

    private List<Allowance> budgets() {
        if (!budgets.isEmpty() && !evaluations.isEmpty()) {
            throw new BadInput("--budget stands beside --evaluations. Maybe keep one of them?");
        }
        if (!evaluations.isEmpty()) {
            return evaluations.stream().map(Allowance::total).toList();
        }
        return budgets.isEmpty()
                ? List.of(Allowance.perDimension(100))
                : budgets.stream().map(Allowance::perDimension).toList();
    }

    /// Labels may be written with the letter f before a number, as ranges, and without what follows a colon or a blank.
    private List<String> labels(ProblemSet problems) {
        Set<String> labels = new LinkedHashSet<>();
        for (String word : Ranges.expanded("--functions", functions)) {
            List<String> meant = problems.labels().stream()
                    .filter(label -> label.equals(word)
                            || ("f" + label).equals(word)
                            || label.split("[: ]", 2)[0].equalsIgnoreCase(word))
                    .toList();
            labels.addAll(meant.isEmpty() ? List.of(word) : meant);
        }
        return List.copyOf(labels);
    }

    private List<Integer> dimensions(ProblemSet problems) {
        if (!dimensions.isEmpty()) {
            return Ranges.numbers("--dims", dimensions);
        }
        List<Integer> usual = problems.dimensions().stream()
                .filter(d -> d <= CUSTOMARY_DIMENSION)
                .toList();
        return usual.isEmpty() ? List.of(problems.dimensions().getFirst()) : usual;
    }

    private List<Integer> instances(ProblemSet problems) {
        return instances.isEmpty()
                ? IntStream.rangeClosed(1, Math.min(CUSTOMARY_INSTANCES, problems.instances()))
                        .boxed()
                        .toList()
                : Ranges.numbers("--instances", instances);
    }

    /// The title of its report.
    String title(Experiment experiment) {
        int count = experiment.contestants().size();
        return experiment.set().name() + ": "
                + (count > 3
                        ? count + " optimizers"
                        : experiment.contestants().stream()
                                .map(Contestant::name)
                                .collect(Collectors.joining(", ")));
    }

    /// What a reader needs to repeat it.
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("repetitions", String.valueOf(repetitions));
        facts.put("seed", String.valueOf(seed));
        if (workers > 1) {
            facts.put(
                    "workers", workers + ", simulated, " + durations + " durations" + (batches ? ", in batches" : ""));
        }
        facts.put("made with", String.join(", ", new Version().getVersion()));
        return facts;
    }
}
