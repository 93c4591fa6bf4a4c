package dev.fathom.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The formulas of problems of several objectives, at points where the values are known.
class CompromisesTest {

    private static final Offset<Double> TINY = within(1e-12);
    private static final Offset<Double> NEAR = within(1e-7);

    /// Values of another implementation at xᵢ = 0.37 i mod 1, scaled to the box.
    @ParameterizedTest
    @CsvSource({
        "wfg1:k4:l6:m3, 2.8644767025331754, 0.9840427324371145, 0.9817062745815469",
        "wfg2:k4:l6:m3, 0.7352722404695385, 1.4487793779794518, 4.7346098757812785",
        "wfg3:k4:l6:m3, 1.0648735897435897, 2.0704726007326006, 3.3300732600732603",
        "wfg4:k4:l6:m3, 0.6341324676622622, 1.6140782590658431, 6.093139564412209",
        "wfg5:k4:l6:m3, 1.9292303838611229, 2.7046027647522486, 3.2313822801930954",
        "wfg6:k4:l6:m3, 1.7520903463642101, 3.2237830366847295, 4.093256887797034",
        "wfg7:k4:l6:m3, 0.507400436947123, 1.46363747984082, 6.3333283912166385",
        "wfg8:k4:l6:m3, 1.3602783923229889, 3.415004752559828, 4.536704318897587",
        "wfg9:k4:l6:m3, 0.9958182628973705, 4.793602413004316, 2.176770419040872",
        "dtlz1:k5:m3, 56.61406438802775, 19.891428028225967, 130.26610870875632",
        "dtlz2:k5:m3, 0.451935126236242, 1.0443604571320908, 0.7474945667044567",
        "dtlz3:k5:m3, 137.27117099743117, 317.21495978384104, 227.04465426327738",
        "dtlz4:k5:m3, 1.3615000000000004, 1.7918823669437825e-13, 1.4135459460368415e-43",
        "dtlz5:k5:m3, 0.7202165664443538, 0.8810347440177506, 0.7474945667044567",
        "dtlz6:k5:m3, 2.118031115909493, 4.101710094744213, 3.0323320636437145",
        "dtlz7:k5:m3, 0.37, 0.74, 16.693639278076724",
        "zdt1:d7, 0.37, 4.060412340359499, ",
        "zdt2:d7, 0.37, 5.46004102096627, ",
        "zdt3:d7, 0.37, 4.359748628278229, ",
        "zdt4:d7, 0.37, 64.33337053006385, ",
        "zdt6:d7, 0.9847308594507913, 8.448494200727355, "
    })
    void valuesAreThoseOfOthers(String name, double first, double second, String third) {
        TestProblem problem = Problems.of(name);
        double[] x = problem.box().low();
        for (int i = 0; i < x.length; i++) {
            double high = name.startsWith("wfg") ? problem.box().high()[i] : 1;
            x[i] = high * (0.37 * (i + 1) % 1);
        }
        double[] values = problem.values(x).losses();
        assertThat(values[0]).isCloseTo(first, TINY);
        assertThat(values[1]).isCloseTo(second, TINY);
        if (third != null) {
            assertThat(values[2]).isCloseTo(Double.parseDouble(third), TINY);
        }
    }

    @Test
    void zdtFrontsAreAtZero() {
        assertThat(zdt("zdt1:d5", 0.25, 0)).isCloseTo(0.5, TINY);
        assertThat(zdt("zdt2:d5", 0.25, 0)).isCloseTo(0.9375, TINY);
        assertThat(zdt("zdt3:d5", 0.25, 0)).isCloseTo(0.25, TINY);
        assertThat(zdt("zdt4:d5", 0.25, 0)).isCloseTo(0.5, TINY);
        assertThat(zdt("zdt6:d5", 0, 0)).isCloseTo(0, TINY);
        assertThat(zdt("zdt4:d2", 0, 0.5)).isCloseTo(1.25, TINY);
    }

    private static double zdt(String name, double first, double others) {
        TestProblem problem = Problems.of(name);
        double[] x = new double[problem.dimension()];
        Arrays.fill(x, others);
        x[0] = first;
        return problem.values(x).losses()[1];
    }

    /// With all five bits of the others set, f₁ f₂ is their number; with none, each counts twice.
    @Test
    void zdt5CountsBits() {
        TestProblem problem = Problems.of("zdt5");
        double[] x = new double[80];
        assertThat(problem.values(x).losses()).containsExactly(1, 20);
        Arrays.fill(x, 25, 80, 1);
        assertThat(problem.values(x).losses()).containsExactly(6, 10.0 / 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void dtlzFrontsAreWhereTheOthersAreBest(int number) {
        TestProblem problem = Problems.of("dtlz" + number + ":m3");
        Rng rng = Rng.of(number);
        for (int k = 0; k < 20; k++) {
            double[] x = new double[problem.dimension()];
            Arrays.fill(x, number >= 6 ? 0 : 0.5);
            x[0] = rng.nextDouble();
            x[1] = rng.nextDouble();
            double[] f = problem.values(x).losses();
            switch (number) {
                case 1 -> assertThat(f[0] + f[1] + f[2]).isCloseTo(0.5, TINY);
                case 7 -> assertThat(f[2] + hill(f[0]) + hill(f[1])).isCloseTo(6, TINY);
                default -> assertThat(f[0] * f[0] + f[1] * f[1] + f[2] * f[2]).isCloseTo(1, TINY);
            }
            if (number == 5 || number == 6) {
                assertThat(f[0]).isCloseTo(f[1], TINY);
            }
        }
    }

    private static double hill(double f) {
        return f * (1 + Math.sin(3 * Math.PI * f));
    }

    /// Huband et al. 2006, section VIII: the optimal distance variables, and what then holds of the losses.
    @ParameterizedTest
    @CsvSource({"3, 2", "4, 2", "4, 3", "5, 3", "6, 2", "6, 4", "7, 3", "8, 2", "8, 3", "9, 2", "9, 3"})
    void wfgFrontsAreAtTheOptimalDistances(int number, int m) {
        int k = 2 * (m - 1);
        int l = 6;
        TestProblem problem = Problems.of("wfg" + number + ":k" + k + ":l" + l + ":m" + m);
        Rng rng = Rng.of(31).fork(number).fork(m);
        for (int run = 0; run < 20; run++) {
            double[] f = problem.values(optimal(number, k, l, rng)).losses();
            double sum = 0;
            for (int j = 0; j < m; j++) {
                double share = f[j] / (2 * (j + 1));
                sum += number == 3 ? share : share * share;
            }
            assertThat(sum).isCloseTo(1, NEAR);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void wfgFrontsOfOtherShapesAreCurves(int number) {
        TestProblem problem = Problems.of("wfg" + number + ":k2:l4");
        Rng rng = Rng.of(32).fork(number);
        for (int run = 0; run < 20; run++) {
            double[] f = problem.values(optimal(number, 2, 4, rng)).losses();
            double u = 2 / Math.PI * Math.acos(1 - f[0] / 2);
            double wave = Math.cos(5 * Math.PI * u);
            double expected = number == 1
                    ? 1 - u - Math.cos(10 * Math.PI * u + Math.PI / 2) / (10 * Math.PI)
                    : 1 - u * wave * wave;
            assertThat(f[1]).isCloseTo(4 * expected, within(1e-5));
        }
    }

    private static double[] optimal(int number, int k, int l, Rng rng) {
        double[] y = new double[k + l];
        Arrays.fill(y, 0.35);
        for (int i = 0; i < k; i++) {
            y[i] = number == 1 ? Math.pow(rng.nextDouble(), 50) : rng.nextDouble();
        }
        double a = 0.98 / 49.98;
        if (number == 8) {
            for (int i = k; i < y.length; i++) {
                double u = mean(y, 0, i);
                y[i] = Math.pow(0.35, 1 / (0.02 + 49.98 * (a - (1 - 2 * u) * Math.abs(Math.floor(0.5 - u) + a))));
            }
        } else if (number == 9) {
            for (int i = y.length - 2; i >= k; i--) {
                y[i] = Math.pow(0.35, 1 / (0.02 + 1.96 * mean(y, i + 1, y.length)));
            }
        }
        for (int i = 0; i < y.length; i++) {
            y[i] *= 2 * (i + 1);
        }
        return y;
    }

    private static double mean(double[] y, int from, int to) {
        return Arrays.stream(y, from, to).average().orElseThrow();
    }

    @Test
    void kursawesFrontBeginsAtTheOrigin() {
        TestProblem problem = Problems.of("kursawe");
        assertThat(problem.values(new double[3]).losses()).containsExactly(-20, 0);
        Known.Front front = (Known.Front) problem.known();
        assertThat(front.ideal()[0]).isEqualTo(-20);
        double least = Double.POSITIVE_INFINITY;
        for (double r = 0; r < 5; r += 1e-4) {
            least = Math.min(least, Math.min(kursawe(r), kursawe(-r)));
        }
        assertThat(front.ideal()[1]).isCloseTo(3 * least, within(1e-5));
    }

    private static double kursawe(double x) {
        return Math.pow(Math.abs(x), 0.8) + 5 * Math.sin(x * x * x);
    }

    @Test
    void smallProblemsHaveClosedFronts() {
        assertThat(Problems.of("schaffer").values(new double[] {0.5}).losses()).containsExactly(0.25, 2.25);
        double[] values = Problems.of("fonseca-fleming:d4")
                .values(new double[] {0.5, 0.5, 0.5, 0.5})
                .losses();
        assertThat(values[0]).isZero();
        assertThat(values[1]).isCloseTo(1 - Math.exp(-4), TINY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wfg1:m4:k4 | k is 4, but must be a positive multiple of m - 1 = 3. Maybe 6?",
                "wfg2:l5 | l is 5, but wfg2 mixes its distance variables in pairs. Maybe 6?",
                "dtlz5:m4 | m in \"dtlz5:m4\" is 4, but must be a whole number from 2 to 3. Maybe write \"m3\".",
                "zdt5:d37 | zdt5 takes 30 bits and 5 for each further variable, but d is 37. Maybe 80, for eleven variables?"
            })
    void sizesThatDoNotSuitAreRefused(String name, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Problems.of(name)).withMessage(message);
    }
}
