package dev.fathom.lab.measure;

import dev.fathom.lab.Run;
import java.util.Arrays;
import java.util.Collection;

/// The runtime profile of some runs: which share of all (run, target) pairs is reached within how many evaluations per
/// dimension, the empirical distribution function of the running times (Hansen, Auger, Ros, Mersmann, Tušar, Brockhoff,
/// "COCO: a platform for comparing continuous optimizers in a black-box setting", 2021, section 4). Every run counts
/// the same, and so does every target. Targets never reached have no time and keep the profile below 1.
///
/// @param times evaluations divided by d at which a target was first reached, over all runs and targets, ascending
/// @param pairs number of (run, target) pairs, reached or not
/// @param budget up to where the profile is known, in evaluations divided by d: the least budget of all runs
public record RuntimeProfile(double[] times, int pairs, double budget) {

    /// Copies and sorts the times.
    ///
    /// @throws IllegalArgumentException if there are no pairs, or fewer pairs than times
    public RuntimeProfile {
        times = times.clone();
        Arrays.sort(times);
        if (pairs <= 0 || times.length > pairs) {
            throw new IllegalArgumentException(
                    times.length + " times of " + pairs + " pairs of run and target make no profile. Maybe no run?");
        }
    }

    /// The profile of all these runs together.
    ///
    /// @throws IllegalArgumentException if there is no run
    public static RuntimeProfile of(Collection<Run> runs) {
        double[] times = runs.stream()
                .flatMapToDouble(run -> Arrays.stream(run.hits())
                        .filter(hit -> hit > 0)
                        .mapToDouble(hit -> (double) hit / run.dimension()))
                .toArray();
        int pairs = runs.stream().mapToInt(run -> run.hits().length).sum();
        double budget = runs.stream().mapToDouble(Run::budgetPerDimension).min().orElse(0);
        return new RuntimeProfile(times, pairs, budget);
    }

    /// The times, ascending.
    @Override
    public double[] times() {
        return times.clone();
    }

    /// Share of pairs reached within k·d evaluations, in [0, 1].
    ///
    /// @param k evaluations divided by d
    public double fractionSolved(double k) {
        int reached = 0;
        while (reached < times.length && times[reached] <= k) {
            reached++;
        }
        return (double) reached / pairs;
    }

    /// The area under the profile between d and k·d evaluations on a logarithmic axis, as a share of the full area, in
    /// [0, 1]: the mean over all pairs of 1 − log₁₀(max(1, n/d)) / log₁₀(k), where n is the evaluation that reached the
    /// target; 0 for targets not reached within k·d.
    ///
    /// @param k evaluations divided by d, in (1, ∞)
    /// @throws IllegalArgumentException if k is not above 1
    public double area(double k) {
        if (!(k > 1)) {
            throw new IllegalArgumentException(
                    "the area up to k·d evaluations needs k > 1, but k is " + k + ". Maybe a larger budget?");
        }
        double sum = 0;
        for (double time : times) {
            sum += time <= k ? 1 - StrictMath.log10(Math.max(1, time)) / StrictMath.log10(k) : 0;
        }
        return sum / pairs;
    }
}
