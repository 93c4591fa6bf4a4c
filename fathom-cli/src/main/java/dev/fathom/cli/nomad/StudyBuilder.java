package dev.fathom.cli.nomad;

import dev.fathom.Direction;
import dev.fathom.Evaluation;
import dev.fathom.Evaluator;
import dev.fathom.Goal;
import dev.fathom.Outcome;
import dev.fathom.Problem;
import dev.fathom.Stop;
import dev.fathom.Study;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithms.mads.OutputType;
import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.algorithms.mads.Settings;
import dev.fathom.algorithms.mads.Variants;
import dev.fathom.cli.objective.Answer;
import dev.fathom.cli.objective.BlackBox;
import dev.fathom.cli.study.BadInput;
import dev.fathom.cli.study.StudyFile;
import dev.fathom.space.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/// Puts the study of a parameter file together.
final class StudyBuilder {

    private final ParameterFile file;
    private final String name;
    private final Map<String, Object> content;
    private final Settings settings;
    private final List<OutputType> outputs;
    private final List<double[]> starts;
    private final List<CacheFile.Point> cache;
    private final List<Variable> variables;
    private final Space<Map<String, Object>> space;
    private final long seed;
    private final AtomicLong uncounted = new AtomicLong();
    private final ConcurrentMap<Long, List<String>> answers = new ConcurrentHashMap<>();

    /// @param content what the journal keeps; the texts of other files are in it
    StudyBuilder(ParameterFile file, String name, Map<String, Object> content) {
        this.file = file;
        this.name = name;
        this.content = content;
        settings = SettingsReader.read(file);
        outputs = settings.get(Parameters.BB_OUTPUT_TYPE);
        int dimension = Variables.dimension(settings);
        Map<String, String> texts = texts();
        cache = cache(texts, dimension);
        starts = Starts.of(file, dimension, texts);
        variables = Variables.of(file, settings, starts.isEmpty() ? bestOfCache() : starts);
        space = Setting.space(variables);
        seed = content.get("drawn") instanceof Number drawn ? drawn.longValue() : settings.get(Parameters.SEED);
    }

    NomadStudy study() {
        long objectives =
                outputs.stream().filter(type -> type == OutputType.OBJ).count();
        if (objectives == 0) {
            throw file.error(
                    "BB_OUTPUT_TYPE", "BB_OUTPUT_TYPE has no OBJ, so nothing is minimized. Maybe one of them is OBJ?");
        }
        long constraints = outputs.stream().filter(OutputType::isConstraint).count();
        Goal goal = Goal.minimize((int) objectives).withConstraints((int) constraints);
        Output output = new Output(settings, variables, outputs, file.folder(), seed, answers, cache, uncounted);
        checkFolders(output);
        BlackBox box = blackBox();
        Study<Map<String, Object>> study = Study.of(new Problem<>(space, evaluators(box), goal))
                .optimizer(Recipe.use(Variants.of(Searched.of(settings, variables)))
                        .once())
                .workers(workers())
                .seed(seed);
        StudyFile described = described(box.words(), (int) objectives, (int) constraints);
        return new NomadStudy(described, space, begun(ended(asynchronous(study))), output, notes(output));
    }

    private Study<Map<String, Object>> asynchronous(Study<Map<String, Object>> study) {
        return isAsynchronous() ? study.asynchronous() : study;
    }

    private boolean isAsynchronous() {
        return Boolean.TRUE.equals(content.get("asynchronous"));
    }

    // ---- the black box ----

    private BlackBox blackBox() {
        List<String> words = Command.words(file, settings);
        String folder = settings.get(Parameters.TMP_DIR);
        Optional<Path> temporary =
                folder.isEmpty() ? Optional.empty() : Optional.of(file.folder().resolve(folder));
        if (temporary.isPresent() && !Files.isDirectory(temporary.get())) {
            throw file.error("TMP_DIR", "TMP_DIR: there is no folder " + temporary.get() + ". Maybe TMP_DIR /tmp?");
        }
        BlackBox box = new BlackBox(words, file.folder(), temporary, outputs, settings.get(Parameters.BB_REDIRECTION));
        String where = file.source()
                + file.last("BB_EXE").map(line -> ": line " + line.number()).orElse("") + ": BB_EXE";
        box.require(where);
        return box;
    }

    private Evaluator.Factory<Map<String, Object>> evaluators(BlackBox box) {
        Map<List<Double>, List<String>> known = new HashMap<>();
        if (settings.get(Parameters.USE_CACHE_FILE_FOR_RERUN)) {
            cache.stream()
                    .filter(CacheFile.Point::isOk)
                    .forEach(point -> known.put(Arrays.stream(point.x()).boxed().toList(), point.outputs()));
        }
        return box.evaluators(
                block(),
                setting -> Setting.texts(setting, variables),
                setting -> Optional.ofNullable(known.get(Setting.numbers(setting, variables))),
                answers);
    }

    private int block() {
        return (int) Math.clamp(settings.get(Parameters.BB_MAX_BLOCK_SIZE), 1L, 100_000L);
    }

    private int workers() {
        long threads = settings.get(Parameters.NB_THREADS_PARALLEL_EVAL);
        return block() * (int) (threads < 0 ? Runtime.getRuntime().availableProcessors() : Math.max(1, threads));
    }

    // ---- where it begins and ends ----

    private Study<Map<String, Object>> begun(Study<Map<String, Object>> study) {
        Study<Map<String, Object>> result = study;
        List<Evaluation<Map<String, Object>>> known = known();
        if (!known.isEmpty()) {
            result = result.warmStart(known);
        }
        int first =
                known.isEmpty() ? 1 : 0; // the search begins at the best known point, so the first is suggested, too
        for (double[] start : starts.subList(Math.min(first, starts.size()), starts.size())) {
            result = result.suggest(Setting.of(start, variables).orElseThrow());
        }
        return result;
    }

    private Study<Map<String, Object>> ended(Study<Map<String, Object>> study) {
        Study<Map<String, Object>> result = study;
        long budget = settings.get(Parameters.MAX_BB_EVAL);
        if (outputs.contains(OutputType.CNT_EVAL) && budget < Long.MAX_VALUE) {
            result = result.stop(Stop.when(
                    "budget of " + budget + " counted evaluations used up",
                    status -> status.evaluations() - uncounted.get() >= budget));
        } else if (budget < Long.MAX_VALUE) {
            result = result.budget(budget);
        } else {
            result = result.stop(Stop.evaluations(budget)); // never: the search ends by itself
        }
        if (target().isPresent()) {
            result = result.stop(Stop.target(target().getAsDouble()));
        }
        return time().isPresent() ? result.stop(Stop.time(time().get())) : result;
    }

    private OptionalDouble target() {
        double target = settings.get(Parameters.OBJECTIVE_TARGET);
        return target > Double.NEGATIVE_INFINITY ? OptionalDouble.of(target) : OptionalDouble.empty();
    }

    private Optional<Duration> time() {
        double seconds = settings.get(Parameters.MAX_TIME);
        return seconds < Long.MAX_VALUE / 1e3
                ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
                : Optional.empty();
    }

    // ---- what is known ----

    private Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        if (content.get("files") instanceof Map<?, ?> map) {
            map.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        }
        return texts;
    }

    private List<CacheFile.Point> cache(Map<String, String> texts, int dimension) {
        String text = texts.getOrDefault(settings.get(Parameters.CACHE_FILE), "");
        try {
            List<CacheFile.Point> points = CacheFile.read(text);
            if (points.stream().anyMatch(point -> point.x().length != dimension)) {
                throw new IllegalArgumentException("a point has not as many coordinates as DIMENSION says");
            }
            return points;
        } catch (IllegalArgumentException e) {
            throw file.error("CACHE_FILE", "CACHE_FILE: " + e.getMessage() + ". Maybe it is of another problem?");
        }
    }

    /// The points of the cache file with values, as far as they are of the space.
    private List<Evaluation<Map<String, Object>>> known() {
        List<Evaluation<Map<String, Object>>> known = new ArrayList<>();
        if (settings.get(Parameters.USE_CACHE_FILE_FOR_RERUN)) {
            return known;
        }
        for (CacheFile.Point point : cache) {
            Outcome outcome = Answer.of(point.outputs(), outputs).outcome();
            if (point.isOk() && outcome instanceof Outcome.Values values) {
                Setting.of(point.x(), variables)
                        .ifPresent(setting ->
                                known.add(new Evaluation<>(setting, values.losses(), violation(values), 1, 0)));
            }
        }
        return known;
    }

    private static double violation(Outcome.Values values) {
        return Arrays.stream(values.constraints()).map(c -> Math.max(0, c)).sum();
    }

    /// Where the search begins if there is no X0.
    private List<double[]> bestOfCache() {
        return cache.stream()
                .filter(point -> Answer.of(point.outputs(), outputs).outcome() instanceof Outcome.Values)
                .min(Comparator.comparing(this::rank, Arrays::compare))
                .map(point -> List.of(point.x()))
                .orElse(List.of());
    }

    private double[] rank(CacheFile.Point point) {
        return Answer.of(point.outputs(), outputs).outcome() instanceof Outcome.Values values
                ? new double[] {violation(values), values.losses()[0]}
                : new double[] {Double.POSITIVE_INFINITY};
    }

    // ---- what others need to know ----

    private StudyFile described(List<String> words, int objectives, int constraints) {
        long budget = settings.get(Parameters.MAX_BB_EVAL);
        return new StudyFile(
                file.source(),
                name,
                file.folder(),
                content,
                space.describe(),
                List.of(),
                new StudyFile.ObjectiveText(StudyFile.Kind.COMMAND, words, List.of()),
                Collections.nCopies(objectives, Direction.MINIMIZE),
                constraints,
                false,
                "MADS",
                budget < Long.MAX_VALUE ? OptionalLong.of(budget) : OptionalLong.empty(),
                workers(),
                seed,
                Optional.empty(),
                isAsynchronous(),
                new StudyFile.StopRules(target(), time(), OptionalLong.empty()),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private void checkFolders(Output output) {
        for (Path path : output.files()) {
            Path folder = path.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(path)) {
                throw new BadInput(file.source() + ": " + path
                        + " cannot be written. Maybe its folder does not exist, or it is one itself?");
            }
        }
    }

    private List<String> notes(Output output) {
        List<String> notes = new ArrayList<>();
        if (!file.idle().isEmpty()) {
            notes.add(String.join(", ", file.idle().stream().distinct().toList())
                    + (file.idle().stream().distinct().count() > 1 ? " have" : " has") + " no effect here");
        }
        List<String> unknown = new ArrayList<>(output.isShown() ? output.shown().notKnown() : List.of());
        unknown.addAll(output.statsFile().isPresent() ? output.stats().notKnown() : List.of());
        if (!unknown.isEmpty()) {
            notes.add(String.join(", ", unknown.stream().distinct().toList()) + " of the statistics "
                    + (unknown.size() > 1 ? "are" : "is") + " not known here and shown as -");
        }
        return notes;
    }
}
