package dev.fathom.problems.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.Outcome;
import dev.fathom.TensorObjective;
import dev.fathom.math.Rng;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class TensorFunctionsTest {

    @Test
    void areWhatTheFormulasSay() throws Exception {
        check(TensorFunctions.sphere(), 0, x -> sum(x, (j, v) -> v * v));
        check(TensorFunctions.rastrigin(), 0, x -> sum(x, (j, v) -> 10 + v * v - 10 * Math.cos(2 * Math.PI * v)));
        check(TensorFunctions.ellipsoid(), 0, x -> sum(x, (j, v) -> Math.pow(10, 6.0 * j / (x.length - 1)) * v * v));
        check(TensorFunctions.rosenbrock(), 0, x -> {
            double sum = 0;
            for (int j = 0; j + 1 < x.length; j++) {
                sum += 100 * Math.pow(x[j + 1] - x[j] * x[j], 2) + Math.pow(x[j] - 1, 2);
            }
            return sum;
        });
        check(TensorFunctions.kursawe(), 0, x -> {
            double sum = 0;
            for (int j = 0; j + 1 < x.length; j++) {
                sum -= 10 * Math.exp(-0.2 * Math.hypot(x[j], x[j + 1]));
            }
            return sum;
        });
        check(
                TensorFunctions.kursawe(),
                1,
                x -> sum(x, (j, v) -> Math.pow(Math.abs(v), 0.8) + 5 * Math.sin(v * v * v)));
    }

    @Test
    void kursaweIsFiniteAtTheOrigin() throws Exception {
        assertThat(TensorFunctions.kursawe().evaluate(new double[3]))
                .isInstanceOfSatisfying(
                        Outcome.Values.class,
                        v -> assertThat(v.losses()).containsExactly(new double[] {-20, 0}, within(1e-12)));
    }

    private interface Term {
        double of(int j, double v);
    }

    private static double sum(double[] x, Term term) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += term.of(j, x[j]);
        }
        return sum;
    }

    private static void check(TensorObjective objective, int column, ToDoubleFunction<double[]> formula)
            throws Exception {
        int d = 7;
        Rng rng = Rng.of(2);
        double[] x = new double[50 * d];
        rng.fillGaussian(x, 0, x.length);
        Tensor results = objective.formula().of(Heap.single().of(x, 50, d));
        for (int i = 0; i < 50; i++) {
            double expected = formula.applyAsDouble(java.util.Arrays.copyOfRange(x, i * d, (i + 1) * d));
            assertThat(results.at(i, column)).isCloseTo(expected, within(1e-11 * (1 + Math.abs(expected))));
        }
    }
}
