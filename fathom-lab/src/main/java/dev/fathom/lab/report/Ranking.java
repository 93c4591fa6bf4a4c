package dev.fathom.lab.report;

import dev.fathom.lab.Run;
import dev.fathom.lab.measure.Corrections;
import dev.fathom.lab.measure.EffectSizes;
import dev.fathom.lab.measure.Friedman;
import dev.fathom.lab.measure.Significance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The comparison of the leading algorithms in one dimension, each function counting once with its area under the
/// runtime profile, mean over its runs.
///
/// @param dimension d
/// @param names from the best average rank to the worst, [k]
/// @param areas on each function, [k][functions]
/// @param friedman ranks in the order of the names, and the test whether any differ
/// @param critical Nemenyi's critical difference of ranks at the level 0.05
/// @param p Wilcoxon's test of each against the first, adjusted by Holm; 1 for the first, [k]
/// @param effects matched-pairs rank biserial correlation of the first against each; 0 for the first, [k]
record Ranking(
        int dimension,
        List<String> names,
        double[][] areas,
        Friedman friedman,
        double critical,
        double[] p,
        double[] effects) {

    static final double LEVEL = 0.05;

    /// The ranking, if there are at least two algorithms with at least two functions in common.
    static Optional<Ranking> of(Field field, int dimension) {
        List<Entrant> all = field.comparable().stream()
                .filter(Entrant::highlighted)
                .filter(entrant -> !field.runs(entrant, dimension, Field.ALL).isEmpty())
                .toList();
        List<String> functions = field.functions().stream()
                .filter(function -> all.stream()
                        .noneMatch(entrant ->
                                field.runsOf(entrant, dimension, function).isEmpty()))
                .toList();
        if (all.size() < 2 || functions.size() < 2) {
            return Optional.empty();
        }
        double[][] areas = new double[all.size()][functions.size()];
        for (int a = 0; a < areas.length; a++) {
            for (int f = 0; f < functions.size(); f++) {
                List<Run> runs = field.runsOf(all.get(a), dimension, functions.get(f));
                areas[a][f] = field.area(runs);
            }
        }
        return Optional.of(sorted(dimension, all.stream().map(Entrant::name).toList(), areas));
    }

    private static Ranking sorted(int dimension, List<String> names, double[][] areas) {
        double[] ranks = Friedman.of(losses(areas)).ranks();
        List<Integer> order = new ArrayList<>();
        for (int a = 0; a < ranks.length; a++) {
            order.add(a);
        }
        order.sort(Comparator.comparingDouble(a -> ranks[a]));
        double[][] moved = order.stream().map(a -> areas[a]).toArray(double[][]::new);
        double[] p = new double[moved.length - 1];
        double[] effects = new double[moved.length];
        for (int a = 1; a < moved.length; a++) {
            p[a - 1] = Significance.wilcoxon(moved[0], moved[a]);
            effects[a] = EffectSizes.rankBiserial(moved[0], moved[a]);
        }
        double[] adjusted = new double[moved.length];
        adjusted[0] = 1;
        System.arraycopy(Corrections.holm(p), 0, adjusted, 1, p.length);
        return new Ranking(
                dimension,
                order.stream().map(names::get).toList(),
                moved,
                Friedman.of(losses(moved)),
                Friedman.criticalDifference(moved.length, moved[0].length, LEVEL),
                adjusted,
                effects);
    }

    /// Areas turned into values of which small ones are good, [functions][k].
    private static double[][] losses(double[][] areas) {
        double[][] losses = new double[areas[0].length][areas.length];
        for (int f = 0; f < losses.length; f++) {
            for (int a = 0; a < areas.length; a++) {
                losses[f][a] = -areas[a][f];
            }
        }
        return losses;
    }

    /// Letters such as `ab`: two algorithms that share one do not differ significantly in rank.
    List<String> letters() {
        double[] ranks = friedman.ranks();
        List<StringBuilder> letters = new ArrayList<>();
        names.forEach(name -> letters.add(new StringBuilder()));
        char letter = 'a';
        int last = -1;
        for (int i = 0; i < ranks.length; i++) {
            int j = i;
            while (j + 1 < ranks.length && ranks[j + 1] - ranks[i] < critical) {
                j++;
            }
            if (j > last) {
                for (int k = i; k <= j; k++) {
                    letters.get(k).append(letter);
                }
                letter++;
                last = j;
            }
        }
        return letters.stream().map(StringBuilder::toString).toList();
    }
}
