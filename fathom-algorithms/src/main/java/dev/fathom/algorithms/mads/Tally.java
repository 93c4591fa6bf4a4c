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

    /// Whether a method succeeds at least at a given share of the rate of all others, with the benefit of the doubt for
    /// the first `n` evaluations.
    boolean isWorth(String method, double share, int n) {
        long[] own = counts.getOrDefault(method, new long[2]);
        long successes = counts.values().stream().mapToLong(c -> c[1]).sum() - own[1];
        double rate = (own[1] + 1.0) / (own[0] + n);
        return rate * (evaluations - own[0]) >= share * successes;
    }

    /// Such as `poll 80 (12), speculative 9 (4)`: evaluations and, in brackets, successes.
    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue()[0] + " (" + e.getValue()[1] + ")")
                .collect(Collectors.joining(", "));
    }
}
