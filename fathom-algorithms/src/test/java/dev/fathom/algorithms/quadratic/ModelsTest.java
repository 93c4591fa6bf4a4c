package dev.fathom.algorithms.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest {

    @SafeVarargs
    private static Models fit(double[][] points, Fitting how, ToDoubleFunction<double[]>... functions) {
        return Objects.requireNonNull(Models.fit(points, Random.outputs(points, functions), how));
    }

    private static int coefficients(int n) {
        return (n + 1) * (n + 2) / 2;
    }

    @ParameterizedTest
    @EnumSource(names = "DIAGONAL", mode = EnumSource.Mode.EXCLUDE)
    void recoverQuadratics(Fitting how) {
        for (int seed = 0; seed < 20; seed++) {
            Rng rng = Rng.of(seed);
            int n = 1 + seed % 6;
            Form first = Random.form(n, rng);
            Form second = Random.form(n, rng);
            double[][] points = Random.points(coefficients(n) * (1 + seed % 2) + seed % 2, n, rng);
            Models models = fit(points, how, first::value, second::value);
            double[] out = new double[2];
            for (double[] x : Random.points(10, n, rng)) {
                models.predict(x, out);
                assertThat(out[0]).isCloseTo(first.value(x), within(1e-7));
                assertThat(out[1]).isCloseTo(second.value(x), within(1e-7));
                assertThat(models.output(1).value(x)).isEqualTo(out[1]);
            }
        }
    }

    @Test
    void knowGradientsAndCurvatures() {
        Form form = Random.form(3, Rng.of(1));
        Quadratic quadratic = fit(Random.points(20, 3, Rng.of(2)), Fitting.REGRESSION, form::value)
                .output(0);
        double[] x = {0.3, -2, 1};
        double[] expected = new double[3];
        double[] gradient = new double[3];
        form.gradient(x, expected);
        quadratic.gradient(x, gradient);
        assertThat(gradient).containsExactly(expected, within(1e-9));
        assertThat(quadratic.curvature(1, 2)).isCloseTo(form.hessian()[1][2], within(1e-9));
        assertThat(quadratic.curvature(0, 0)).isCloseTo(form.hessian()[0][0], within(1e-9));
    }

    /// H is the least where it is orthogonal to the Hessian matrices of all quadratics that vanish at the points; the
    /// difference of two interpolating ones is such a quadratic.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void leastFrobeniusNormsInterpolateAndAreTheLeast(int seed) {
        Rng rng = Rng.of(seed);
        int n = 2 + seed % 5;
        int count = n + 1 + (seed * 7) % (coefficients(n) - n - 1);
        Form truth = Random.form(n, rng);
        double[][] points = Random.points(count, n, rng);
        Models models = fit(points, Fitting.MINIMUM_FROBENIUS, truth::value);
        Quadratic quadratic = models.output(0);
        for (double[] point : points) {
            assertThat(quadratic.value(point)).isCloseTo(truth.value(point), within(1e-8));
        }
        double[] size = models.scaling.size;
        double product = 0;
        double length = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double h = size[i] * size[j] * quadratic.curvature(i, j);
                double t = size[i] * size[j] * truth.hessian()[i][j];
                product += h * (t - h);
                length += t * t;
            }
        }
        assertThat(product).isCloseTo(0, within(1e-8 * length));
    }

    @Test
    void simplicesGiveLinearModels() {
        double[][] points = {{0, 0, 0}, {1, 0, 0}, {0, 2, 0}, {0, 0, 3}};
        Quadratic quadratic = fit(points, Fitting.MINIMUM_FROBENIUS, x -> 5 + x[0] - 2 * x[1] + 3 * x[2])
                .output(0);
        assertThat(quadratic.value(new double[] {10, 10, 10})).isCloseTo(25, within(1e-11));
        assertThat(quadratic.curvature(0, 1)).isCloseTo(0, within(1e-13));
    }

    @Test
    void ridgesAreTheSameFromMonomialsAndFromPoints() {
        for (boolean diagonal : new boolean[] {false, true}) {
            double[][] points = Random.points(12, 4, Rng.of(3));
            Sample sample = Objects.requireNonNull(Sample.of(
                    points, Random.outputs(points, x -> StrictMath.exp(x[0]) + x[1] * x[2] - x[3] * x[3])));
            Form primal = Objects.requireNonNull(Monomials.fit(sample, diagonal, Kernel.RIDGE))
                    .forms()[0];
            Form dual = Kernel.ridge(sample, diagonal).forms()[0];
            for (double[] u : Random.points(10, 4, Rng.of(4))) {
                assertThat(dual.value(u)).isCloseTo(primal.value(u), within(1e-9));
            }
        }
    }

    /// What errors say of each point is what happens if it is left out.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void errorsAreThoseOfPointsLeftOut(int kind) {
        int count = kind == 3 ? 29 : 12;
        double[][] points = Random.points(count, 4, Rng.of(30));
        Sample sample = Objects.requireNonNull(Sample.of(
                points, Random.outputs(points, x -> StrictMath.exp(x[0] + 2 * x[1]) + x[1] * x[2], x -> x[3] * x[0])));
        double[] sums = new double[2];
        for (int s = 0; s < count; s++) {
            Form[] without = fitted(without(sample, s), kind).forms();
            for (int i = 0; i < 2; i++) {
                double z = (without[i].value(sample.u[s]) - sample.mean[i]) / sample.size[i];
                sums[i] += (z - sample.z[i][s]) * (z - sample.z[i][s]) / count;
            }
        }
        double[] errors = fitted(sample, kind).errors().get();
        assertThat(errors[0]).isCloseTo(sums[0], within(1e-6 * sums[0]));
        assertThat(errors[1]).isCloseTo(sums[1], within(1e-6 * sums[1] + 1e-9));
    }

    private static Fit fitted(Sample sample, int kind) {
        return switch (kind) {
            case 0 -> Kernel.ridge(sample, false);
            case 1 -> Kernel.ridge(sample, true);
            case 2 -> Objects.requireNonNull(Frobenius.fit(sample));
            default -> Objects.requireNonNull(Monomials.fit(sample, false, 0));
        };
    }

    private static Sample without(Sample sample, int left) {
        int[] rest = IntStream.range(0, sample.count).filter(s -> s != left).toArray();
        double[][] u = IntStream.of(rest).mapToObj(s -> sample.u[s]).toArray(double[][]::new);
        double[][] z = Stream.of(sample.z)
                .map(all -> IntStream.of(rest).mapToDouble(s -> all[s]).toArray())
                .toArray(double[][]::new);
        return new Sample(sample.scaling, u, z, sample.mean, sample.size);
    }

    @Test
    void autoTakesMixedTermsWhereTheyPredict() {
        double[][] points = Random.points(30, 7, Rng.of(31));
        Models models = fit(
                points,
                Fitting.AUTO,
                x -> StrictMath.cos(3 * x[0]) + StrictMath.cos(2 * x[3]) + StrictMath.exp(x[5]),
                x -> (x[0] + x[1] + x[2]) * (x[0] + x[1] + x[2]));
        assertThat(models.output(0).curvature(0, 1)).isZero();
        assertThat(models.output(1).curvature(0, 1)).isGreaterThan(0.5);
    }

    @Test
    void separableFunctionsNeedFewPoints() {
        ToDoubleFunction<double[]> f = x -> x[0] * x[0] - 3 * x[1] + 2 * x[2] * x[2] + x[3];
        Quadratic quadratic =
                fit(Random.points(9, 4, Rng.of(5)), Fitting.DIAGONAL, f).output(0);
        double[] x = {0.5, -0.4, 0.3, -0.2};
        assertThat(quadratic.value(x)).isCloseTo(f.applyAsDouble(x), within(1e-8));
        assertThat(quadratic.curvature(2, 2)).isCloseTo(4, within(1e-7));
        assertThat(quadratic.curvature(2, 1)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void constantColumnsDoNotCount(Fitting how) {
        double[][] points = Random.points(12, 4, Rng.of(6));
        for (double[] point : points) {
            point[1] = 0.1;
            point[3] = 7e5;
        }
        Quadratic quadratic =
                fit(points, how, x -> 3 * x[0] * x[0] + x[2] * x[2] - x[0]).output(0);
        double[] gradient = new double[4];
        quadratic.gradient(new double[] {1, 0.1, 1, 7e5}, gradient);
        assertThat(gradient).containsExactly(new double[] {5, 0, 2, 0}, within(1e-8));
        assertThat(quadratic.value(new double[] {1, 0.1, 1, 7e5})).isCloseTo(3, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"1e6,1e-3,1e9", "0,1e-9,1e-12", "-3,1e8,1e15", "1e3,1e-6,1"})
    void scalesDoNotMatter(double offset, double spread, double height) {
        Form form = Random.form(3, Rng.of(7));
        for (int count : new int[] {8, 10, 25}) {
            double[][] unit = Random.points(count, 3, Rng.of(8));
            double[][] points = new double[count][3];
            double[][] outputs = new double[count][1];
            for (int s = 0; s < count; s++) {
                for (int j = 0; j < 3; j++) {
                    points[s][j] = offset + spread * unit[s][j];
                }
                outputs[s][0] = height * (100 + form.value(unit[s]));
            }
            Quadratic quadratic = Objects.requireNonNull(Models.fit(points, outputs, Fitting.MINIMUM_FROBENIUS))
                    .output(0);
            for (int s = 0; s < count; s++) {
                assertThat(quadratic.value(points[s])).isCloseTo(outputs[s][0], within(1e-5 * height));
            }
        }
    }

    /// Sets that do not determine a quadratic: still a model that is right at the points, and not far off nearby.
    @ParameterizedTest
    @EnumSource(names = "DIAGONAL", mode = EnumSource.Mode.EXCLUDE)
    void degenerateSetsAreBorne(Fitting how) {
        for (int kind = 0; kind < 5; kind++) {
            double[][] points = Random.points(14, 3, Rng.of(9 + kind));
            for (int s = 0; s < points.length; s++) {
                degenerate(points, s, kind);
            }
            ToDoubleFunction<double[]> f = x -> 4 + x[0] * x[0] + x[1] - 2 * x[2] * x[0];
            Quadratic quadratic = fit(points, how, f).output(0);
            for (double[] point : points) {
                assertThat(quadratic.value(point)).isCloseTo(f.applyAsDouble(point), within(1e-2));
            }
            for (double[] x : Random.points(20, 3, Rng.of(20))) {
                assertThat(Math.abs(quadratic.value(x))).isLessThan(50);
            }
        }
    }

    private static void degenerate(double[][] points, int s, int kind) {
        double[] x = points[s];
        switch (kind) {
            case 0 -> points[s] = points[s % 3].clone(); // three points, often
            case 1 -> x[2] = x[0] + 2 * x[1]; // a plane
            case 2 -> x[1] = x[2] = x[0]; // a line
            case 3 -> x[0] = x[0] > 0 ? 1 : 0; // a binary column
            default -> x[2] = x[0] + 1e-9 * x[2]; // almost a plane
        }
    }

    @Test
    void fewPointsOrNoNumbersGiveNoModel() {
        double[][] points = Random.points(5, 3, Rng.of(10));
        double[][] outputs = new double[5][1];
        assertThat(Models.fit(points, outputs, Fitting.REGRESSION)).isNull();
        assertThat(Models.fit(new double[5][3], outputs, Fitting.RIDGE)).isNull();
        assertThat(Models.fit(new double[0][3], new double[0][1], Fitting.RIDGE))
                .isNull();
        assertThat(Models.fit(Random.points(2, 3, Rng.of(1)), new double[2][1], Fitting.AUTO))
                .isNull();
        assertThat(Models.fit(points, outputs, Fitting.AUTO)).isNotNull();
        outputs[3][0] = Double.NaN;
        assertThat(Models.fit(points, outputs, Fitting.AUTO)).isNull();
        outputs[3][0] = Double.POSITIVE_INFINITY;
        assertThat(Models.fit(points, outputs, Fitting.AUTO)).isNull();
    }
}
