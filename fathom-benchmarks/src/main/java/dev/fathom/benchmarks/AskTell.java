package dev.fathom.benchmarks;

import dev.fathom.Budget;
import dev.fathom.Optimizer;
import dev.fathom.Trial;
import dev.fathom.space.Space;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// One ask and one tell of a running optimizer, the sum of squares as the objective.
///
/// Every iteration begins with a fresh optimizer on `d` unbounded reals, so that it measures searching and not what
/// remains to be done at an optimum.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AskTell {

    /// A registered name.
    @Param({"OnePlusOne", "RandomSearch", "DE", "PSO", "SNES", "CMA"})
    public String optimizer = "";

    /// Number of columns.
    @Param({"10", "100"})
    public int dimension;

    private Optimizer<double[]> running = Optimizer.of("RandomSearch", Space.reals(1), Budget.unlimited());

    /// A fresh optimizer.
    @Setup(Level.Iteration)
    public void open() {
        running = Optimizer.of(optimizer, Space.reals(dimension).init(1), Budget.unlimited());
    }

    /// Ends its threads, if it has any.
    @TearDown(Level.Iteration)
    public void close() {
        running.close();
    }

    /// One ask and one tell.
    @Benchmark
    public double askTell() {
        Trial<double[]> trial = running.ask();
        double sum = 0;
        for (double v : trial.value()) {
            sum += v * v;
        }
        running.tell(trial, sum);
        return sum;
    }
}
