package dev.fathom.algorithms.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedQuadraticTest {

    private static BoundedQuadratic problem(double[][] hessian, double[] slope) {
        BoundedQuadratic problem = new BoundedQuadratic(slope.length);
        for (int i = 0; i < slope.length; i++) {
            System.arraycopy(hessian[i], 0, problem.hessian[i], 0, slope.length);
        }
        System.arraycopy(slope, 0, problem.linear, 0, slope.length);
        Arrays.fill(problem.low, -1);
        Arrays.fill(problem.high, 1);
        return problem;
    }

    /// The problem is made from its solution: some columns at bounds, with slopes that hold them there.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 20, 49})
    void findsTheMinimumOfConvexFunctions(int n) {
        for (int seed = 0; seed < 10; seed++) {
            Rng rng = Rng.of(100 * n + seed);
            Form form = Random.convex(n, rng);
            double[] solution = Random.points(1, n, rng)[0];
            double[] slope = new double[n];
            for (int i = 0; i < n; i += 2) {
                solution[i] = Math.signum(solution[i]);
                slope[i] = -solution[i] * rng.nextDouble(0.01, 1);
            }
            double[] there = new double[n];
            new Form(0, new double[n], form.hessian()).gradient(solution, there);
            for (int i = 0; i < n; i++) {
                slope[i] -= there[i];
            }
            double[] t = new double[n];
            problem(form.hessian(), slope).minimize(t);
            assertThat(t).containsExactly(solution, within(1e-10));
        }
    }

    /// No point of a grid around is lower, and few of the whole box are.
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void findsLocalMinimaOfIndefiniteFunctions(int n) {
        int global = 0;
        for (int seed = 0; seed < 100; seed++) {
            Rng rng = Rng.of(1000 * n + seed);
            Form form = Random.form(n, rng);
            BoundedQuadratic problem = problem(form.hessian(), form.slope());
            double[] t = new double[n];
            problem.minimize(t);
            double value = problem.value(t);
            double least = 0;
            for (int k = 0; k < StrictMath.pow(21, n); k++) {
                double[] far = new double[n];
                double[] near = new double[n];
                for (int i = 0, rest = k; i < n; i++, rest /= 21) {
                    far[i] = rest % 21 / 10.0 - 1;
                    near[i] = Math.clamp(t[i] + 1e-3 * far[i], -1, 1);
                }
                assertThat(problem.value(near)).isGreaterThanOrEqualTo(value - 1e-14);
                least = Math.min(least, problem.value(far));
            }
            global += value <= least + 1e-12 ? 1 : 0;
        }
        assertThat(global).isGreaterThan(80);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void followsLinearFunctionsToCorners(int n) {
        double[] slope = Random.points(1, n, Rng.of(n))[0];
        double[] t = new double[n];
        problem(new double[n][n], slope).minimize(t);
        for (int i = 0; i < n; i++) {
            assertThat(t[i]).isEqualTo(-Math.signum(slope[i]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20})
    void leavesSaddles(int n) {
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(hessian[i], -1);
            hessian[i][i] = 0.5;
        }
        double[] t = new double[n];
        BoundedQuadratic problem = problem(hessian, new double[n]);
        problem.minimize(t);
        assertThat(problem.value(t)).isCloseTo(n * (0.5 - (n - 1)) / 2, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8})
    void bearsFlatDirections(int n) {
        double[][] hessian = new double[n][n];
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(hessian[i], 2);
            slope[i] = -1;
        }
        double[] t = new double[n];
        BoundedQuadratic problem = problem(hessian, slope);
        problem.minimize(t);
        assertThat(problem.value(t)).isCloseTo(-0.25, within(1e-13)); // (Σt)² − Σt
    }
}
