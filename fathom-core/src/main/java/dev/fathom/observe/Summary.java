package dev.fathom.observe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A run after a generation, in numbers.
///
/// Failed and infeasible rows count as evaluations, but their losses enter no statistics.
///
/// @param iteration generations of the run so far, from 1
/// @param evaluations results so far, failures included
/// @param failures failed evaluations among them
/// @param seconds since the run began, or went on
/// @param losses one per objective
public record Summary(long iteration, long evaluations, long failures, double seconds, List<Losses> losses) {

    public Summary {
        losses = List.copyOf(losses);
    }

    /// An objective in the user's sense: of a maximized one, large values are the best. NaN where there is no value
    /// yet.
    ///
    /// @param bestEver of the run
    /// @param worstEver of the run
    /// @param best of this generation
    /// @param mean of this generation
    /// @param median of this generation; of an even number of values the lower one of the two in the middle
    public record Losses(double bestEver, double worstEver, double best, double mean, double median) {}

    /// The numbers by name, in order: counts as `Long`, all others as `Double`.
    ///
    /// The names are those that users of EvoTorch know: `iter`, `evaluations`, `failures`, `best_eval`, `worst_eval`,
    /// `pop_best_eval`, `mean_eval`, `median_eval`, `seconds`; with several objectives those of losses begin with
    /// `obj0_`,
    /// `obj1_`, …
    public Map<String, Number> columns() {
        Map<String, Number> columns = new LinkedHashMap<>();
        columns.put("iter", iteration);
        columns.put("evaluations", evaluations);
        columns.put("failures", failures);
        for (int k = 0; k < losses.size(); k++) {
            Losses of = losses.get(k);
            String prefix = losses.size() == 1 ? "" : "obj" + k + "_";
            columns.put(prefix + "best_eval", of.bestEver);
            columns.put(prefix + "worst_eval", of.worstEver);
            columns.put(prefix + "pop_best_eval", of.best);
            columns.put(prefix + "mean_eval", of.mean);
            columns.put(prefix + "median_eval", of.median);
        }
        columns.put("seconds", seconds);
        return columns;
    }
}
