package dev.fathom.benchmarks;

import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/// What one evaluation of a test problem costs, measured by JMH on one thread of a JVM of its own.
///
/// @param function the name without the dimension
/// @param dimension number of variables
/// @param nanoseconds mean time that passed in an evaluation
/// @param error half the width of its 99.9 % confidence interval, in nanoseconds
/// @param processor mean processor time of an evaluation, in nanoseconds, garbage collection included
/// @param processorError half the width of its 99.9 % confidence interval, in nanoseconds
public record ProblemSpeed(
        String function, int dimension, double nanoseconds, double error, double processor, double processorError) {

    /// Measures.
    ///
    /// @param functions names without the dimension, such as `bbob:f8`
    /// @param dimensions numbers of variables
    /// @param iterations measured iterations of one second each, after as many that warm up; at least 2
    /// @throws IllegalStateException if JMH fails, also for unknown names
    public static List<ProblemSpeed> measure(List<String> functions, List<Integer> dimensions, int iterations) {
        var options = Jmh.options(Evaluation.class, iterations)
                .param("function", functions.toArray(String[]::new))
                .param("dimension", dimensions.stream().map(String::valueOf).toArray(String[]::new))
                .addProfiler(ProcessorTime.class);
        return Jmh.run(options).stream().map(ProblemSpeed::of).toList();
    }

    private static ProblemSpeed of(RunResult result) {
        Result<?> time = result.getPrimaryResult();
        Result<?> processor =
                Objects.requireNonNull(result.getSecondaryResults().get(ProcessorTime.LABEL), ProcessorTime.LABEL);
        return new ProblemSpeed(
                result.getParams().getParam("function"),
                Integer.parseInt(result.getParams().getParam("dimension")),
                time.getScore(),
                time.getScoreError(),
                processor.getScore(),
                processor.getScoreError());
    }

    /// Evaluations per second that a core has to itself.
    public double perSecond() {
        return 1e9 / processor;
    }
}
