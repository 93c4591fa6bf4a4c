package dev.fathom.cli;

import dev.fathom.Evaluation;
import dev.fathom.Result;
import dev.fathom.cli.report.JournalResult;
import dev.fathom.space.Space;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The loss of a setting, over its own evaluations and no other's.
///
/// @param loss the mean of the first loss
/// @param violation by how much constraints are violated
/// @param count number of evaluations
record Shown(double loss, double violation, int count) {

    /// That of an evaluated setting.
    static Shown of(Evaluation<?> evaluation) {
        return new Shown(evaluation.loss() + 0.0, evaluation.violation(), evaluation.count()); // no -0.0
    }

    /// That of the recommended setting, empty if it was never evaluated: methods for noisy problems may recommend a
    /// setting between those that they tried.
    static Optional<Shown> recommended(
            Result<Map<String, Object>> result, Space<Map<String, Object>> space, JournalFile journal) {
        String wanted = JsonText.line(space.toJson(result.best()));
        Optional<Evaluation<Map<String, Object>>> best = result.bestSeen();
        if (best.isPresent() && JsonText.line(space.toJson(best.get().value())).equals(wanted)) {
            return best.map(Shown::of);
        }
        List<JournalResult> own = journal.journal().all().stream()
                .filter(trial -> !trial.isFailed())
                .filter(trial -> JsonText.line(space.toJson(space.fromJson(trial.parameters())))
                        .equals(wanted))
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(of(Averages.mean(own)));
    }

    private static Shown of(Averages.Mean mean) {
        return new Shown(mean.result().loss(), mean.result().violation(), mean.count());
    }

    boolean isFeasible() {
        return violation <= 0;
    }
}
