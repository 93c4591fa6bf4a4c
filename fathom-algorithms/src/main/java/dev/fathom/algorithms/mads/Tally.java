package dev.fathom.algorithms.mads;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts evaluations and successes per method.
final class Tally {

    private final Map<String, long[]> counts = new LinkedHashMap<>();
    long evaluations;
    long blocks;
    long hits;

    void evaluated(String method, int points) {
        counts.computeIfAbsent(method, key -> new long[2])[0] += points;
        evaluations += points;
        blocks++;
    }

    void succeeded(String method) {
        counts.computeIfAbsent(method, key -> new long[2])[1]++;
    }

    /// Evaluations of a method.
    long evaluations(String method) {
        return counts.getOrDefault(method, new long[2])[0];
    }

    /// Such as `poll 80 (12), speculative 9 (4)`: evaluations and, in brackets, successes.
    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue()[0] + " (" + e.getValue()[1] + ")")
                .collect(Collectors.joining(", "));
    }
}
