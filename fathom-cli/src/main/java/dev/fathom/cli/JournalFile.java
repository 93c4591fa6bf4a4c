package dev.fathom.cli;

import dev.fathom.cli.study.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a journal tells without being opened for writing.
///
/// @param file where it is
/// @param header settings of the run
/// @param results evaluations in the order in which they were learned
/// @param stopped why the run ended, empty while it can be resumed
record JournalFile(Path file, Map<String, Object> header, List<Evaluated> results, Optional<String> stopped) {

    /// An evaluation.
    ///
    /// @param id number of the trial, -1 if it was not asked
    /// @param losses in the user's sense, empty if it failed
    /// @param violation sum of violated constraints
    /// @param failed the reason of a failure
    record Evaluated(
            long id,
            Object parameters,
            double[] losses,
            double violation,
            @Nullable String failed) {}

    /// Reads a journal; a torn last line is left out.
    ///
    /// @throws BadInput if there is no such file, or it is no journal
    static JournalFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    "there is no journal " + file + ". Maybe the path is wrong, or the run wrote another one?");
        }
        List<Map<String, Object>> lines = lines(file);
        if (lines.isEmpty() || !"journal".equals(lines.getFirst().get("fathom"))) {
            throw new BadInput(file + " is not a journal of Fathom. Maybe choose another file?");
        }
        List<Evaluated> results = new ArrayList<>();
        Optional<String> stopped = Optional.empty();
        for (Map<String, Object> line : lines.subList(1, lines.size())) {
            if (line.get("stopped") instanceof String reason) {
                stopped = Optional.of(reason);
            } else if (line.containsKey("loss") || line.containsKey("failed")) {
                results.add(evaluated(line));
            }
        }
        return new JournalFile(file, lines.getFirst(), results, stopped);
    }

    @SuppressWarnings("unchecked") // a line of a journal is a JSON object
    private static List<Map<String, Object>> lines(Path file) {
        JsonMapper json = JsonMapper.shared();
        List<Map<String, Object>> maps = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                maps.add((Map<String, Object>) json.readValue(line, Map.class));
            }
        } catch (JacksonException e) {
            return maps; // what follows is torn
        } catch (IOException e) {
            throw new BadInput("cannot read " + file + ": " + e.getMessage() + ". Maybe it is no text file?");
        }
        return maps;
    }

    private static Evaluated evaluated(Map<String, Object> line) {
        double violation = 0;
        for (double constraint : numbers(line.get("constraints"))) {
            violation += Math.max(0, constraint);
        }
        Object parameters = line.containsKey("parameters") ? line.get("parameters") : line.get("told");
        return new Evaluated(
                line.get("id") instanceof Number id ? id.longValue() : -1,
                parameters == null ? Map.of() : parameters,
                numbers(line.get("loss")),
                violation,
                line.get("failed") instanceof String reason ? reason : null);
    }

    private static double[] numbers(@Nullable Object json) {
        return switch (json) {
            case null -> new double[0];
            case List<?> list -> list.stream().mapToDouble(JournalFile::number).toArray();
            default -> new double[] {number(json)};
        };
    }

    private static double number(Object json) {
        return json instanceof Number number ? number.doubleValue() : Double.parseDouble(String.valueOf(json));
    }

    /// A part of the header.
    Map<?, ?> part(String key) {
        return header.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    /// +1 for objectives to be minimized, -1 for others.
    private double[] signs() {
        List<?> directions = part("goal").get("directions") instanceof List<?> list ? list : List.of("minimize");
        return directions.stream()
                .mapToDouble(word -> "maximize".equals(word) ? -1 : 1)
                .toArray();
    }

    /// The best evaluation: the least violated one, then the one with the best first loss, then the earliest.
    Optional<Evaluated> best() {
        double sign = signs()[0];
        return results.stream()
                .filter(result -> result.failed() == null)
                .min(Comparator.comparingDouble(Evaluated::violation)
                        .thenComparingDouble(result -> sign * result.losses()[0]));
    }

    /// The evaluations that no other beats in all objectives, by first objective; with one objective the best one.
    List<Evaluated> front() {
        double[] signs = signs();
        if (signs.length == 1) {
            return best().stream().toList();
        }
        List<Evaluated> feasible = results.stream()
                .filter(result -> result.failed() == null && result.violation() <= 0)
                .toList();
        return feasible.stream()
                .filter(result -> feasible.stream().noneMatch(other -> dominates(other, result, signs)))
                .sorted(Comparator.comparingDouble(result -> signs[0] * result.losses()[0]))
                .toList();
    }

    private static boolean dominates(Evaluated a, Evaluated b, double[] signs) {
        boolean better = false;
        for (int k = 0; k < signs.length; k++) {
            double difference = signs[k] * (a.losses()[k] - b.losses()[k]);
            if (difference > 0) {
                return false;
            }
            better |= difference < 0;
        }
        return better;
    }

    /// How often evaluations failed for which reason, the commonest first.
    Map<String, Long> failures() {
        Map<String, Long> counts = results.stream()
                .map(Evaluated::failed)
                .filter(reason -> reason != null)
                .collect(Collectors.groupingBy(String::valueOf, LinkedHashMap::new, Collectors.counting()));
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
