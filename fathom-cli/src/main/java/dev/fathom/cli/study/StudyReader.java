package dev.fathom.cli.study;

import dev.fathom.Direction;
import dev.fathom.Search;
import dev.fathom.cli.study.StudyFile.Baseline;
import dev.fathom.cli.study.StudyFile.Kind;
import dev.fathom.cli.study.StudyFile.ObjectiveText;
import dev.fathom.cli.study.StudyFile.StopRules;
import dev.fathom.internal.words.NearWords;
import dev.fathom.problems.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Makes a [StudyFile] of the plain data of a file or of a journal's header.
public final class StudyReader {

    /// The keys of a study file.
    public static final List<String> KEYS = List.of(
            "space",
            "constraints",
            "objective",
            "direction",
            "directions",
            "outputs",
            "noisy",
            "optimizer",
            "budget",
            "workers",
            "seed",
            "timeout",
            "asynchronous",
            "stop",
            "journal",
            "suggest",
            "baseline");

    private static final String OBJECTIVE_HINT =
            "Maybe objective: {command: \"…\"}, {worker: \"…\"}, {class: …} or {problem: \"rastrigin:d10\"}?";

    private final Fields fields;
    private final String source;
    private final Path folder;

    private StudyReader(String source, Path folder, Map<String, Object> content) {
        this.source = source;
        this.folder = folder;
        fields = new Fields(source, content, KEYS);
    }

    /// The study of a file, or, where there is no such file, of the test problem of that name.
    ///
    /// @throws BadInput if anything in it cannot be used
    public static StudyFile named(String study, Map<String, Object> overrides) {
        if (!isProblem(study)) {
            return read(Path.of(study), overrides);
        }
        Map<String, Object> content = new LinkedHashMap<>(overrides);
        content.put("objective", Map.of("problem", study));
        return of(study, study.replace(':', '-'), Path.of("").toAbsolutePath(), content);
    }

    /// Whether it names a test problem, or looks like it, and no file.
    private static boolean isProblem(String study) {
        String function = study.split(":", 2)[0];
        boolean isKnown = Problems.names().containsKey(function);
        boolean looksLikeOne = study.contains(":") && function.matches("[a-z][a-z0-9.-]+");
        return (isKnown || looksLikeOne) && !Files.exists(Path.of(study));
    }

    /// Reads a file, with some keys replaced by the options of the command line.
    ///
    /// @throws BadInput if anything in it cannot be used
    public static StudyFile read(Path file, Map<String, Object> overrides) {
        Map<String, Object> content = new LinkedHashMap<>(StudyText.load(file));
        if (overrides.containsKey("direction")) {
            content.remove("directions");
        }
        content.putAll(overrides);
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return of(file.toString(), StudyText.name(absolute), folder == null ? absolute : folder, content);
    }

    /// Reads what a file says.
    ///
    /// @param source with what errors begin
    /// @param name what the study is called
    /// @param folder where the file lies
    /// @throws BadInput if anything in it cannot be used
    public static StudyFile of(String source, String name, Path folder, Map<String, Object> content) {
        return new StudyReader(source, folder, content).study(name, Collections.unmodifiableMap(content));
    }

    private StudyFile study(String name, Map<String, Object> content) {
        ObjectiveText objective = objective();
        checkObjectives(objective);
        OptionalLong budget = fields.whole("budget", 1);
        StopRules stop = stop();
        if (budget.isEmpty() && stop.isEmpty()) {
            throw fields.error(
                    "budget", "missing, so the run would never end. Maybe budget: 1000, or stop: {time: 10m}?");
        }
        return new StudyFile(
                source,
                name,
                folder,
                content,
                space(objective),
                fields.texts("constraints"),
                objective,
                directions(),
                outputs(),
                fields.truth("noisy"),
                fields.text("optimizer").orElse("Auto"),
                budget,
                (int) Math.min(Integer.MAX_VALUE, fields.whole("workers", 1).orElse(1)),
                fields.whole("seed", Long.MIN_VALUE).orElse(Search.DEFAULT_SEED),
                fields.time("timeout"),
                fields.truth("asynchronous"),
                stop,
                fields.text("journal").map(folder::resolve),
                suggest(),
                baseline());
    }

    private Map<String, Object> space(ObjectiveText objective) {
        Optional<Map<String, Object>> space = fields.map("space");
        if (space.isEmpty() && objective.kind() == Kind.PROBLEM) {
            return Map.of();
        }
        if (space.isEmpty() || space.get().isEmpty()) {
            throw fields.error("space", "missing. Maybe space: {rate: {type: log, low: 1e-5, high: 1e-1}}?");
        }
        return space.get();
    }

    private ObjectiveText objective() {
        if (!fields.has("objective")) {
            throw fields.error("objective", "missing. " + OBJECTIVE_HINT);
        }
        if (!(fields.get("objective").orElse("") instanceof Map<?, ?> map)) {
            throw fields.error("objective", fields.get("objective").orElse("") + " is not a map. " + OBJECTIVE_HINT);
        }
        Fields inner = new Fields(
                fields.place("objective"), map, List.of("command", "worker", "class", "problem", "classpath"));
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (inner.has(key(kind))) {
                kinds.add(kind);
            }
        }
        if (kinds.size() != 1) {
            throw fields.error("objective", "needs exactly one kind, but has " + map.keySet() + ". " + OBJECTIVE_HINT);
        }
        Kind kind = kinds.getFirst();
        if (inner.has("classpath") && kind != Kind.CLASS) {
            throw inner.error("classpath", "is of use with a class only. Maybe remove it?");
        }
        return new ObjectiveText(
                kind,
                words(inner, kind),
                inner.texts("classpath").stream().map(folder::resolve).toList());
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(Fields fields, Kind kind) {
        return kind == Kind.COMMAND || kind == Kind.WORKER
                ? command(fields, key(kind))
                : List.of(fields.text(key(kind)).orElse(""));
    }

    /// A command as one text, split into words, or as the list of its words.
    private static List<String> command(Fields fields, String key) {
        if (fields.get(key).orElse("") instanceof List) {
            return fields.texts(key);
        }
        try {
            return Words.split(fields.text(key).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new BadInput(fields.place(key), e);
        }
    }

    private List<Direction> directions() {
        if (fields.has("direction") && fields.has("directions")) {
            throw fields.error("direction", "stands beside directions. Maybe keep directions only?");
        }
        String key = fields.has("direction") ? "direction" : "directions";
        List<String> words = fields.texts(key);
        return words.isEmpty()
                ? List.of(Direction.MINIMIZE)
                : words.stream().map(word -> direction(key, word)).toList();
    }

    /// What is possible with a single objective only.
    private void checkObjectives(ObjectiveText objective) {
        int count = directions().size();
        if (count > 1 && objective.kind() == Kind.PROBLEM) {
            throw fields.error(
                    "directions",
                    "there are " + count + ", but the test problem "
                            + objective.words().getFirst() + " has one objective. Maybe directions: [minimize]?");
        }
        if (count > 1 && fields.has("baseline")) {
            throw fields.error(
                    "baseline",
                    "is a single value, but there are " + count + " directions. Maybe leave the baseline out?");
        }
    }

    private Direction direction(String key, String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "minimize", "min" -> Direction.MINIMIZE;
            case "maximize", "max" -> Direction.MAXIMIZE;
            default ->
                throw fields.error(
                        key,
                        "'" + word + "' is no direction." + NearWords.maybe(word, List.of("minimize", "maximize")));
        };
    }

    private int outputs() {
        return fields.map("outputs")
                .map(map -> new Fields(fields.place("outputs"), map, List.of("constraints")))
                .map(inner -> (int) inner.whole("constraints", 0).orElse(0))
                .orElse(0);
    }

    private StopRules stop() {
        return fields.map("stop")
                .map(map -> new Fields(fields.place("stop"), map, List.of("target", "time", "stagnation")))
                .map(inner -> new StopRules(inner.number("target"), inner.time("time"), inner.whole("stagnation", 1)))
                .orElse(new StopRules(OptionalDouble.empty(), Optional.empty(), OptionalLong.empty()));
    }

    private List<Map<String, Object>> suggest() {
        return fields.get("suggest").filter(Map.class::isInstance).isPresent()
                ? fields.map("suggest").stream().toList()
                : fields.list("suggest").stream()
                        .map(item -> fields.asMap("suggest", item))
                        .toList();
    }

    private Optional<Baseline> baseline() {
        if (!(fields.get("baseline").orElse("") instanceof Map<?, ?> map)) {
            return fields.has("baseline")
                    ? Optional.of(new Baseline("baseline", fields.number("baseline"), List.of()))
                    : Optional.empty();
        }
        Fields inner = new Fields(fields.place("baseline"), map, List.of("name", "value", "command"));
        if (inner.has("value") == inner.has("command")) {
            throw fields.error(
                    "baseline", "needs either a value or a command, but has " + map.keySet() + ". Maybe baseline: 42?");
        }
        String name = inner.text("name").orElse("baseline");
        return Optional.of(
                inner.has("value")
                        ? new Baseline(name, inner.number("value"), List.of())
                        : new Baseline(name, OptionalDouble.empty(), command(inner, "command")));
    }
}
