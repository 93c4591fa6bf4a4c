package dev.fathom.problems;

import dev.fathom.Goal;
import dev.fathom.Outcome;
import dev.fathom.problems.bbob.BbobFunction;
import dev.fathom.problems.bbob.ConstrainedFunction;
import dev.fathom.problems.bbob.FunctionPair;
import dev.fathom.problems.bbob.MixedFunction;
import dev.fathom.problems.bbob.NoisyFunction;
import dev.fathom.problems.bbob.Suite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes the problems of the BBOB suites from their functions.
final class SuiteProblems {

    private static final double BOUND = 5;

    private SuiteProblems() {}

    static TestProblem noiseless(String name, int f, int i, int d) {
        return single(name, Suite.BBOB.function(f, i, d));
    }

    static TestProblem large(String name, int f, int i, int d) {
        return single(name, Suite.LARGESCALE.function(f, i, d));
    }

    static TestProblem boxed(String name, int f, int i, int d) {
        return single(name, Suite.BOXED.function(f, i, d));
    }

    private static TestProblem single(String name, BbobFunction function) {
        double[] optimum = function.optimum();
        int d = optimum.length;
        return TestProblem.of(name, filled(d, -BOUND), filled(d, BOUND), function, optimum, function.minimum());
    }

    /// The formula is the function beneath the noise, the minimum its least value.
    static TestProblem noisy(String name, int f, int i, int d) {
        NoisyFunction function = NoisyFunction.of(f, i, d);
        TestProblem beneath = single(name, function.noiseless());
        return new TestProblem(
                name,
                beneath.box(),
                beneath.goal().withNoise(true),
                beneath.formula(),
                (x, rng) -> Outcome.of(function.measure(x, rng)),
                beneath.known());
    }

    static TestProblem mixed(String name, int f, int i, int d) {
        MixedFunction function = MixedFunction.of(f, i, d);
        return new TestProblem(
                name,
                mixedBox(d),
                Goal.minimize(),
                Formula.of(function),
                null,
                new Known.Optimum(function.optimum(), function.minimum()));
    }

    /// Whole numbers start in the middle, rounded down.
    private static Box mixedBox(int d) {
        double[] low = filled(d, -BOUND);
        double[] high = filled(d, BOUND);
        double[] start = new double[d];
        List<Variable> variables = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            int values = MixedFunction.values(j, d);
            if (values > 0) {
                low[j] = 0;
                high[j] = values - 1;
                start[j] = Math.floor(high[j] / 2);
            }
            variables.add(values > 0 ? Variable.WHOLE : Variable.REAL);
        }
        return new Box(low, high, start, variables);
    }

    /// Hypervolumes are measured from the point that has the value of each objective where the other one is least, and
    /// are customarily given as shares of the box between it and the ideal point. Points of the front are known where
    /// both functions are spheres. Parts of some fronts may lie outside the box.
    static TestProblem paired(String name, int f, int i, int d) {
        FunctionPair pair = FunctionPair.of(f, i, d);
        boolean isKnown = Arrays.equals(FunctionPair.functions(f), new int[] {1, 1});
        return new TestProblem(
                name,
                Box.cube(d, -BOUND, BOUND),
                Goal.minimize(2),
                x -> Outcome.of(pair.values(x)),
                null,
                new Known.Front(pair.ideal(), pair.nadir(), n -> isKnown ? pair.segment(n) : new double[0][]));
    }

    static TestProblem constrained(String name, int f, int i, int d) {
        ConstrainedFunction function = ConstrainedFunction.of(f, i, d);
        Formula formula = new Formula() {
            @Override
            public Outcome.Values at(double[] x) {
                return function.at(x);
            }

            @Override
            public double value(double[] x) {
                return function.value(x);
            }
        };
        return new TestProblem(
                name,
                Box.cube(d, -BOUND, BOUND).startingAt(function.start()),
                Goal.minimize().withConstraints(function.count()),
                formula,
                null,
                new Known.Optimum(function.optimum(), function.minimum()));
    }

    private static double[] filled(int d, double value) {
        double[] x = new double[d];
        Arrays.fill(x, value);
        return x;
    }
}
