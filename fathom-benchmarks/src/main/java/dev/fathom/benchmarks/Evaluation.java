package dev.fathom.benchmarks;

import dev.fathom.math.Rng;
import dev.fathom.problems.Formula;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One evaluation of a test problem, without noise, at points spread evenly over its box.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Evaluation {

    /// A power of two. So many points that no branch is learned by heart, and few enough to stay in the cache.
    private static final int POINTS = 256;

    /// A name without the dimension.
    @Param({"bbob:f1", "bbob:f8", "bbob:f15", "bbob:f21"})
    public String function = "";

    /// Number of variables.
    @Param("10")
    public int dimension;

    private final double[][] points = new double[POINTS][];
    private Formula formula = Formula.of(x -> 0);
    private int next;

    /// Makes the problem and the points.
    @Setup
    public void open() {
        TestProblem problem = Problems.of(function + ":d" + dimension);
        formula = problem.formula();
        Rng rng = Rng.of(1);
        double[] low = problem.box().low();
        double[] high = problem.box().high();
        for (int k = 0; k < POINTS; k++) {
            points[k] = new double[dimension];
            for (int j = 0; j < dimension; j++) {
                points[k][j] = rng.nextDouble(low[j], high[j]);
            }
        }
    }

    /// One evaluation.
    @Benchmark
    public double evaluate() {
        next = (next + 1) % POINTS;
        return formula.value(points[next]);
    }
}
