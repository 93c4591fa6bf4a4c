package dev.fathom;

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
    /// The latest trials told, since a hand-driven search may tell one again.
    private final Map<Long, Trial<T>> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Trial<T>> eldest) {
            return size() > 10_000;
        }
    };

    private boolean complete;
    private @Nullable String stopped;

    private final long begin = System.nanoTime();
    private double before;

    /// Opens or creates the journal.
    ///
    /// @param extras what the header holds besides the settings of the search
    Ledger(Path file, Space<T> space, Goal goal, Search search, Map<String, Object> extras) {
        this.space = space;
        journal = Journal.open(file, header(space, goal, search, extras));
        earlyHeader = Map.of("fathom", "journal", "early", String.valueOf(file.getFileName()));
        try {
            if (Files.exists(earlyFile())) {
                earlyJournal = Journal.open(earlyFile(), earlyHeader);
                earlyJournal.replay(line -> early.put(number(line, "id").longValue(), line));
            }
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private Path earlyFile() {
        return journal.file().resolveSibling(journal.file().getFileName() + ".early");
    }

    static Map<String, Object> header(Space<?> space, Goal goal, Search search, Map<String, Object> extras) {
        Map<String, @Nullable Object> header = new LinkedHashMap<>();
        header.put("fathom", "journal");
        header.put("format", FORMAT);
        header.put("version", VERSION);
        header.put("space", space.describe());
        header.put("goal", describe(goal));
        header.put("optimizer", search.method());
        header.put("budget", search.budget().isLimited() ? search.budget().evaluations() : null);
        header.put("workers", search.workers());
        header.put("seed", search.seed());
        header.putAll(extras);
        @SuppressWarnings("NullAway") // the budget may be null: JSON has a word for it
        Map<String, Object> result = header;
        return result;
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

    /// Time since the run began, earlier sessions included, in seconds.
    double seconds() {
        return before + (System.nanoTime() - begin) / 1e9;
    }

    /// The run of an earlier session lasted at least this long.
    void lasted(double seconds) {
        before = Math.max(before, seconds);
    }

    /// The trial's result if it arrived before the run was interrupted; it is handed out once.
    @Nullable
    Outcome takeEarly(Trial<T> trial) {
        Map<String, Object> line = early.remove(trial.id());
        return line == null ? null : outcome(line, trial);
    }

    /// Repeats the asks and tells of the journal.
    ///
    /// @return trials that were asked, as far as the journal tells, and not told
    List<Trial<T>> replay(Optimizer<T> optimizer) {
        Map<Long, Trial<T>> asked = new LinkedHashMap<>();
        journal.replay(line -> repeat(line, optimizer, asked));
        told.clear(); // of use to the replay alone
        return List.copyOf(asked.values());
    }

    private void repeat(Map<String, Object> line, Optimizer<T> optimizer, Map<Long, Trial<T>> asked) {
        if (line.get("stopped") instanceof String reason) {
            stopped = reason;
            return;
        }
        while (optimizer.asked() < number(line, "asked").longValue()) {
            Trial<T> trial = optimizer.ask();
            asked.put(trial.id(), trial);
        }
        lasted(seconds(line, "at"));
        if (line.containsKey("suggest")) {
            optimizer.suggest(space.fromJson(line.get("suggest")));
        } else if (line.containsKey("told")) {
            optimizer.tell(space.fromJson(line.get("told")), outcome(line));
        } else {
            repeatTell(line, optimizer, asked);
        }
    }

    private void repeatTell(Map<String, Object> line, Optimizer<T> optimizer, Map<Long, Trial<T>> asked) {
        long id = number(line, "id").longValue();
        Trial<T> trial = asked.remove(id);
        if (trial != null) {
            told.put(id, trial);
        } else {
            trial = told.get(id); // told again
        }
        if (trial == null) {
            throw new IllegalStateException("the journal " + journal.file() + " tells trial " + id
                    + " when it was not asked, or long after. Maybe it was edited by hand?");
        }
        optimizer.tell(trial, outcome(line, trial), seconds(line, "seconds"));
    }

    /// Why the run was over when the journal was opened; null if it was not.
    @Nullable
    String stopped() {
        return stopped;
    }

    /// The outcome that a line holds.
    ///
    /// @throws IllegalStateException if the line is about other parameters than the trial
    private Outcome outcome(Map<String, Object> line, Trial<T> trial) {
        Object now = Json.normalize(space.toJson(trial.value()));
        Object then = line.get("parameters");
        if (!Objects.equals(now, then)) {
            throw new IllegalStateException("the journal " + journal.file() + " cannot be repeated: trial " + trial.id()
                    + " was " + Json.write(then) + " there, but is " + Json.write(now)
                    + " now. Maybe it was written by another version of Fathom?");
        }
        return outcome(line);
    }

    private static Outcome outcome(Map<String, Object> line) {
        if (line.get("failed") instanceof String reason) {
            return Outcome.failed(reason);
        }
        return new Outcome.Values(numbers(line.get("loss")), numbers(line.get("constraints")));
    }

    /// The number under `key`, 0 if there is none.
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

    static double[] numbers(@Nullable Object json) {
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
    ///
    /// @param asked how many trials have been asked
    void write(Trial<T> trial, Outcome outcome, long asked, double seconds) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", trial.id());
        line.put("asked", asked);
        line.put("parameters", parameters(trial));
        fill(line, outcome);
        line.put("at", micro(seconds()));
        line.put("seconds", micro(seconds));
        journal.append(line);
    }

    /// Writes a result that was not asked.
    void writeForeign(T value, Outcome outcome, long asked) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("told", space.toJson(value));
        line.put("asked", asked);
        fill(line, outcome);
        line.put("at", micro(seconds()));
        journal.append(line);
    }

    /// Writes a setting that is to be asked next.
    void writeSuggestion(T value, long asked) {
        journal.append(Map.of("suggest", space.toJson(value), "asked", asked));
    }

    /// The parameters as they were asked: the caller may have changed the value it was given, an array for instance.
    private Object parameters(Trial<T> trial) {
        return space.toJson(space.decode(trial.row().x, 0));
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
        line.put("parameters", parameters(trial));
        fill(line, outcome);
        line.put("seconds", micro(seconds));
        file.append(line);
    }

    private static void fill(Map<String, Object> line, Outcome outcome) {
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
