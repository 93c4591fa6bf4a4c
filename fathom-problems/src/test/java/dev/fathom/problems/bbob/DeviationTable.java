package dev.fathom.problems.bbob;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Prints the largest deviations from the reference values, per function and suite.
final class DeviationTable {

    private DeviationTable() {}

    /// @param args suites
    public static void main(String[] args) {
        for (String suite : args) {
            List<Deviation> all = Deviation.all(suite);
            Map<Integer, Double> worst = new TreeMap<>();
            all.forEach(deviation -> worst.merge(deviation.row().function(), deviation.share(), Math::max));
            Deviation largest = all.stream()
                    .max(Comparator.comparingDouble(Deviation::share))
                    .orElseThrow();
            System.out.println(suite + " (" + all.size() + " values) " + largest.share() + " at " + largest);
            worst.forEach((function, share) -> System.out.printf("  f%d %.1e%n", function, share));
        }
    }
}
