package dev.fathom.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The rows that all charts share, from the worst to the best, so that the best ones are drawn on top.
///
/// Columns: `n` number of the evaluation from 1, `d` detail level, `s` status (`ok`, `infeasible`, `failed`), `y` first
/// loss, `z` second loss, `b` best loss so far at improvements and at the end, `r` rank from 0 (best) to 1, `f` whether
/// on the front, `t` seconds, then the parameters. Detail levels: 0 drawn along the run, 1 also in the charts of single
/// parameters, 2 also among parallel coordinates.
final class ChartData {

    /// About how many evaluations are drawn along the run.
    static final int ALONG = 20_000;

    private static final int SINGLE = 1_500;
    private static final int PARALLEL = 300;
    private static final int BEST = 50;

    private final Run run;
    private final Thinning thinning;
    private final double[] bestSoFar;
    private final int[] rank;
    private final int valued;

    ChartData(Run run) {
        this.run = run;
        int n = run.results().size();
        thinning = new Thinning(n);
        rank = new int[n];
        bestSoFar = new double[n];
        valued = rank();
        follow();
        thinning.spread(PARALLEL, 2);
        thinning.spread(SINGLE, 1);
        thinning.spread(n <= ALONG ? n : ALONG - (int) count(0), 0);
    }

    /// Ranks the results with values; returns their number.
    private int rank() {
        List<JournalResult> results = run.results();
        int[] sorted = IntStream.range(0, results.size())
                .filter(i -> !results.get(i).isFailed())
                .boxed()
                .sorted(Comparator.comparing(results::get, run.ranking().order()))
                .mapToInt(i -> i)
                .toArray();
        for (int i = 0; i < sorted.length; i++) {
            rank[sorted[i]] = i;
            if (i < BEST) {
                thinning.keep(sorted[i], 2);
            }
        }
        return sorted.length;
    }

    /// Keeps every improvement and the last row.
    private void follow() {
        Arrays.fill(bestSoFar, Double.NaN);
        double best = Double.NaN;
        for (int i : run.improvements()) {
            best = run.results().get(i).loss();
            bestSoFar[i] = best;
            thinning.keep(i, 0);
        }
        if (bestSoFar.length > 0) {
            bestSoFar[bestSoFar.length - 1] = best;
            thinning.keep(bestSoFar.length - 1, 0);
        }
    }

    /// Whether some evaluations are not drawn along the run.
    boolean isThinned() {
        return run.results().size() > ALONG;
    }

    /// How many rows have at least this detail level.
    long count(int detail) {
        return IntStream.range(0, rank.length)
                .filter(i -> thinning.level(i) >= detail)
                .count();
    }

    /// Names of the columns and the rows as lists; rows of detail 0 end before the parameters.
    Map<String, @Nullable Object> toJson() {
        List<String> columns = new ArrayList<>(List.of("n", "d", "s", "y", "z", "b", "r", "f", "t"));
        run.parameters().columns().forEach(parameter -> columns.add(parameter.key()));
        Set<JournalResult> front = new HashSet<>(run.front());
        List<List<@Nullable Object>> rows = IntStream.range(0, rank.length)
                .filter(i -> thinning.level(i) >= 0)
                .boxed()
                .sorted(Comparator.comparingInt(i -> -rank[i]))
                .map(i -> row(i, front))
                .toList();
        return Spec.map("columns", columns, "rows", rows);
    }

    private List<@Nullable Object> row(int i, Set<JournalResult> front) {
        JournalResult result = run.results().get(i);
        List<@Nullable Object> row = new ArrayList<>();
        row.add(i + 1);
        row.add(thinning.level(i));
        row.add(result.isFailed() ? "failed" : result.isFeasible() ? "ok" : "infeasible");
        row.add(finite(result.loss()));
        row.add(result.losses().size() > 1 ? finite(result.losses().get(1)) : null);
        row.add(finite(bestSoFar[i]));
        row.add(result.isFailed() ? null : rank[i] / Math.max(1.0, valued - 1.0));
        row.add(front.contains(result) ? 1 : 0);
        row.add(finite(result.seconds()));
        if (thinning.level(i) > 0) {
            Map<String, Object> setting = run.parameters().settings().get(i);
            run.parameters().columns().forEach(parameter -> row.add(parameter.value(setting)));
        }
        return row;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
