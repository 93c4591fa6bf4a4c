package dev.fathom.observe;

import dev.fathom.algorithm.Shape;
import dev.fathom.event.Event;
import dev.fathom.event.Observer;
import dev.fathom.internal.json.Json;
import dev.fathom.space.Space;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes where a run stands to a file of its own, every k generations and at the end: the best setting and its losses,
/// the setting in the middle of what is sampled from, the summary, seed and optimizer.
///
/// ```java
/// study.observe(StateFile.every(100, Path.of("states"), "pendulum")).run();
/// SavedState state = SavedState.newest(Path.of("states"), "pendulum").orElseThrow();
/// double[] best = state.setting(space);
/// ```
///
/// The files are JSON, named `pendulum_generation000100.json`; other programs see them whole or not at all. They are to
/// be
/// looked at and shared, and no checkpoints: what a run needs to go on is its journal, see [dev.fathom.Study#journal].
/// A
/// run that goes on knows its best setting again as soon as a better one is found.
///
/// A folder that cannot be made ends the study before its first evaluation. A file that cannot be written later on does
/// not: standard error tells of the first one.
public final class StateFile implements Observer {

    private final Path folder;
    private final String prefix;
    private final Summaries summaries;
    private final Map<String, Object> run = new LinkedHashMap<>();

    private @Nullable Map<String, Object> best;
    private Supplier<Optional<Object>> center = Optional::empty;
    private Function<double[], Object> setting = x -> x;
    private @Nullable Summary last;
    private boolean warned;

    private StateFile(Pace pace, Path folder, String prefix) {
        if (prefix.isEmpty() || prefix.contains("/") || prefix.contains("\\")) {
            throw new IllegalArgumentException(
                    "'" + prefix + "' cannot begin the name of a file. Maybe the name of the problem?");
        }
        this.folder = folder;
        this.prefix = prefix;
        summaries = Summaries.to(pace, this::write);
    }

    /// Every k generations and at the end.
    ///
    /// @param interval k ≥ 1
    /// @param prefix how the files' names begin
    public static StateFile every(int interval, Path folder, String prefix) {
        return at(Pace.every(interval), folder, prefix);
    }

    /// At some generations and at the end.
    public static StateFile at(Pace pace, Path folder, String prefix) {
        return new StateFile(pace, folder, prefix);
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Started started) {
            start(started);
        } else if (event instanceof Event.Improved improved) {
            best = new LinkedHashMap<>();
            best.put("setting", improved.parameters());
            best.put("losses", improved.losses());
        } else if (event instanceof Event.Generation generation) {
            center = () -> generation.center().get().map(setting);
        }
        summaries.on(event);
        if (event instanceof Event.Stopped stopped && last != null) {
            run.put("stopped", stopped.reason());
            write(last);
        }
    }

    private void start(Event.Started started) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " for states cannot be made: " + e, e);
        }
        best = null;
        center = Optional::empty;
        setting = x -> setting(started.space(), x);
        last = null;
        warned = false;
        run.clear();
        run.put("fathom", "state");
        run.put("optimizer", started.optimizer());
        run.put("seed", started.seed());
        run.put("workers", started.workers());
        if (started.budget() != Shape.UNLIMITED) {
            run.put("budget", started.budget());
        }
        run.put("began", Instant.now().toString());
    }

    /// The setting that coordinates stand for, as JSON-ready data.
    private static <T> Object setting(Space<T> space, double[] x) {
        return space.toJson(space.decode(x, 0));
    }

    private void write(Summary summary) {
        last = summary;
        Map<String, Object> state = new LinkedHashMap<>(run);
        state.put("written", Instant.now().toString());
        state.put("summary", summary.columns());
        if (best != null) {
            state.put("best", best);
        }
        center.get().ifPresent(middle -> state.put("center", middle));
        Path file = folder.resolve(SavedState.name(prefix, summary.iteration()));
        Path part = folder.resolve(file.getFileName() + ".part");
        try {
            Files.writeString(part, Json.write(state) + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            warn(file, e);
        }
    }

    private void warn(Path file, IOException e) {
        if (!warned) {
            warned = true;
            System.err.println("warning: the state " + file + " cannot be written (" + e + "); the run goes on");
        }
    }
}
