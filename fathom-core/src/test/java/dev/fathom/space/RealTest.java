package dev.fathom.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RealTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void reflectsOnceAtTheViolatedBound() {
        Real space = Space.real(0, 6); // starts at 3 with step 1
        assertThat(space.at(0)).isEqualTo(3);
        assertThat(space.at(1)).isEqualTo(4);
        assertThat(space.at(4)).isEqualTo(5);
        assertThat(space.at(-5)).isEqualTo(2);
        assertThat(space.at(100)).as("too far to be mirrored").isZero();
    }

    @Test
    void clipsIfAsked() {
        Real space = Space.real(0, 6).transform(Transform.CLIP);
        assertThat(space.at(4)).isEqualTo(6);
        assertThat(space.at(-5)).isZero();
    }

    @Test
    void infiniteCoordinatesGiveTheNearestBoundAndMissingOnesTheInitialValue() {
        Real space = Space.real(0, 6).init(1);
        assertThat(space.at(INFINITE)).isEqualTo(6);
        assertThat(space.at(-INFINITE)).isZero();
        assertThat(space.at(Double.NaN)).isEqualTo(1);
        assertThat(Space.real().at(INFINITE)).isEqualTo(Double.MAX_VALUE);
        assertThat(Space.real().step(3).at(-INFINITE)).isEqualTo(-Double.MAX_VALUE);
        assertThat(Space.real(0, INFINITE).at(INFINITE)).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void hasASixthOfTheRangeAsStepAndTheMiddleAsStart() {
        Column column = Space.real(-5, 7).column();
        assertThat(column.low()).isEqualTo(-3);
        assertThat(column.high()).isEqualTo(3);
        assertThat(column.boundary()).isEqualTo(Boundary.REFLECT);
        assertThat(Space.real(-5, 7).init()).isEqualTo(1);
        assertThat(Space.real(-5, 7).step()).isEqualTo(2);
    }

    @Test
    void aSingleBoundIsKeptAndTheStartIsNearestToZero() {
        Real above = Space.real(2, INFINITE);
        assertThat(above.at(0)).isEqualTo(2);
        assertThat(above.at(1.5)).isEqualTo(3.5);
        assertThat(above.at(-1.5)).isEqualTo(3.5);
        assertThat(Space.real(-2, INFINITE).at(0)).isZero();
        assertThat(Space.real(-INFINITE, -2).at(0)).isEqualTo(-2);
    }

    @ParameterizedTest
    @EnumSource(names = {"ARCTAN", "TANH", "GAUSSIAN"})
    void smoothTransformsStartAtTheInitialValueWithTheStepAsSlopeInTheMiddle(Transform transform) {
        Real middle = Space.real(-2, 4).step(0.7).transform(transform);
        double h = 1e-5;
        assertThat(middle.at(0)).isEqualTo(1);
        assertThat((middle.at(h) - middle.at(-h)) / (2 * h)).isCloseTo(0.7, within(1e-8));
        Real aside = middle.init(3.5);
        assertThat(aside.at(0)).isEqualTo(3.5);
        assertThat(aside.at(1e-9)).isCloseTo(3.5, within(1e-8));
        assertThat(aside.at(1)).isBetween(3.5, 4.0);
        assertThat(aside.at(1e6)).isCloseTo(4, within(1e-5));
        assertThat(aside.at(-1e6)).isCloseTo(-2, within(1e-5));
        assertThat(aside.column().isBounded()).isFalse();
    }

    @Test
    void smoothTransformsFollowTheirFormulas() {
        // with these steps the factor of the coordinate is 1
        Real arctan = Space.real(-1, 1).step(2 / Math.PI).transform(Transform.ARCTAN);
        assertThat(arctan.at(1)).isCloseTo(0.5, within(1e-15));
        Real tanh = Space.real(-1, 1).step(1).transform(Transform.TANH);
        assertThat(tanh.at(0.5)).isCloseTo(0.46211715726000974, within(1e-15));
        Real gaussian = Space.real(0, 1).step(1 / Math.sqrt(2 * Math.PI)).transform(Transform.GAUSSIAN);
        assertThat(gaussian.at(1)).isCloseTo(0.8413447460685429, within(1e-15));
    }

    @Test
    void openBoundsOnlyTellWhereSearchesStart() {
        Real space = Space.real(-5, 5).init(3).step(2).transform(Transform.NONE);
        assertThat(space.at(7)).isEqualTo(17);
        assertThat(space.coordinate(17.0)).isEqualTo(7);
        assertThat(space.column().repair(-100)).isEqualTo(-100);
        assertThat(space.at(INFINITE)).isEqualTo(Double.MAX_VALUE);
        assertThat(space.fromJson(space.toJson(17.0))).isEqualTo(17);
        assertThat(Space.parse(space.describe()).describe()).isEqualTo(space.describe());
        Rng rng = Rng.of(1);
        double[] draws = DoubleStream.generate(() -> space.at(space.draw(rng)))
                .limit(500)
                .sorted()
                .toArray();
        assertThat(draws[0]).isBetween(-5.0, -4.8);
        assertThat(draws[499]).isBetween(4.8, 5.0);
        complains(() -> Space.real().transform(Transform.NONE), "transform none needs two bounds");
        complains(() -> space.coordinate(Double.NaN), "value NaN is not a number within");
    }

    @Test
    void boundsAreEncodedExactly() {
        for (Transform transform : Transform.values()) {
            Real space = Space.real(0.1, 0.7).transform(transform);
            double slack = transform.boundary() == Boundary.NONE ? 1e-14 : 0;
            assertThat(space.at(space.coordinate(0.1))).isCloseTo(0.1, within(slack));
            assertThat(space.at(space.coordinate(0.7))).isCloseTo(0.7, within(slack));
        }
    }

    @Test
    void logarithmicScaleHasASixthOfTheLogarithmAsStep() {
        LogReal space = Space.log(1e-4, 1);
        assertThat(space.at(0)).isCloseTo(0.01, within(1e-17));
        assertThat(space.at(1)).isCloseTo(0.046415888336127795, within(1e-15));
        assertThat(space.at(3)).isEqualTo(1);
        assertThat(space.at(4)).as("reflected").isCloseTo(0.21544346900318842, within(1e-14));
        assertThat(space.at(-3)).isEqualTo(1e-4);
        assertThat(space.at(-INFINITE)).isEqualTo(1e-4);
        assertThat(space.init(0.3).at(0)).isEqualTo(0.3);
        assertThat(space.step(Math.log(10)).at(1)).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void logarithmicScaleTakesTheWidestBounds() {
        LogReal space = Space.log(Double.MIN_VALUE, Double.MAX_VALUE);
        for (double x = -3; x <= 3; x += 0.01) {
            assertThat(space.at(x)).isPositive().isFinite();
        }
    }

    @Test
    void complainsOfWhatIsNotASpace() {
        complains(() -> Space.real(3, 1), "low 3.0 is not below high 1.0. Maybe");
        complains(() -> Space.real(1, 1), "low 1.0 is not below high 1.0. Maybe");
        complains(() -> Space.real("rate", 3, 1), "rate: low 3.0 is not below high 1.0. Maybe");
        complains(() -> Space.real(Double.NaN, 1), "low NaN is not below high 1.0");
        complains(() -> Space.real(-1e308, 1e308), "too wide");
        complains(() -> Space.real(INFINITE, 2 * INFINITE), "is not below");
        complains(() -> Space.real(0, 1).init(2), "init 2.0 is not a number within 0.0 … 1.0. Maybe");
        complains(() -> Space.real(0, 1).init(Double.NaN), "init NaN");
        complains(() -> Space.real().init(INFINITE), "init Infinity");
        complains(() -> Space.real(0, 1).step(0), "step 0.0 is not positive and finite. Maybe");
        complains(() -> Space.real(0, INFINITE).transform(Transform.TANH), "transform tanh needs two bounds");
        complains(() -> Space.real(0, 1).init(0).transform(Transform.ARCTAN), "init 0.0 lies on a bound");
        complains(() -> Space.log(0, 1), "low 0.0 is not positive");
        complains(() -> Space.log("rate", -1, 1), "rate: low -1.0 is not positive");
        complains(() -> Space.log(2, 1), "low 2.0 is not below high 1.0");
        complains(() -> Space.log(1, INFINITE), "high is missing");
        complains(() -> Space.log(1, 2).init(3), "init 3.0 is not a number within 1.0 … 2.0");
    }

    @Test
    void complainsOfValuesOutside() {
        complains(() -> Space.real(0, 1).encode(1.5), "value 1.5 is not a number within 0.0 … 1.0. Maybe");
        complains(() -> Space.real().encode(Double.NaN), "value NaN");
        complains(() -> Space.real("rate", 0, 1).encode(1.5), "rate: value 1.5");
        complains(() -> Space.log(1, 2).fromJson(3), "value 3.0 is not a number within 1.0 … 2.0");
        complains(() -> Space.real(0, 1).fromJson("much"), "'much' is not a number");
        complains(() -> Space.real(0, 1).fromJson(true), "true is not a number but a truth value");
        complains(() -> Space.real(0, 1).decode(new double[2]), "there are 2 coordinates for 1 columns");
    }

    private static void complains(org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String message) {
        assertThatIllegalArgumentException().isThrownBy(action).withMessageContaining(message);
    }
}
