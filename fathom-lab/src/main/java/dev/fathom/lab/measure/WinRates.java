package dev.fathom.lab.measure;

import dev.fathom.lab.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Who beats whom: for each ordered pair of algorithms the share of duels that the first one wins, a draw counting
/// half. A duel is a pair of runs on the same function, dimension and instance; the smaller final loss wins; where both
/// reached the last target, the earlier one wins.
///
/// @param algorithms from the highest mean rate to the lowest, [k]
/// @param rates `rates[a][b]` in [0, 1] is how often a beats b, mean over problems; 0.5 on the diagonal; not-a-number
///     where the two have no problem in common, [k][k]
/// @param means the mean of each row over the others, [k]
public record WinRates(List<String> algorithms, double[][] rates, double[] means) {

    /// All duels among these runs.
    public static WinRates of(Collection<Run> runs) {
        Map<String, Map<String, List<Run>>> byName = runs.stream()
                .collect(Collectors.groupingBy(
                        Run::algorithm,
                        TreeMap::new,
                        Collectors.groupingBy(WinRates::problem, TreeMap::new, Collectors.toList())));
        List<String> names = new ArrayList<>(byName.keySet());
        List<Map<String, List<Run>>> problems = new ArrayList<>(byName.values());
        double[][] rates = new double[names.size()][names.size()];
        for (int a = 0; a < rates.length; a++) {
            rates[a][a] = 0.5;
            for (int b = 0; b < a; b++) {
                rates[a][b] = rate(problems.get(a), problems.get(b));
                rates[b][a] = 1 - rates[a][b];
            }
        }
        return sorted(names, rates);
    }

    private static WinRates sorted(List<String> names, double[][] rates) {
        double[] means = new double[rates.length];
        List<Integer> order = new ArrayList<>();
        for (int a = 0; a < rates.length; a++) {
            means[a] = mean(rates[a], a);
            order.add(a);
        }
        order.sort(Comparator.comparingDouble(a -> Double.isNaN(means[a]) ? 1 : -means[a]));
        double[][] moved = new double[rates.length][rates.length];
        for (int a = 0; a < moved.length; a++) {
            for (int b = 0; b < moved.length; b++) {
                moved[a][b] = rates[order.get(a)][order.get(b)];
            }
        }
        return new WinRates(
                order.stream().map(names::get).toList(),
                moved,
                order.stream().mapToDouble(a -> means[a]).toArray());
    }

    private static double mean(double[] row, int self) {
        double sum = 0;
        int count = 0;
        for (int b = 0; b < row.length; b++) {
            if (b != self && !Double.isNaN(row[b])) {
                sum += row[b];
                count++;
            }
        }
        return sum / count;
    }

    private static String problem(Run run) {
        return run.function() + ":i" + run.instance() + ":d" + run.dimension();
    }

    private static double rate(Map<String, List<Run>> first, Map<String, List<Run>> second) {
        double sum = 0;
        int problems = 0;
        for (Map.Entry<String, List<Run>> entry : first.entrySet()) {
            List<Run> others = second.get(entry.getKey());
            if (others != null) {
                sum += wins(entry.getValue(), others);
                problems++;
            }
        }
        return sum / problems;
    }

    private static double wins(List<Run> runs, List<Run> others) {
        double wins = 0;
        for (Run run : runs) {
            for (Run other : others) {
                int compared = compare(run, other);
                wins += compared < 0 ? 1 : compared == 0 ? 0.5 : 0;
            }
        }
        return wins / (runs.size() * others.size());
    }

    private static int compare(Run a, Run b) {
        long reachedA = last(a);
        long reachedB = last(b);
        if (reachedA > 0 && reachedB > 0) {
            return Long.compare(reachedA, reachedB);
        }
        return reachedA > 0 ? -1 : reachedB > 0 ? 1 : Double.compare(a.bestDelta(), b.bestDelta());
    }

    private static long last(Run run) {
        long[] hits = run.hits();
        return hits.length == 0 ? 0 : hits[hits.length - 1];
    }
}
