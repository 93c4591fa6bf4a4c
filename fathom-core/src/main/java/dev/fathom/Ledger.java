package dev.fathom;

import dev.fathom.algorithm.Recipe;
import dev.fathom.internal.journal.Journal;
import dev.fathom.internal.json.Json;
import dev.fathom.space.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The memory of a run on disk: what was told, in the order in which it was learned, and what has arrived before its
/// turn.
///
/// Results that are not yet to be learned wait in a second file beside the journal, so that nothing evaluated is ever
/// lost
/// and the journal itself stays in order.
final class Ledger<T> implements AutoCloseable {

    static final int FORMAT = 1;
    static final String VERSION = "0.1.0";

    private final Space<T> space;
    private final Journal journal;
    private final Map<String, Object> earlyHeader;
    private final Map<Long, Map<String, Object>> early = new HashMap<>();
    private @Nullable Journal earlyJournal;
    private boolean complete;

    Ledger(Study<T> study, Path file) {
        space = study.problem().space();
        journal = Journal.open(file, header(study));
        earlyHeader = Map.of("fathom", "journal", "early", file.getFileName().toString());
        try {
            if (Files.exists(earlyFile())) {
                earlyJournal = Journal.open(earlyFile(), earlyHeader);
                earlyJournal
                        .lines()
                        .forEach(line -> early.put(number(line, "id").longValue(), line));
            }
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private Path earlyFile() {
        return journal.file().resolveSibling(journal.file().getFileName() + ".early");
    }

    private static <T> Map<String, Object> header(Study<T> study) {
        Problem<T> problem = study.problem();
        Search search = study.search();
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("fathom", "journal");
        header.put("format", FORMAT);
        header.put("version", VERSION);
        header.put("space", problem.space().describe());
        header.put("goal", describe(problem.goal()));
        header.put("optimizer", name(search.recipe()));
        header.put("budget", search.budget().isLimited() ? search.budget().evaluations() : null);
        header.put("workers", search.workers());
        header.put("seed", search.seed());
        header.put("asynchronous", study.isAsynchronous());
        if (!study.suggestions().isEmpty()) {
            header.put(
                    "suggested",
                    study.suggestions().stream().map(problem.space()::toJson).toList());
        }
        if (!study.known().isEmpty()) {
            header.put(
                    "known",
                    study.known().stream().map(e -> known(problem.space(), e)).toList());
        }
        if (!study.description().isEmpty()) {
            header.put("study", study.description());
        }
        @SuppressWarnings("NullAway") // the budget may be null: JSON has a word for it
        Map<String, Object> result = header;
        return result;
    }

    private static <T> Map<String, Object> known(Space<T> space, Evaluation<T> evaluation) {
        return Map.of("parameters", space.toJson(evaluation.value()), "loss", evaluation.losses());
    }

    private static Map<String, Object> describe(Goal goal) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(
                "directions",
                goal.directions().stream()
                        .map(d -> d.name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
        map.put("constraints", goal.constraints());
        map.put("noisy", goal.noisy());
        return map;
    }

    private static String name(Recipe recipe) {
        return recipe instanceof Recipe.Named named ? named.name() : recipe.toString();
    }

    /// What the journal holds, in order.
    List<Map<String, Object>> lines() {
        return journal.lines();
    }

    /// The trial's result if it arrived before the run was interrupted; it is handed out once.
    @Nullable
    Outcome takeEarly(Trial<T> trial) {
        Map<String, Object> line = early.remove(trial.id());
        return line == null ? null : outcome(line, trial);
    }

    /// The outcome that a line holds.
    ///
    /// @throws IllegalStateException if the line is about other parameters than the trial
    Outcome outcome(Map<String, Object> line, Trial<T> trial) {
        Object now = Json.normalize(space.toJson(trial.value()));
        Object then = line.get("parameters");
        if (!Objects.equals(now, then)) {
            throw new IllegalStateException("the journal " + journal.file() + " cannot be repeated: trial " + trial.id()
                    + " was " + Json.write(then) + " there, but is " + Json.write(now)
                    + " now. Maybe it was written by another version of Fathom?");
        }
        if (line.get("failed") instanceof String reason) {
            return Outcome.failed(reason);
        }
        return new Outcome.Values(numbers(line.get("loss")), numbers(line.get("constraints")));
    }

    static double seconds(Map<String, Object> line, String key) {
        return line.get(key) instanceof Number number ? number.doubleValue() : 0;
    }

    static Number number(Map<String, Object> line, String key) {
        if (line.get(key) instanceof Number number) {
            return number;
        }
        throw new IllegalStateException("a line of the journal has no number '" + key + "': " + Json.write(line)
                + ". Maybe it was edited by hand?");
    }

    private static double[] numbers(@Nullable Object json) {
        return switch (json) {
            case null -> new double[0];
            case List<?> list -> list.stream().mapToDouble(Ledger::number).toArray();
            default -> new double[] {number(json)};
        };
    }

    private static double number(@Nullable Object json) {
        return json instanceof Number number ? number.doubleValue() : Double.parseDouble(String.valueOf(json));
    }

    /// Writes a result that is learned now.
    void write(Trial<T> trial, Outcome outcome, long asked, double at, double seconds) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", trial.id());
        line.put("asked", asked);
        fill(line, trial, outcome);
        line.put("at", micro(at));
        line.put("seconds", micro(seconds));
        journal.append(line);
    }

    /// Writes a result that has to wait for its turn.
    void writeEarly(Trial<T> trial, Outcome outcome, double seconds) {
        Journal file = earlyJournal;
        if (file == null) {
            file = Journal.open(earlyFile(), earlyHeader);
            earlyJournal = file;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", trial.id());
        fill(line, trial, outcome);
        line.put("seconds", micro(seconds));
        file.append(line);
    }

    private void fill(Map<String, Object> line, Trial<T> trial, Outcome outcome) {
        line.put("parameters", space.toJson(trial.value()));
        switch (outcome) {
            case Outcome.Failed failed -> line.put("failed", failed.reason());
            case Outcome.Values values -> {
                line.put("loss", values.losses().length == 1 ? (Object) values.losses()[0] : values.losses());
                if (values.constraints().length > 0) {
                    line.put("constraints", values.constraints());
                }
            }
        }
    }

    private static double micro(double seconds) {
        return Math.rint(seconds * 1e6) / 1e6;
    }

    /// Writes why the run is over.
    void stop(String reason) {
        journal.append(Map.of("stopped", reason));
        complete = true;
    }

    @Override
    public void close() {
        journal.close();
        if (earlyJournal != null) {
            earlyJournal.close();
            if (complete) {
                earlyJournal.file().toFile().delete();
            }
        }
    }
}
