package dev.fathom;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a run ended.
///
/// @param recommended the setting to use
/// @param bestSeen the best evaluated setting, empty if no evaluation gave values
/// @param front the settings that no other beats in all objectives; with one objective the best one alone
/// @param population the settings that the search would have gone on with, such as the parents of a genetic algorithm
/// or
///     the elites of an archive; empty for searches that keep none. Of more than 2²⁴ numbers the best rows alone
/// @param evaluations results, failures included
/// @param failures failed evaluations among them
/// @param reason why the run ended
/// @param complete whether a stopping rule ended it, rather than an interrupt
/// @param elapsed time of the run, earlier sessions included
/// @param idle share of the workers' time, `[0, 1]`, lost because results are learned in order
/// @param journal where every evaluation is written, if anywhere
/// @param <T> the type of the parameters
public record Result<T>(
        T recommended,
        Optional<Evaluation<T>> bestSeen,
        List<Evaluation<T>> front,
        List<Evaluation<T>> population,
        long evaluations,
        long failures,
        String reason,
        boolean complete,
        Duration elapsed,
        double idle,
        Optional<Path> journal) {

    /// The setting to use.
    public T best() {
        return recommended;
    }

    /// The loss of the best evaluated setting; NaN if no evaluation gave values.
    public double value() {
        return bestSeen.map(Evaluation::loss).orElse(Double.NaN);
    }
}
