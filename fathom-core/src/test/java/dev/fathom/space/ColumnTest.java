package dev.fathom.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Rng;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The linear scale of columns.
class ColumnTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static Stream<Real> reals() {
        return Stream.of(
                Space.real(),
                Space.real().init(3).step(0.1),
                Space.real(-5, 7),
                Space.real(0, 1).init(0.9).step(0.25),
                Space.real(2, INFINITE),
                Space.real(-INFINITE, 2).step(7),
                Space.real(0, 10).transform(Transform.CLIP));
    }

    @ParameterizedTest
    @MethodSource("reals")
    void aRealIsOriginPlusUnitTimesCoordinate(Real space) {
        Column column = space.column();
        Rng rng = Rng.of(1);
        double[] x = new double[1];
        assertThat(column.isLinear()).isTrue();
        for (int i = 0; i < 100; i++) {
            space.sample(x, 0, rng);
            double value = column.origin() + column.unit() * x[0];
            assertThat(space.at(x[0])).isEqualTo(value, within(1e-14 * Math.max(1, Math.abs(value))));
        }
        assertThat(space.at(0)).isEqualTo(column.origin());
    }

    static Stream<Whole> wholes() {
        return Stream.of(
                Space.integer(),
                Space.integer(3, 12),
                Space.integer(0, 1),
                Space.integer(-7, 100).init(9).step(4));
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void aWholeNumberIsTheNearestToIt(Whole space) {
        Column column = space.columns().getFirst();
        Rng rng = Rng.of(2);
        double[] x = new double[1];
        for (int i = 0; i < 200; i++) {
            space.sample(x, 0, rng);
            double value = column.origin() + column.unit() * x[0];
            assertThat((double) space.decode(x, 0)).isEqualTo(Math.ceil(value - 0.5));
        }
        assertThat(column.isLinear()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Transform.class)
    void onlyTransformsWithoutCurvatureAreLinear(Transform transform) {
        assertThat(Space.real(0, 1).transform(transform).column().isLinear()).isEqualTo(!transform.isSmooth());
    }

    @Test
    void otherScalesAreNot() {
        Space<?> space = Space.tuple(
                Space.log(1, 100),
                Space.logs(2, 1, 100),
                Space.integer(1, 100).log(),
                Space.bool(),
                Space.choice(List.of("a", "b", "c")),
                Space.ordered(List.of(1, 2, 3)),
                Space.permutation(List.of(1, 2, 3)));
        assertThat(space.columns()).hasSizeGreaterThan(10).allSatisfy(column -> {
            assertThat(column.isLinear()).isFalse();
            assertThat(column.origin()).isZero();
        });
    }

    record Wing(
            @Between(low = 1, high = 7) double span,
            @Log(low = 1, high = 7) double chord,
            @Between(low = 10, high = 20) int ribs) {}

    @Test
    void thePartsOfASpaceKeepTheirs() {
        double[] x = {0.5, 0.25, 1.2, 0.5, -1.1, 0.75};
        Space<List<Object>> tuple = Space.tuple(
                Space.reals(new double[] {0, 10}, new double[] {6, 70}), Space.of(Wing.class), Space.real());
        List<Object> values = tuple.decode(x, 0);
        double[] vector = (double[]) values.get(0);
        Wing wing = (Wing) values.get(1);
        double[] expected = {vector[0], vector[1], wing.span, Double.NaN, wing.ribs, (double) values.get(2)};
        for (int j = 0; j < x.length; j++) {
            Column column = tuple.columns().get(j);
            double value = column.origin() + column.unit() * x[j];
            switch (j) {
                case 3 -> assertThat(column.isLinear()).isFalse();
                case 4 -> assertThat(Math.rint(value)).isEqualTo(expected[j]);
                default -> assertThat(value).isEqualTo(expected[j], within(1e-13));
            }
        }
        assertThat(tuple.columns().get(1).scaled(1, 2).isLinear()).isTrue();
    }
}
