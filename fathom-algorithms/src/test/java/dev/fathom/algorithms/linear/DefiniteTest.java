package dev.fathom.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefiniteTest {

    private static double[][] random(int rows, int columns, Rng rng) {
        double[][] a = new double[rows][columns];
        for (double[] row : a) {
            for (int j = 0; j < columns; j++) {
                row[j] = rng.nextDouble(-1, 1);
            }
        }
        return a;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 30})
    void factorsAndSolvesSumsOfProducts(int n) {
        Rng rng = Rng.of(n);
        double[][] rows = random(n + 3, n, rng);
        double[][] a = new double[n][n];
        Definite.addProducts(rows, rows, a);
        Definite.mirror(a);
        double[] x = random(1, n, rng)[0];
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            b[i] = Vectors.dot(a[i], 0, x, 0, n);
        }
        assertThat(Definite.factor(a, 1e-14)).isTrue();
        Definite.solve(a, b);
        assertThat(b).containsExactly(x, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 6, 11})
    void knowsPartsOfTheInverse(int n) {
        Rng rng = Rng.of(n);
        double[][] rows = random(n + 3, n, rng);
        double[][] a = new double[n][n];
        Definite.addProducts(rows, rows, a);
        assertThat(Definite.factor(a, 1e-14)).isTrue();
        double[] diagonal = Definite.inverseDiagonal(a);
        double[][] vectors = random(n, n, rng);
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            Definite.solve(a, unit);
            assertThat(diagonal[i]).isCloseTo(unit[i], within(1e-9 * unit[i]));
        }
        for (int s = 0; s < n; s++) {
            double[][] column = new double[n][1];
            double[] solved = new double[n];
            for (int i = 0; i < n; i++) {
                column[i][0] = vectors[i][s];
                solved[i] = vectors[i][s];
            }
            Definite.solve(a, solved);
            double expected = 0;
            for (int i = 0; i < n; i++) {
                expected += solved[i] * vectors[i][s];
            }
            assertThat(Definite.inverseForms(a, column)[0]).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 7, 8, 9, 30})
    void recognizesSingularMatrices(int n) {
        double[][] rows = random(n - 1, n, Rng.of(n));
        double[][] a = new double[n][n];
        Definite.addProducts(rows, rows, a);
        assertThat(Definite.factor(a, 1e-11)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 6})
    void sumsProductsAsMatricesDo(int count) {
        Rng rng = Rng.of(count);
        double[][] left = random(count, 5, rng);
        double[][] right = random(count, 7, rng);
        double[][] product = new double[5][7];
        Definite.addAllProducts(left, right, product);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 7; j++) {
                double sum = 0;
                for (int s = 0; s < count; s++) {
                    sum += left[s][i] * right[s][j];
                }
                assertThat(product[i][j]).isCloseTo(sum, within(1e-14));
            }
        }
    }
}
