package dev.fathom.cli;

import dev.fathom.Budget;
import dev.fathom.Goal;
import dev.fathom.Optimizer;
import dev.fathom.Search;
import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Recipe;
import dev.fathom.cli.study.BadInput;
import dev.fathom.cli.study.StudyFile;
import dev.fathom.cli.study.StudyReader;
import dev.fathom.cli.study.StudySpace;
import dev.fathom.space.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fathom explain`.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        header = "Tell which method would search, and why.",
        description = {
            "",
            "Of a study file, or of a problem described by options. Options change what a study file says. "
                    + "Nothing is evaluated. `explain mads` tells all parameters of MADS.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fathom explain study.yaml",
            "  fathom explain study.yaml --workers 32",
            "  fathom explain bbob:f8:i3:d10 --budget 1000",
            "  fathom explain --optimizer Auto --dimension 10 --budget 1000",
            "  fathom explain mads QUAD"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:the command line or the study file cannot be used"})
final class ExplainCommand implements Callable<Integer> {

    private static final int PAGE_WIDTH = 100;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "STUDY",
            arity = "0..1",
            description = "The study file, or the name of a test problem such as bbob:f8:i3:d10.")
    private @Nullable String study;

    @Parameters(
            index = "1",
            paramLabel = "PART",
            arity = "0..1",
            description = "Of `explain mads`: only parameters whose names contain this, or of this subject.")
    private @Nullable String part;

    @Option(names = "--markdown", description = "`explain mads` as a page of the documentation.")
    private boolean markdown;

    @Option(names = "--optimizer", paramLabel = "NAME", description = "The method. Default: Auto.")
    private @Nullable String optimizer;

    @Option(
            names = "--dimension",
            paramLabel = "N",
            description = "Number of real parameters, where there is no study file.")
    private @Nullable Integer dimension;

    @Option(names = "--budget", paramLabel = "N", description = "The number of evaluations.")
    private @Nullable Long budget;

    @Option(names = "--workers", paramLabel = "N", description = "How many evaluations run at once.")
    private @Nullable Integer workers;

    @Option(
            names = "--objectives",
            paramLabel = "N",
            description = "Number of objectives, where there is no study file.")
    private @Nullable Integer objectives;

    @Option(names = "--noisy", description = "Evaluations of one setting differ.")
    private boolean noisy;

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        String text = isMads() ? ofMads(console) : study == null ? ofOptions() : ofStudy(study);
        console.print(text.stripTrailing());
        return 0;
    }

    private boolean isMads() {
        boolean isMads = study != null && study.equalsIgnoreCase("mads") && !Files.exists(Path.of(study));
        if (!isMads && (part != null || markdown)) {
            throw new BadInput((markdown ? "--markdown" : "the word " + part)
                    + " belongs to `fathom explain mads` only. Maybe leave it out?");
        }
        return isMads;
    }

    private String ofMads(Console console) {
        String filter = part == null ? "" : part;
        int width = console.isTerminal() ? console.width() : PAGE_WIDTH;
        return markdown ? MadsTable.markdown() : String.join("\n", MadsTable.text(filter, width));
    }

    private String ofStudy(String path) {
        if (dimension != null || objectives != null) {
            throw new BadInput("--dimension and --objectives describe a problem without a study file. "
                    + "Maybe leave out either them or " + path + "?");
        }
        Map<String, Object> overrides = new LinkedHashMap<>();
        put(overrides, "optimizer", optimizer);
        put(overrides, "budget", budget);
        put(overrides, "workers", workers);
        put(overrides, "noisy", noisy ? true : null);
        StudyFile file = StudyReader.named(path, overrides);
        Goal goal = StudyPlan.goal(file);
        Budget evaluations = file.budget().isPresent() ? Budget.of(file.budget().getAsLong()) : Budget.unlimited();
        return explain(StudySpace.of(file), goal, file.optimizer(), evaluations, file.workers());
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private String ofOptions() {
        if (dimension == null) {
            throw new BadInput("there is nothing to explain: neither a study file nor --dimension is given. "
                    + "Maybe fathom explain study.yaml, or fathom explain --dimension 10 --budget 1000?");
        }
        Goal goal = Goal.minimize(objectives == null ? 1 : (int) atLeastOne("--objectives", objectives))
                .withNoise(noisy);
        return explain(
                Space.reals((int) atLeastOne("--dimension", dimension), -1, 1),
                goal,
                optimizer == null ? "Auto" : optimizer,
                budget == null ? Budget.unlimited() : Budget.of(atLeastOne("--budget", budget)),
                workers == null ? 1 : (int) atLeastOne("--workers", workers));
    }

    private static long atLeastOne(String option, long value) {
        if (value < 1) {
            throw new BadInput(option + " must be at least 1, but is " + value + ". Maybe " + option + " 10?");
        }
        return value;
    }

    private static String explain(Space<?> space, Goal goal, String name, Budget budget, int workers) {
        Recipe recipe = Recipe.named(Catalog.entry(name).name());
        Search search = new Search(recipe, budget, workers, Search.DEFAULT_SEED);
        try (Optimizer<?> optimizer = Optimizer.of(space, goal, search)) {
            return optimizer.explain();
        }
    }
}
