package dev.fathom.cli;

import dev.fathom.cli.nomad.NomadStudy;
import dev.fathom.cli.study.BadInput;
import dev.fathom.cli.study.StudyFile;
import dev.fathom.cli.study.StudyReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fathom run`.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        header = "Run a study file: try settings, keep a journal, write a report.",
        description = {
            "",
            "If the journal exists and is unfinished, the run goes on where it was interrupted. "
                    + "If it is finished, a new numbered journal is begun.",
            ""
        },
        footerHeading = "%nKeys of a study file (YAML):%n",
        footer = {
            "  space        parameters by name: rate: {type: log, low: 1e-5, high: 1}",
            "    {type: real, low: -5, high: 5}     bounds may be missing. Also",
            "               init: where the search begins; step: its first width;",
            "               transform: reflect, clip, none, arctan, tanh or gaussian;",
            "               shape: [10] or [2, 3] for an array, with low, high, init and",
            "               step for all elements or as lists",
            "    {type: log, low: 1e-5, high: 1}    also init, step, shape",
            "    {type: integer, low: 1, high: 64}  also log: true, init, step",
            "    {type: boolean}                    also init",
            "    {type: choice, values: [a, b]}     also init",
            "    {type: ordered, values: [S, M, L]} also init",
            "    {type: constant, value: 3}",
            "    {type: subset, values: [a, b, c]}  also min, max: how many are taken",
            "    {type: permutation, values: [a, b, c]}",
            "    {type: tuple, items: [{type: boolean}, {type: integer, low: 1, high: 3}]}",
            "    {type: repeat, count: 3, item: {type: integer, low: 1, high: 9}}",
            "    {type: group, space: {a: {type: …}, b: {type: …}}}",
            "    {type: conditional, options: {sgd: {momentum: {type: …}}, adam: {}}}",
            "  constraints  cheap ones, known before an evaluation:",
            "               [\"lc + lp <= 4\", \"kind != 'tanh' or layers < 3\"]",
            "  objective    one of",
            "    {command: \"./train --rate {rate}\"}",
            "               started for every evaluation. Parameters: {name} in the words,",
            "               environment variables NAME and FATHOM_NAME, one JSON line on",
            "               standard input. The last line of its output is the loss: a",
            "               number, or {\"loss\": 1.5, \"constraints\": [-1.0], \"status\": \"ok\"}.",
            "               No shell: pipes need sh -c '…'.",
            "    {worker: \"./train.py\"}",
            "               started once per worker; answers {\"id\": 7, \"parameters\": {…}}",
            "               by {\"id\": 7, \"loss\": 1.5}, one line each, and flushes its output",
            "    {class: com.example.Train, classpath: [train.jar]}",
            "               an Objective<Map<String, Object>>",
            "    {problem: \"rastrigin:d10\"}",
            "               a test problem, see fathom list problems",
            "  direction    minimize (default) or maximize;",
            "               directions: [minimize, maximize] for several objectives",
            "  outputs      {constraints: 2}: every evaluation reports 2 constraint values,",
            "               satisfied if <= 0",
            "  optimizer    a name of fathom list optimizers. Default: Auto",
            "  budget       number of evaluations",
            "  workers      evaluations at once. Default: 1",
            "  seed         of all random numbers. Default: 1",
            "  timeout      of one evaluation: 500ms, 30s, 2m, or seconds",
            "  stop         {target: 0.1, time: 10m, stagnation: 200}:",
            "               the run ends at the first of them",
            "  asynchronous true: learn results as they arrive; no worker waits for another",
            "  noisy        true: evaluations of one setting differ",
            "  suggest      settings to try first: [{rate: 0.01, layers: 2, kind: relu}]",
            "  baseline     what to compare with, of a single objective: 42, or",
            "               {name: \"as is\", command: \"./train\"}",
            "  journal      where it is written. Default: NAME.journal in the current folder",
            "",
            "Examples:",
            "  fathom run study.yaml",
            "  fathom run study.yaml --budget 50 --workers 8 --asynchronous",
            "  fathom run study.yaml --fresh --seed 2 --json > result.json",
            "  fathom run bbob:f8:i3:d10 --optimizer CMA --budget 1000",
            "  fathom run --nomad param.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:done",
            "  1:all evaluations failed",
            "  2:the command line or the study file cannot be used",
            "130:interrupted; the run can be resumed"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "STUDY",
            description = "The study file, or the name of a test problem such as bbob:f8:i3:d10.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String study;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Where every evaluation is written. Default: NAME.journal in the current folder.")
    private @Nullable Path journal;

    @Option(names = "--optimizer", paramLabel = "NAME", description = "The method, see fathom list optimizers.")
    private @Nullable String optimizer;

    @Option(names = "--budget", paramLabel = "N", description = "The number of evaluations.")
    private @Nullable Long budget;

    @Option(names = "--workers", paramLabel = "N", description = "How many evaluations run at once.")
    private @Nullable Integer workers;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of all random numbers.")
    private @Nullable Long seed;

    @Option(
            names = "--asynchronous",
            description = "Learn results as they arrive: no worker waits, but only the journal can repeat the run.")
    private boolean asynchronous;

    @Option(
            names = "--fresh",
            description = "Begin anew even if the journal exists; the earlier one is kept under a numbered name.")
    private boolean fresh;

    @Option(
            names = "--nomad",
            description = "STUDY is a parameter file of NOMAD 4, run with MADS; its parameters: fathom explain mads.")
    private boolean nomad;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        Optional<NomadStudy> parameters = nomad ? Optional.of(parameterFile()) : Optional.empty();
        StudyFile file = parameters.map(NomadStudy::file).orElseGet(() -> StudyReader.named(study, overrides()));
        Optional<StudyPlan> plan = nomad ? Optional.empty() : Optional.of(StudyPlan.of(file, options.classpath()));
        Path wanted = journal != null ? journal : file.journal().orElse(Path.of(file.name() + ".journal"));
        JournalPlace place = fresh ? JournalPlace.fresh(wanted) : JournalPlace.of(wanted);
        if (!options.quiet) {
            parameters.map(NomadStudy::notes).orElse(List.of()).forEach(note -> console.remark(study + ": " + note));
            if (!place.remark().isEmpty()) {
                console.remark(place.remark());
            }
        }
        return new Session(
                        plan.orElseGet(() -> continued(parameters.orElseThrow(), place.file())),
                        place.file(),
                        options.report(place.file()),
                        console,
                        options.quiet,
                        options.json)
                .run();
    }

    private NomadStudy parameterFile() {
        if (optimizer != null) {
            throw new BadInput("--optimizer " + optimizer + " stands beside --nomad, which means MADS. "
                    + "Maybe leave one of them out?");
        }
        Map<String, String> lines = new LinkedHashMap<>();
        put(lines, "MAX_BB_EVAL", budget);
        put(lines, "NB_THREADS_PARALLEL_EVAL", workers);
        put(lines, "SEED", seed);
        return NomadStudy.read(Path.of(study), lines, asynchronous);
    }

    private static void put(Map<String, String> lines, String name, @Nullable Number value) {
        if (value != null) {
            lines.put(name, value.toString());
        }
    }

    /// A journal that was begun with the same parameter file goes on with the points and the seed that were read then.
    private static StudyPlan continued(NomadStudy parameters, Path journal) {
        if (JournalPlace.isBegun(journal)) {
            JournalFile earlier = JournalFile.read(journal);
            if (earlier.journal().map("study").get("file") instanceof Map<?, ?> content
                    && parameters.isContinuedBy(content)) {
                return StudyPlan.of(earlier, List.of());
            }
        }
        return StudyPlan.of(parameters);
    }

    private Map<String, Object> overrides() {
        Map<String, Object> overrides = new LinkedHashMap<>();
        put(overrides, "optimizer", optimizer);
        put(overrides, "budget", budget);
        put(overrides, "workers", workers);
        put(overrides, "seed", seed);
        put(overrides, "asynchronous", asynchronous ? true : null);
        return overrides;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
