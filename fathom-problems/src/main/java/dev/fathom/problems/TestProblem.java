package dev.fathom.problems;

import dev.fathom.Evaluator;
import dev.fathom.Goal;
import dev.fathom.Objective;
import dev.fathom.Outcome;
import dev.fathom.Problem;
import dev.fathom.math.Rng;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// A problem whose solution is known: functions of d numbers to be minimized, and the box in which they are customarily
/// searched.
///
/// @param name the full name, from which [Problems#of] makes the same problem again
/// @param box variables, bounds and start
/// @param goal number of objectives, all minimized, and of black-box constraints; whether it is noisy
/// @param formula the mathematics, without noise
/// @param noise what is measured instead; null where nothing disturbs
/// @param known the solution
public record TestProblem(
        String name,
        Box box,
        Goal goal,
        Formula formula,
        @Nullable Noise noise,
        Known known) {

    private static final int TARGETS = 51;

    /// @throws IllegalArgumentException if the optimum is not in the box, or if number of objectives and noise
    ///     contradict each other
    public TestProblem {
        if (known instanceof Known.Optimum optimum && optimum.x().length > 0 && !box.contains(optimum.x())) {
            throw new IllegalArgumentException(
                    name + ": the optimum is not in the box. Maybe two bounds are exchanged?");
        }
        if ((goal.objectives() > 1) != (known instanceof Known.Front) || goal.noisy() != (noise != null)) {
            throw new IllegalArgumentException(name + ": its goal " + goal + " does not fit what is known of it, "
                    + known + ", or its noise " + noise + ". Maybe a front for one objective?");
        }
    }

    /// Real variables in `[low, high]`, one objective.
    ///
    /// The search begins in the middle of the box, unless the optimum is there, which would be found by luck; then at a
    /// point of the box between a fifth and four fifths of each side, another share in each variable.
    ///
    /// @param low lower bounds, [d]
    /// @param high upper bounds, [d]
    /// @param optimum one global minimizer in the box, [d]
    /// @param minimum the value at the optimum, up to rounding
    public static TestProblem of(
            String name,
            double[] low,
            double[] high,
            ToDoubleFunction<double[]> function,
            double[] optimum,
            double minimum) {
        return new TestProblem(
                name,
                Box.reals(low, high, start(low, high, optimum)),
                Goal.minimize(),
                Formula.of(function),
                null,
                new Known.Optimum(optimum, minimum));
    }

    private static double[] start(double[] low, double[] high, double[] optimum) {
        double[] start = new double[low.length];
        boolean lucky = true;
        for (int j = 0; j < start.length; j++) {
            start[j] = (low[j] + high[j]) / 2;
            lucky &= Math.abs(start[j] - optimum[j]) <= 1e-3 * (high[j] - low[j]);
        }
        return lucky ? Starts.spread(low, high) : start;
    }

    /// Number of variables d, at least 1.
    public int dimension() {
        return box.dimension();
    }

    /// One global minimizer, [d]; empty where none is known or there are several objectives.
    public double[] optimum() {
        return known instanceof Known.Optimum optimum ? optimum.x() : new double[0];
    }

    /// The least value of a feasible point; NaN with several objectives.
    public double minimum() {
        return known instanceof Known.Optimum optimum ? optimum.value() : Double.NaN;
    }

    /// The first loss at x [d], without noise; x may lie outside the box.
    ///
    /// @throws IllegalArgumentException if x has not d numbers
    public double value(double[] x) {
        return formula.value(checked(x));
    }

    /// All losses and constraints at x [d], without noise.
    ///
    /// @throws IllegalArgumentException if x has not d numbers
    public Outcome.Values values(double[] x) {
        return formula.at(checked(x));
    }

    /// What is measured at x [d]: [#values], disturbed by noise if there is any.
    ///
    /// @param rng where the disturbance is drawn from
    /// @throws IllegalArgumentException if x has not d numbers
    public Outcome.Values measure(double[] x, Rng rng) {
        return noise == null ? values(x) : noise.at(checked(x), rng);
    }

    private double[] checked(double[] x) {
        if (x.length != dimension()) {
            throw new IllegalArgumentException(name + " takes " + dimension() + " numbers, but got " + x.length
                    + ". Maybe name another dimension, as in \"sphere:d" + Math.max(x.length, 1) + "\".");
        }
        return x;
    }

    /// How far the first loss at x [d] lies above the minimum.
    ///
    /// @throws IllegalArgumentException if x has not d numbers
    public double regret(double[] x) {
        return value(x) - minimum();
    }

    /// The 51 levels above the minimum that runtime profiles count, from 10² to 10⁻⁸, each 10^0.2 below the one before.
    public static double[] targets() {
        return levels(2, 5);
    }

    /// 51 powers of ten, descending.
    ///
    /// @param first exponent of the first
    /// @param perDecade how many there are per power of ten
    static double[] levels(int first, double perDecade) {
        double[] levels = new double[TARGETS];
        for (int j = 0; j < TARGETS; j++) {
            levels[j] = StrictMath.pow(10, first - j / perDecade);
        }
        return levels;
    }

    /// The noise-free functions in the form in which studies take them.
    public Objective<double[]> objective() {
        return this::values;
    }

    /// The problem in the form in which studies take it. Its noise in trial k is a function of the seed and k, so that
    /// a run can be repeated.
    public Problem<double[]> problem(long seed) {
        Rng rng = Rng.of(seed).fork("noise");
        return new Problem<>(box.space(), () -> new Measuring(rng), goal);
    }

    /// Draws the noise from a generator of its own for each trial.
    private final class Measuring implements Evaluator<double[]> {

        private final Rng rng;

        Measuring(Rng rng) {
            this.rng = rng;
        }

        @Override
        public Outcome evaluate(double[] x) {
            return evaluate(0, x);
        }

        @Override
        public Outcome evaluate(long id, double[] x) {
            return noise == null ? values(x) : measure(x, rng.fork(id));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
