package dev.fathom.observe;

import dev.fathom.internal.json.Json;
import dev.fathom.space.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a [StateFile] wrote.
///
/// ```java
/// SavedState state = SavedState.read(Path.of("states/pendulum_generation000100.json"));
/// double[] best = state.setting(space);
/// ```
///
/// @param optimizer the recipe
/// @param seed of the run
/// @param summary the numbers of the generation, by the names of [Summary#columns]
/// @param best the best setting as JSON-ready data, empty if the run knew none
/// @param losses of the best setting, in the user's sense; of length 0 if the run knew none
/// @param center the setting in the middle of what the search samples from, as JSON-ready data; empty for searches that
///     have none
/// @param stopped why the run ended, empty if it had not
public record SavedState(
        String optimizer,
        long seed,
        Map<String, Double> summary,
        Optional<Object> best,
        double[] losses,
        Optional<Object> center,
        Optional<String> stopped) {

    /// Reads a file.
    ///
    /// @throws IllegalArgumentException if it is none that a [StateFile] wrote
    public static SavedState read(Path file) throws IOException {
        Map<String, Object> state = Json.parseObject(Files.readString(file));
        if (!"state".equals(state.get("fathom"))
                || !(state.get("optimizer") instanceof String optimizer)
                || !(state.get("seed") instanceof Number seed)
                || !(state.get("summary") instanceof Map<?, ?> summary)) {
            throw new IllegalArgumentException(file + " holds no state of a run. Maybe it is a journal?");
        }
        Map<?, ?> best = state.get("best") instanceof Map<?, ?> map ? map : Map.of();
        return new SavedState(
                optimizer,
                seed.longValue(),
                numbers(summary),
                Optional.ofNullable(best.get("setting")),
                best.get("losses") instanceof List<?> losses
                        ? losses.stream().mapToDouble(SavedState::number).toArray()
                        : new double[0],
                Optional.ofNullable(state.get("center")),
                Optional.ofNullable(state.get("stopped")).map(Object::toString));
    }

    /// The latest generation's file of a prefix, empty if there is none.
    public static Optional<SavedState> newest(Path folder, String prefix) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(prefix) + "_generation(\\d+)\\.json");
        long newest = -1;
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
        }
        for (String candidate : names) {
            var matcher = name.matcher(candidate);
            newest = matcher.matches() ? Math.max(newest, Long.parseLong(matcher.group(1))) : newest;
        }
        return newest < 0 ? Optional.empty() : Optional.of(read(folder.resolve(name(prefix, newest))));
    }

    static String name(String prefix, long generation) {
        return String.format(java.util.Locale.ROOT, "%s_generation%06d.json", prefix, generation);
    }

    private static Map<String, Double> numbers(Map<?, ?> columns) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        columns.forEach((name, value) -> numbers.put(String.valueOf(name), number(value)));
        return numbers;
    }

    /// Numbers that are not finite were written as words.
    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.parseDouble(String.valueOf(value));
    }

    /// Generations of the run until then.
    public long iteration() {
        return summary.getOrDefault("iter", Double.NaN).longValue();
    }

    /// The best setting.
    ///
    /// @throws IllegalStateException if the run knew none
    /// @throws IllegalArgumentException if it is not of the space
    public <T> T setting(Space<T> space) {
        return space.fromJson(best.orElseThrow(
                () -> new IllegalStateException("the run had no result with values yet. Maybe a later state?")));
    }

    /// The setting in the middle of what the search samples from, as EvoTorch users take a trained policy.
    ///
    /// @throws IllegalStateException if the search has none
    /// @throws IllegalArgumentException if it is not of the space
    public <T> T center(Space<T> space) {
        return space.fromJson(center.orElseThrow(
                () -> new IllegalStateException(optimizer + " samples around no center. Maybe setting(space)?")));
    }
}
