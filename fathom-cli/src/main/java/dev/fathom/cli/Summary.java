package dev.fathom.cli;

import dev.fathom.Direction;
import dev.fathom.Evaluation;
import dev.fathom.Result;
import dev.fathom.cli.study.StudyFile;
import dev.fathom.space.Space;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run has brought, ready to be shown.
///
/// @param file the study
/// @param space its parameters
/// @param result how the run ended
/// @param journal what was written
/// @param baseline what it is compared with
/// @param report where the report is
record Summary(
        StudyFile file,
        Space<Map<String, Object>> space,
        Result<Map<String, Object>> result,
        JournalFile journal,
        Optional<Comparison> baseline,
        Optional<Path> report) {

    /// Above this share of idle workers the user is told how to avoid it.
    private static final double MUCH_IDLE = 0.2;

    /// A loss to compare with.
    record Comparison(String name, double value) {

        /// By how much `loss` is better, as a share of the baseline's size; negative if it is worse.
        double improvement(double loss, Direction direction) {
            double gain = direction == Direction.MINIMIZE ? value - loss : loss - value;
            return value == 0
                    ? (gain == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, gain))
                    : gain / Math.abs(value);
        }
    }

    /// Whether any evaluation gave values.
    boolean hasValues() {
        return result.bestSeen().isPresent();
    }

    /// The setting to use, as JSON-ready data.
    Map<?, ?> best() {
        return (Map<?, ?>) space.toJson(result.best());
    }

    /// The loss of the setting to use; empty if that setting is estimated to be good but was never evaluated.
    Optional<Shown> own() {
        return hasValues() ? Shown.recommended(result, space, journal) : Optional.empty();
    }

    /// The share of the baseline by which the loss of the setting to use improves on it, or the best one seen if that
    /// setting was not evaluated.
    Optional<Double> improvement() {
        return own().or(() -> result.bestSeen().map(Shown::of))
                .flatMap(shown -> baseline.map(
                        b -> b.improvement(shown.loss(), file.directions().getFirst())));
    }

    /// What the user could do better next time, or now.
    List<String> hints() {
        List<String> hints = new ArrayList<>();
        if (!result.complete()) {
            hints.add("interrupted; to go on: fathom resume " + journal.file());
        }
        if (result.idle() > MUCH_IDLE && file.workers() > 1 && !file.asynchronous()) {
            hints.add("workers waited for " + Math.round(100 * result.idle())
                    + " % of the time, because results are learned in order. Maybe --asynchronous?");
        }
        if (!hasValues() && result.evaluations() > 0) {
            hints.add("no evaluation gave a loss. Maybe try the command by hand with one of the settings in "
                    + journal.file() + "?");
        }
        return hints;
    }

    int exitCode() {
        if (!result.complete()) {
            return Fathom.INTERRUPTED;
        }
        return hasValues() ? 0 : Fathom.FAILED;
    }

    /// Whether there are several objectives, and so a front; of a test problem the study does not say it.
    boolean hasFront() {
        return StudyPlan.goal(file).objectives() > 1;
    }

    /// The summary as one JSON document.
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("study", file.name());
        json.put("optimizer", file.optimizer());
        json.put("seed", file.seed());
        result.bestSeen().ifPresent(best -> {
            json.put("best", best());
            if (hasFront()) {
                json.put("loss", loss(best));
                json.put("violation", best.violation());
            } else {
                own().ifPresentOrElse(own -> putLoss(json, own), () -> putEstimated(json, best));
            }
        });
        if (hasFront()) {
            json.put("front", result.front().stream().map(this::point).toList());
        }
        baseline.ifPresent(b -> json.put("baseline", Map.of("name", b.name(), "value", b.value())));
        improvement().filter(Double::isFinite).ifPresent(share -> json.put("improvement", share));
        json.put("evaluations", result.evaluations());
        json.put("failures", result.failures());
        json.put("failure_reasons", journal.failures());
        json.put("seconds", result.elapsed().toNanos() / 1e9);
        json.put("idle", result.idle());
        json.put("complete", result.complete());
        json.put("reason", result.reason());
        json.put("journal", journal.file().toString());
        report.ifPresent(path -> json.put("report", path.toString()));
        json.put("hints", hints());
        return json;
    }

    private void putLoss(Map<String, Object> json, Shown shown) {
        json.put("loss", shown.loss());
        json.put("violation", shown.violation());
        if (file.noisy()) {
            json.put("samples", shown.count());
        }
    }

    /// The setting to use has no loss of its own: the best evaluated one stands beside it, with its loss.
    private void putEstimated(Map<String, Object> json, Evaluation<Map<String, Object>> best) {
        json.put("estimated", true);
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("parameters", space.toJson(best.value()));
        putLoss(seen, Shown.of(best));
        json.put("best_seen", seen);
    }

    private Map<String, Object> point(Evaluation<Map<String, Object>> evaluation) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("loss", loss(evaluation));
        point.put("parameters", space.toJson(evaluation.value()));
        return point;
    }

    private static Object loss(Evaluation<?> evaluation) {
        return evaluation.losses().length == 1
                ? (Object) (evaluation.loss() + 0.0) // no -0.0
                : Arrays.stream(evaluation.losses()).map(loss -> loss + 0.0).toArray();
    }
}
