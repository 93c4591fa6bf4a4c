package dev.fathom.algorithms.cma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.space.Space;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Cuts lie where decoding changes its value.
class CutsTest {

    static Stream<Space<?>> discrete() {
        return Stream.of(
                Space.integer(-3, 5),
                Space.integer(0, 1),
                Space.integer(-10, 10).init(2).step(1),
                Space.integer(),
                Space.bool(),
                Space.bool().init(true),
                Space.ordered(List.of("a", "b", "c", "d", "e")),
                Space.ordered(List.of("a", "b", "c", "d", "e")).init("b"));
    }

    @ParameterizedTest
    @MethodSource("discrete")
    void valuesChangeAtCutsAndNowhereElse(Space<?> space) {
        Cuts cuts = Cuts.of(space.columns().get(0));
        assertThat(cuts.exist()).isTrue();
        for (double x = -2.9; x < 2.9; x += 0.0173) {
            Object value = at(space, x);
            double low = cuts.below(x);
            double up = cuts.above(x);
            if (low < x) {
                assertThat(at(space, low - 1e-9)).isNotEqualTo(value);
                assertThat(at(space, (low + x) / 2)).isEqualTo(value);
            }
            if (x <= up) {
                assertThat(at(space, up + 1e-9)).isNotEqualTo(value);
                assertThat(at(space, (x + up) / 2)).isEqualTo(value);
            }
        }
    }

    private static Object at(Space<?> space, double x) {
        return space.decode(new double[] {x}, 0);
    }

    static Stream<Space<?>> others() {
        return Stream.of(Space.real(), Space.real(0, 1), Space.integer(1, 100).log());
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherColumnsHaveNone(Space<?> space) {
        assertThat(Cuts.of(space.columns().get(0)).exist()).isFalse();
    }
}
