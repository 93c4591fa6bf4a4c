package dev.fathom.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Values worked out by hand from the formulas.
class FunctionsTest {

    private static final double TINY = 1e-12;

    @Test
    void quadraticsWeighTheirAxes() {
        assertThat(Functions.sphere(x(1, -2, 3))).isEqualTo(14);
        assertThat(Functions.ellipsoid(x(1, 1, 1), 1e6)).isCloseTo(1_001_001, within(1e-6));
        assertThat(Functions.ellipsoid(x(3, 2), 100)).isCloseTo(409, within(1e-9));
        assertThat(Functions.ellipsoid(x(3), 100)).isEqualTo(9);
        assertThat(Functions.cigar(x(2, 3, 1), 1e6)).isEqualTo(10_000_004);
        assertThat(Functions.discus(x(2, 3, 1), 1e6)).isEqualTo(4_000_010);
    }

    @Test
    void rosenbrockSumsOverNeighbours() {
        assertThat(Functions.rosenbrock(x(-1.2, 1))).isCloseTo(24.2, within(TINY));
        assertThat(Functions.rosenbrock(x(0, 0, 0))).isEqualTo(2);
        assertThat(Functions.rosenbrock(x(1, 2, 3))).isEqualTo(100 + 101);
    }

    @Test
    void rastriginIsTheSphereAtWholeNumbers() {
        assertThat(Functions.rastrigin(x(1, -2, 3))).isCloseTo(14, within(TINY));
        assertThat(Functions.rastrigin(x(0.5))).isCloseTo(20.25, within(TINY));
        assertThat(Functions.rastrigin(x(0.25, 0))).isCloseTo(10.0625, within(TINY));
    }

    @Test
    void ackleyAtWholeNumbersDependsOnTheRadius() {
        assertThat(Functions.ackley(x(1, 1))).isCloseTo(3.6253849384403627, within(TINY));
        assertThat(Functions.ackley(x(0.5))).isCloseTo(20 * (1 - Math.exp(-0.1)) + Math.E - 1 / Math.E, within(TINY));
    }

    @Test
    void griewankScalesEachColumnByTheRootOfItsNumber() {
        assertThat(Functions.griewank(x(2 * Math.PI))).isCloseTo(Math.PI * Math.PI / 1000, within(TINY));
        assertThat(Functions.griewank(x(0, Math.PI * Math.sqrt(2))))
                .isCloseTo(2 + Math.PI * Math.PI / 2000, within(TINY));
    }

    @Test
    void levyTreatsFirstAndLastColumnsApart() {
        assertThat(Functions.levy(x(-1))).isCloseTo(1.25, within(TINY));
        double sine = Math.sin(1);
        assertThat(Functions.levy(x(-3, -3))).isCloseTo(2 + 10 * sine * sine, within(TINY));
    }

    @Test
    void schwefelIsItsShiftAtTheOrigin() {
        assertThat(Functions.schwefel(x(0, 0))).isCloseTo(837.9657745448674, within(1e-10));
        double quarter = Math.PI * Math.PI / 4;
        assertThat(Functions.schwefel(x(quarter))).isCloseTo(418.9828872724337 - quarter, within(1e-10));
        assertThat(Functions.schwefel(x(-quarter))).isCloseTo(418.9828872724337 + quarter, within(1e-10));
    }

    @Test
    void styblinskiTangIsAPolynomial() {
        assertThat(Functions.styblinskiTang(x(1, 1))).isEqualTo(-10);
        assertThat(Functions.styblinskiTang(x(2))).isEqualTo(-19);
        assertThat(Functions.styblinskiTang(x(-3))).isEqualTo(-39);
    }

    @Test
    void stepRoundsHalfUp() {
        assertThat(Functions.step(x(0.4, 0.6, -0.6))).isEqualTo(2);
        assertThat(Functions.step(x(-0.5, 0.5))).isEqualTo(1);
        assertThat(Functions.step(x(2.7))).isEqualTo(9);
    }

    private static double[] x(double... numbers) {
        return numbers;
    }
}
