package dev.fathom.benchmarks;

import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/// What one ask and one tell cost, measured by JMH in a JVM of its own.
///
/// @param optimizer the registered name
/// @param dimension number of columns
/// @param nanoseconds mean time of an ask and a tell together
/// @param error half the width of its 99.9 % confidence interval, in nanoseconds
/// @param bytes allocated per ask and tell, the row and the trial included
public record Overhead(String optimizer, int dimension, double nanoseconds, double error, double bytes) {

    /// Measures.
    ///
    /// @param optimizers registered names
    /// @param dimensions numbers of columns
    /// @param iterations measured iterations of one second each, after as many that warm up; at least 2
    /// @throws IllegalStateException if JMH fails
    public static List<Overhead> measure(List<String> optimizers, List<Integer> dimensions, int iterations) {
        var options = Jmh.options(AskTell.class, iterations)
                .param("optimizer", optimizers.toArray(String[]::new))
                .param("dimension", dimensions.stream().map(String::valueOf).toArray(String[]::new))
                .addProfiler(GCProfiler.class);
        return Jmh.run(options).stream().map(Overhead::of).toList();
    }

    private static Overhead of(RunResult result) {
        Result<?> time = result.getPrimaryResult();
        Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return new Overhead(
                result.getParams().getParam("optimizer"),
                Integer.parseInt(result.getParams().getParam("dimension")),
                time.getScore(),
                time.getScoreError(),
                allocated == null ? Double.NaN : allocated.getScore());
    }
}
