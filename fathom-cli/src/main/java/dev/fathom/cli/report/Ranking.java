package dev.fathom.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which results are better: feasible before infeasible ones, these by their violation, then by the first loss.
public final class Ranking {

    private final List<Boolean> maximized;

    /// The ranking that the goal of a journal asks for.
    public Ranking(Journal journal) {
        maximized = journal.maximized();
    }

    /// The order of results with values, the best first; equals stay in their order.
    public Comparator<JournalResult> order() {
        return Comparator.comparingDouble(JournalResult::violation).thenComparingDouble(result -> cost(result, 0));
    }

    /// The best result, empty if none has values.
    public Optional<JournalResult> best(List<JournalResult> results) {
        return results.stream().filter(result -> !result.isFailed()).min(order());
    }

    /// The best results, each setting once, the best first.
    public List<JournalResult> best(List<JournalResult> results, int count) {
        Map<Object, JournalResult> settings = new LinkedHashMap<>();
        results.stream()
                .filter(result -> !result.isFailed())
                .sorted(order())
                .forEach(result -> settings.putIfAbsent(result.parameters(), result));
        return settings.values().stream().limit(count).toList();
    }

    /// Indices of the feasible results that were better than all feasible ones before them.
    public List<Integer> improvements(List<JournalResult> results) {
        List<Integer> improvements = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < results.size(); i++) {
            JournalResult result = results.get(i);
            if (result.isFeasible() && (improvements.isEmpty() || cost(result, 0) < best)) {
                best = cost(result, 0);
                improvements.add(i);
            }
        }
        return improvements;
    }

    /// The feasible results that no other one beats in all objectives, each setting once, by the first loss.
    public List<JournalResult> front(List<JournalResult> results) {
        List<JournalResult> front = new ArrayList<>();
        for (JournalResult result : results) {
            if (result.isFeasible() && front.stream().noneMatch(member -> covers(member, result))) {
                front.removeIf(member -> covers(result, member));
                front.add(result);
            }
        }
        front.sort(Comparator.comparingDouble(JournalResult::loss));
        return front;
    }

    /// Whether `a` is at least as good as `b` in every objective.
    private boolean covers(JournalResult a, JournalResult b) {
        for (int k = 0; k < maximized.size(); k++) {
            if (cost(a, k) > cost(b, k)) {
                return false;
            }
        }
        return true;
    }

    /// Objective `k` in the sense that less is better.
    private double cost(JournalResult result, int k) {
        double loss = k < result.losses().size() ? result.losses().get(k) : Double.POSITIVE_INFINITY;
        return maximized.get(k) ? -loss : loss;
    }
}
