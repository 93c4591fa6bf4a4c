package dev.fathom.cli;

import dev.fathom.cli.report.Journal;
import dev.fathom.cli.report.JournalReader;
import dev.fathom.cli.report.JournalResult;
import dev.fathom.cli.report.Ranking;
import dev.fathom.cli.study.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a journal tells without being opened for writing.
///
/// @param file where it is
/// @param journal what it holds
record JournalFile(Path file, Journal journal) {

    /// Reads a journal; a torn last line is left out.
    ///
    /// @throws BadInput if there is no such file, or it cannot be read
    /// @throws IllegalArgumentException if it is no journal, or damaged
    static JournalFile read(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + " is a folder, not a journal. Maybe a journal in it, such as "
                    + file.resolve("study.journal") + "?");
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    "there is no journal " + file + ". Maybe the path is wrong, or the run wrote another one?");
        }
        try {
            return new JournalFile(file, JournalReader.read(file));
        } catch (IOException e) {
            throw new BadInput("cannot read " + file + ": " + e.getMessage() + ". Maybe its permissions are wrong?");
        }
    }

    /// The evaluations in the order in which they were learned.
    List<JournalResult> results() {
        return journal.results();
    }

    /// Why the run ended, empty while it can be resumed.
    Optional<String> stopped() {
        return journal.stopped();
    }

    /// The best evaluation.
    Optional<JournalResult> best() {
        return new Ranking(journal).best(journal.all());
    }

    /// The settings that no other beats in all objectives; with one objective, or where all violate constraints, the
    /// best one. Under noise the evaluations of one setting are averaged.
    List<Averages.Mean> front() {
        List<Averages.Mean> means = journal.isNoisy()
                ? Averages.of(journal.all())
                : journal.all().stream()
                        .map(result -> new Averages.Mean(result, 1))
                        .toList();
        List<JournalResult> results = means.stream().map(Averages.Mean::result).toList();
        Ranking ranking = new Ranking(journal);
        List<JournalResult> front = journal.objectives() == 1 ? List.of() : ranking.front(results);
        List<JournalResult> chosen =
                front.isEmpty() ? ranking.best(results).stream().toList() : front;
        Map<JournalResult, Averages.Mean> owners = new LinkedHashMap<>();
        means.forEach(mean -> owners.putIfAbsent(mean.result(), mean));
        return chosen.stream()
                .flatMap(result -> Optional.ofNullable(owners.get(result)).stream())
                .toList();
    }

    /// How often evaluations failed for which reason, the commonest first.
    Map<String, Long> failures() {
        Map<String, Long> counts = journal.all().stream()
                .flatMap(result -> result.failed().stream())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
