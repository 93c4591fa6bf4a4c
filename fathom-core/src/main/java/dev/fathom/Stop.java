package dev.fathom;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// When a run ends before its budget is used up. Rules are data and compose with [#or] and [#and].
public sealed interface Stop {

    /// Why the run should end now, empty while it should go on.
    Optional<String> reason(Status status);

    /// After a number of results, failures included.
    record Evaluations(long count) implements Stop {
        @Override
        public Optional<String> reason(Status status) {
            return when(status.evaluations() >= count, "budget of " + count + " evaluations used up");
        }
    }

    /// After a time.
    record Time(Duration limit) implements Stop {
        @Override
        public Optional<String> reason(Status status) {
            return when(
                    status.elapsed().compareTo(limit) >= 0,
                    "time limit of " + limit.toMillis() / 1000.0 + " s reached");
        }
    }

    /// When the first loss is at least as good as a target.
    record Target(double loss) implements Stop {
        @Override
        public Optional<String> reason(Status status) {
            return when(status.reaches(loss), "target " + loss + " reached");
        }
    }

    /// When a number of results brought no improvement, or none above a threshold.
    ///
    /// @param threshold how much better than at the last improvement the best loss must be to count as another one, `≥
    ///     0`
    record Stagnation(long evaluations, double threshold) implements Stop {
        public Stagnation {
            if (!(threshold >= 0)) {
                throw new IllegalArgumentException(
                        "improvements above " + threshold + " cannot be asked for. Maybe 0, for any?");
            }
        }

        @Override
        public Optional<String> reason(Status status) {
            return when(
                    status.sinceGain().applyAsLong(threshold) >= evaluations,
                    "no improvement " + (threshold > 0 ? "above " + threshold + " " : "") + "in " + evaluations
                            + " evaluations");
        }
    }

    /// When nothing but failures has come.
    record AllFailed(long evaluations) implements Stop {
        @Override
        public Optional<String> reason(Status status) {
            return when(
                    status.failures() == status.evaluations() && status.evaluations() >= evaluations,
                    "all of the first " + evaluations + " evaluations failed");
        }
    }

    /// When a test of the caller's holds.
    ///
    /// @param reason why the run ends then
    record When(String reason, Predicate<Status> test) implements Stop {
        @Override
        public Optional<String> reason(Status status) {
            return when(test.test(status), reason);
        }
    }

    /// When one of them says so.
    record Any(List<Stop> rules) implements Stop {
        public Any {
            rules = List.copyOf(rules);
        }

        @Override
        public Optional<String> reason(Status status) {
            return rules.stream().flatMap(r -> r.reason(status).stream()).findFirst();
        }
    }

    /// When all of them say so.
    record All(List<Stop> rules) implements Stop {
        public All {
            rules = List.copyOf(rules);
        }

        @Override
        public Optional<String> reason(Status status) {
            List<String> reasons =
                    rules.stream().flatMap(r -> r.reason(status).stream()).toList();
            return reasons.size() == rules.size()
                    ? Optional.of(reasons.stream().collect(Collectors.joining(" and ")))
                    : Optional.empty();
        }
    }

    /// After a number of results.
    static Stop evaluations(long count) {
        return new Evaluations(count);
    }

    /// After a time.
    static Stop time(Duration limit) {
        return new Time(limit);
    }

    /// At a loss this good.
    static Stop target(double loss) {
        return new Target(loss);
    }

    /// After so many results without improvement.
    static Stop stagnation(long evaluations) {
        return new Stagnation(evaluations, 0);
    }

    /// After so many results without an improvement above a threshold: small ones count together, as soon as their sum
    /// is above it.
    static Stop stagnation(long evaluations, double threshold) {
        return new Stagnation(evaluations, threshold);
    }

    /// When a test holds; it is asked after every result.
    static Stop when(String reason, Predicate<Status> test) {
        return new When(reason, test);
    }

    /// When the first results are all failures.
    static Stop allFailed(long evaluations) {
        return new AllFailed(evaluations);
    }

    /// This rule or another one.
    default Stop or(Stop other) {
        return new Any(List.of(this, other));
    }

    /// This rule and another one.
    default Stop and(Stop other) {
        return new All(List.of(this, other));
    }

    private static Optional<String> when(boolean holds, String reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}
