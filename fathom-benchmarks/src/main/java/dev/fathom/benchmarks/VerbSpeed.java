package dev.fathom.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;

/// What a verb on tensors costs, measured by JMH in a JVM of its own.
///
/// @param verb what is done
/// @param form `loop` for a plain Java loop, `tensor` for the verb without SIMD, `tensor, SIMD` for the verb with it
/// @param size numbers in the tensor
/// @param threads of the heap
/// @param nanoseconds mean time that passed, per number
/// @param processor mean processor time, per number
/// @param error half the width of the 99.9 % confidence interval of `processor`
public record VerbSpeed(
        Verbs.Verb verb, String form, int size, int threads, double nanoseconds, double processor, double error) {

    /// Measures all verbs: loops, tensors without SIMD, tensors with it.
    ///
    /// @param sizes numbers in a tensor
    /// @param threads of the heap
    /// @param iterations measured iterations of one second each, after as many that warm up; at least 2
    public static List<VerbSpeed> measure(List<Integer> sizes, int threads, int iterations) {
        return Stream.of(
                        run("loop", sizes, 0, iterations),
                        run("tensor", sizes, threads, iterations),
                        run("tensor, SIMD", sizes, threads, iterations, "--add-modules=jdk.incubator.vector"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<VerbSpeed> run(
            String form, List<Integer> sizes, int threads, int iterations, String... options) {
        Collection<RunResult> results = Jmh.run(Jmh.options(Verbs.class, iterations)
                .jvmArgsAppend(Stream.concat(Stream.of("--sun-misc-unsafe-memory-access=allow"), Arrays.stream(options))
                        .toArray(String[]::new))
                .param("size", sizes.stream().map(String::valueOf).toArray(String[]::new))
                .param("threads", String.valueOf(threads))
                .addProfiler(ProcessorTime.class));
        return results.stream().map(result -> of(form, result)).toList();
    }

    private static VerbSpeed of(String form, RunResult result) {
        var processor =
                Objects.requireNonNull(result.getSecondaryResults().get(ProcessorTime.LABEL), ProcessorTime.LABEL);
        int size = Integer.parseInt(result.getParams().getParam("size"));
        return new VerbSpeed(
                Verbs.Verb.valueOf(result.getParams().getParam("verb")),
                form,
                size,
                Integer.parseInt(result.getParams().getParam("threads")),
                result.getPrimaryResult().getScore() / size,
                processor.getScore() / size,
                processor.getScoreError() / size);
    }
}
