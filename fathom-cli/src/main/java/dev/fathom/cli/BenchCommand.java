package dev.fathom.cli;

import dev.fathom.cli.study.BadInput;
import dev.fathom.internal.words.NearWords;
import dev.fathom.lab.Experiment;
import dev.fathom.lab.Finished;
import dev.fathom.lab.Key;
import dev.fathom.lab.Run;
import dev.fathom.lab.Solving;
import dev.fathom.lab.Watcher;
import dev.fathom.lab.report.Peers;
import dev.fathom.lab.report.Presentation;
import dev.fathom.lab.report.Report;
import dev.fathom.problems.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        subcommands = {
            OverheadCommand.class,
            ProblemSpeedCommand.class,
            TensorSpeedCommand.class,
            GenerationSpeedCommand.class,
            DeviceSpeedCommand.class
        },
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
            "  fathom bench tensors",
            "  fathom bench generations",
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

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SET", description = "A set of problems, such as bbob.")
    private @Nullable String set;

    @Mixin
    private ExperimentOptions options = new ExperimentOptions();

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
        Experiment experiment = options.experiment(Problems.set(set)).withLogging(coco);
        Peers peers = peers();
        check(named, peers);
        return only == null
                ? run(experiment, peers, out == null ? Path.of("bench-" + set) : out)
                : repeat(experiment, only);
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
            if (interrupted) {
                console.remark("interrupted; the same command goes on");
            }
            int code = tellErrors(console, rows);
            return interrupted ? Fathom.INTERRUPTED : code;
        }
    }

    private List<Finished> watched(Experiment experiment, Path directory, Console console) {
        int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        try (BenchProgress progress =
                new BenchProgress(console, experiment.set().name())) {
            return experiment.run(directory, count, quiet ? Watcher.none() : progress);
        } catch (FileSystemException e) {
            throw new BadInput("--out: the folder " + directory + " cannot be written ("
                    + e.getClass().getSimpleName() + "). Maybe choose another one?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Peers peers() {
        try {
            return Peers.read(with);
        } catch (IOException e) {
            throw new BadInput(
                    "--with: a file of " + with + " cannot be read: " + e.getMessage() + ". Maybe another path?");
        } catch (IllegalArgumentException e) {
            throw new BadInput("--with", e);
        }
    }

    private static void check(List<String> named, Peers peers) {
        Set<String> known = Stream.concat(
                        peers.points().stream().map(Peers.Point::algorithm),
                        peers.runs().stream().map(Run::algorithm))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : named) {
            if (!known.contains(name)) {
                throw new BadInput(
                        "--named: no file of --with has an algorithm '" + name + "'." + NearWords.maybe(name, known));
            }
        }
    }

    /// What is made of the rows: a table for people, and the report.
    private void conclude(Experiment experiment, List<Finished> rows, Peers peers, Path directory, Console console) {
        BenchTable.of(experiment, rows).lines("").forEach(console::print);
        console.print("rows:   " + directory.resolve("runs.csv"));
        if (noReport || rows.isEmpty()) {
            return;
        }
        Presentation how =
                Presentation.of(options.title(experiment), options.facts()).withNamed(Set.copyOf(named));
        List<Run> runs = rows.stream().map(Finished::run).toList();
        List<Solving> solvings =
                rows.stream().flatMap(row -> row.solving().stream()).toList();
        try {
            Report.Written written = Report.write(runs, solvings, peers, experiment.set(), how, directory);
            console.print("report: " + written.page());
            if (!written.hasImages()) {
                console.remark("fathom: the pictures are there as SVG only, since Java cannot draw PNG here. "
                        + "Maybe install fontconfig and a font?");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int tellErrors(Console console, List<Finished> rows) {
        List<Finished> broken =
                rows.stream().filter(row -> !row.error().isEmpty()).toList();
        broken.forEach(row -> console.remark("fathom: " + row.key() + " broke off: " + row.error()));
        return broken.isEmpty() ? 0 : Fathom.FAILED;
    }
}
