package dev.fathom.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// How all benchmarks of this module run: in one JVM of their own, silently, iterations of one second.
final class Jmh {

    private Jmh() {}

    /// @param benchmark the class, all of whose benchmarks run
    /// @param iterations measured ones, after as many that warm up; at least 2
    static ChainedOptionsBuilder options(Class<?> benchmark, int iterations) {
        return new OptionsBuilder()
                .include(benchmark.getName() + "\\.")
                .forks(1)
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow") // JMH uses Unsafe and the JDK would warn
                .warmupIterations(iterations)
                .measurementIterations(iterations)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    /// @throws IllegalStateException if JMH fails
    static Collection<RunResult> run(ChainedOptionsBuilder options) {
        try {
            return new Runner(options.build()).run();
        } catch (RunnerException e) {
            throw new IllegalStateException("the benchmark failed: " + e.getMessage(), e);
        }
    }
}
