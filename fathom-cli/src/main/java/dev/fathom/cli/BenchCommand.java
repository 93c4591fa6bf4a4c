package dev.fathom.cli;

import dev.fathom.cli.study.BadInput;
import dev.fathom.lab.Allowance;
import dev.fathom.lab.Contestant;
import dev.fathom.lab.Durations;
import dev.fathom.lab.Experiment;
import dev.fathom.lab.Finished;
import dev.fathom.lab.Key;
import dev.fathom.lab.Run;
import dev.fathom.lab.Solving;
import dev.fathom.lab.Watcher;
import dev.fathom.lab.Workers;
import dev.fathom.lab.report.Peers;
import dev.fathom.lab.report.Presentation;
import dev.fathom.lab.report.Report;
import dev.fathom.problems.ProblemSet;
import dev.fathom.problems.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fathom bench`.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        header = "Run optimizers on a set of test problems, or measure Fathom itself.",
        description = {
            "",
            "Every optimizer runs on every problem with every budget. The folder receives a row per run, "
                    + "and at the end runs.csv and report.html with its pictures. If it holds a part of the same experiment, only the rest is run. "
                    + "Random numbers derive from the seed and the run's problem, optimizer and repetition, "
                    + "so that --only repeats any run bit for bit.",
            ""
        },
        subcommands = {OverheadCommand.class, ProblemSpeedCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  fathom bench bbob --optimizers CMA,DE --dims 2,5,10,20 --budget 100",
            "  fathom bench bbob --optimizers all --functions 1,8,15-19 --instances 1-5",
            "  fathom bench bbob --optimizers Auto --budget 100,1000 --out auto --coco",
            "  fathom bench bbob --optimizers Auto,CMA --with others/runs.csv --named BFGS",
            "  fathom bench bbob --optimizers CMA --workers 8 --durations exponential",
            "  fathom bench bbob --optimizers CMA --only CMA/bbob:f8:i3:d10/1000/0",
            "  fathom bench classic --optimizers Auto --evaluations 1000 --repetitions 5",
            "  fathom bench overhead",
            "  fathom bench problems",
            "",
            "`fathom list problems` shows the sets."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:done",
            "  1:done, but some runs broke off",
            "  2:the command line cannot be used, or the folder holds another experiment",
            "130:interrupted; the same command goes on"
        })
final class BenchCommand implements Callable<Integer> {

    private static final int CUSTOMARY_DIMENSION = 20;
    private static final int CUSTOMARY_INSTANCES = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SET", description = "A set of problems, such as bbob.")
    private @Nullable String set;

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
            names = "--dims",
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

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Runs at once on this machine. Default: its processors.")
    private @Nullable Integer threads;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder. Default: bench-SET.")
    private @Nullable Path out;

    @Option(names = "--only", paramLabel = "RUN", description = "Repeat one run and print its row.")
    private @Nullable String only;

    @Option(
            names = "--coco",
            description = "Write the runs in the format of the COCO platform's logger, too, into the folder coco.")
    private boolean coco;

    @Option(
            names = "--with",
            paramLabel = "FILE",
            description = "Results of others for the report: a runs.csv, or a table of points of runtime profiles. "
                    + "May be given several times.")
    private List<Path> with = List.of();

    @Option(
            names = "--named",
            split = ",",
            paramLabel = "PEER",
            description = "Algorithms of these files that the pictures show besides the best ones.")
    private List<String> named = List.of();

    @Option(names = "--no-report", description = "Write the rows only.")
    private boolean noReport;

    @Option(names = "--quiet", description = "No progress and no remarks.")
    private boolean quiet;

    /// Without a word on what, the help is shown.
    @Override
    public Integer call() throws InterruptedException {
        if (set == null) {
            spec.commandLine().usage(spec.commandLine().getOut());
            return 0;
        }
        Experiment experiment = experiment(Problems.set(set));
        Peers peers = peers();
        return only == null
                ? run(experiment, peers, out == null ? Path.of("bench-" + set) : out)
                : repeat(experiment, only);
    }

    private Experiment experiment(ProblemSet problems) {
        Experiment experiment = Experiment.of(problems)
                .withContestants(contestants())
                .withBudgets(budgets())
                .withRepetitions(repetitions)
                .withSeed(seed)
                .withLogging(coco)
                .withWorkers(new Workers(workers, durations, batches));
        if (!functions.isEmpty()) {
            experiment = experiment.withFunctions(labels(problems));
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

    /// Labels may be written with the letter f before a number, and as ranges.
    private List<String> labels(ProblemSet problems) {
        List<String> labels = new ArrayList<>();
        for (String word : Ranges.expanded("--functions", functions)) {
            labels.add(!problems.labels().contains(word) && word.matches("f\\d+") ? word.substring(1) : word);
        }
        return labels;
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

    private int repeat(Experiment experiment, String key) throws InterruptedException {
        Finished row = experiment.run(Key.parse(key));
        Console console = Console.of(spec);
        console.print(Run.HEADER);
        console.print(row.run().toCsv());
        return tellErrors(console, List.of(row));
    }

    private int run(Experiment experiment, Peers peers, Path directory) {
        Console console = Console.of(spec);
        try (CtrlC ctrlC = new CtrlC()) {
            List<Finished> rows = watched(experiment, directory, console);
            boolean interrupted = ctrlC.settle();
            conclude(experiment, rows, peers, directory, console);
            int code = tellErrors(console, rows);
            return interrupted ? Fathom.INTERRUPTED : code;
        }
    }

    private List<Finished> watched(Experiment experiment, Path directory, Console console) {
        int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        try (BenchProgress progress =
                new BenchProgress(console, experiment.set().name())) {
            return experiment.run(directory, count, quiet ? Watcher.none() : progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Peers peers() {
        try {
            return Peers.read(with);
        } catch (IOException e) {
            throw new BadInput("--with: " + e.getMessage() + " cannot be read. Maybe another path?");
        } catch (IllegalArgumentException e) {
            throw new BadInput("--with", e);
        }
    }

    /// What is made of the rows: a table for people, and the report.
    private void conclude(Experiment experiment, List<Finished> rows, Peers peers, Path directory, Console console) {
        BenchTable.of(experiment, rows).lines("").forEach(console::print);
        console.print("rows:   " + directory.resolve("runs.csv"));
        if (noReport || rows.isEmpty()) {
            return;
        }
        Presentation how = Presentation.of(experiment.set().name() + ": " + contestantsInWords(experiment), facts())
                .withNamed(Set.copyOf(named));
        List<Run> runs = rows.stream().map(Finished::run).toList();
        List<Solving> solvings =
                rows.stream().flatMap(row -> row.solving().stream()).toList();
        try {
            console.print("report: " + Report.write(runs, solvings, peers, experiment.set(), how, directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String contestantsInWords(Experiment experiment) {
        int count = experiment.contestants().size();
        return count > 3
                ? count + " optimizers"
                : experiment.contestants().stream().map(Contestant::name).collect(Collectors.joining(", "));
    }

    private Map<String, String> facts() {
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

    private static int tellErrors(Console console, List<Finished> rows) {
        List<Finished> broken =
                rows.stream().filter(row -> !row.error().isEmpty()).toList();
        broken.forEach(row -> console.remark("fathom: " + row.key() + " broke off: " + row.error()));
        return broken.isEmpty() ? 0 : Fathom.FAILED;
    }
}
