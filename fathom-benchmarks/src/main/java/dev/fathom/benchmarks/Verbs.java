package dev.fathom.benchmarks;

import dev.fathom.math.Noise;
import dev.fathom.math.Rng;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One verb on a tensor of 100 columns on the heap, or the same in a plain Java loop.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Verbs {

    private static final int COLUMNS = 100;

    /// What is done.
    public enum Verb {
        /// Standard normal numbers.
        GAUSSIAN,
        /// Exponentials.
        EXP,
        /// Cosines.
        COS,
        /// `Σ_i w_i x_i` over the rows.
        WEIGHTED_SUMS,
        /// The product with a matrix of 100 × 100.
        PRODUCT,
        /// The order of as many numbers.
        ARGSORT
    }

    /// What is done.
    @Param({"GAUSSIAN", "EXP", "COS", "WEIGHTED_SUMS", "PRODUCT", "ARGSORT"})
    public Verb verb = Verb.GAUSSIAN;

    /// Numbers in the tensor.
    @Param("1000")
    public int size;

    /// Threads of the heap; 0 for a plain Java loop.
    @Param("1")
    public int threads;

    private Heap heap = Heap.single();
    private PlainLoops plain = new PlainLoops(1, 1);
    private Tensor x = heap.full(1, 1, 0);
    private Tensor w = x;
    private Tensor square = x;
    private long generation;

    /// Makes the operands.
    @Setup
    public void open() {
        heap = Heap.of(Math.max(1, threads));
        int rows = Math.max(1, size / COLUMNS);
        x = heap.gaussian(rows, COLUMNS, Noise.of(Rng.of(1)));
        w = heap.uniform(rows, 1, Noise.of(Rng.of(2)));
        square = heap.gaussian(COLUMNS, COLUMNS, Noise.of(Rng.of(3)));
        plain = new PlainLoops(rows, COLUMNS);
    }

    /// The verb once.
    @Benchmark
    public double once() {
        generation++;
        return threads == 0 ? plain.run(verb, generation) : tensor();
    }

    private double tensor() {
        try (Substrate.Scope ignored = heap.scope()) {
            Tensor result = switch (verb) {
                case GAUSSIAN -> heap.gaussian(x.rows(), COLUMNS, new Noise(generation));
                case EXP -> x.exp();
                case COS -> x.cos();
                case WEIGHTED_SUMS -> x.weightedSums(w, 1);
                case PRODUCT -> x.product(square);
                case ARGSORT -> x.reshape(x.rows() * COLUMNS, 1).argsort(1);
            };
            return result.at(0, 0);
        }
    }
}
