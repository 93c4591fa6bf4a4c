package dev.fathom.cli;

import dev.fathom.cli.report.JournalResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Means over the evaluations of one setting, for noisy objectives.
final class Averages {

    private Averages() {}

    /// @param result the first evaluation of a setting, with the mean losses and constraints of all
    /// @param count number of evaluations
    record Mean(JournalResult result, int count) {}

    /// One mean per setting, in the order of the first evaluations; failures are left out.
    static List<Mean> of(List<JournalResult> results) {
        Map<Object, List<JournalResult>> settings = new LinkedHashMap<>();
        results.stream()
                .filter(result -> !result.isFailed())
                .forEach(result -> settings.computeIfAbsent(result.parameters(), key -> new ArrayList<>())
                        .add(result));
        return settings.values().stream().map(Averages::mean).toList();
    }

    /// @param results of one setting, at least one, without failures
    static Mean mean(List<JournalResult> results) {
        JournalResult first = results.getFirst();
        JournalResult mean = new JournalResult(
                first.id(),
                first.parameters(),
                means(results.stream().map(JournalResult::losses).toList()),
                means(results.stream().map(JournalResult::constraints).toList()),
                Optional.empty(),
                first.at(),
                first.seconds());
        return new Mean(mean, results.size());
    }

    private static List<Double> means(List<List<Double>> rows) {
        List<Double> means = new ArrayList<>();
        for (int k = 0; k < rows.getFirst().size(); k++) {
            double sum = 0;
            for (List<Double> row : rows) {
                sum += row.get(k);
            }
            means.add(sum / rows.size());
        }
        return means;
    }
}
