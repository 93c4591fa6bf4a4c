package dev.fathom.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class WholeTest {

    @Test
    void givesEachNumberAnEqualShare() {
        Whole space = Space.integer(1, 4);
        int[] counts = new int[5];
        Column column = space.columns().getFirst();
        int steps = 4000;
        for (int i = 0; i < steps; i++) {
            counts[space.at(column.quantile((i + 0.5) / steps))]++;
        }
        assertThat(counts).containsExactly(0, 1000, 1000, 1000, 1000);
        assertThat(column.arity()).isEqualTo(4);
        assertThat(column.kind()).isEqualTo(Kind.INTEGER);
    }

    @Test
    void startsInTheMiddle() {
        Whole space = Space.integer(1, 20);
        assertThat(space.at(0)).isEqualTo(10);
        assertThat(space.at(1)).isEqualTo(14);
        assertThat(space.at(-1)).isEqualTo(7);
        assertThat(space.at(3)).isEqualTo(20);
        assertThat(space.at(-3)).isEqualTo(1);
        assertThat(space.init(17).at(0)).isEqualTo(17);
    }

    @Test
    void hasOnlyItsOwnNumbersAtTheEnds() {
        Whole space = Space.integer(Integer.MIN_VALUE + 1, Integer.MAX_VALUE);
        assertThat(space.at(Double.POSITIVE_INFINITY)).isEqualTo(Integer.MAX_VALUE);
        assertThat(space.at(Double.NEGATIVE_INFINITY)).isEqualTo(Integer.MIN_VALUE + 1);
        assertThat(Space.integer().at(1e300)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Space.integer().at(Double.NaN)).isZero();
        assertThat(Space.integer().columns().getFirst().isBounded()).isFalse();
    }

    @Test
    void logarithmicScaleHasItsMiddleAtTheGeometricOne() {
        Whole space = Space.integer(1, 1000).log();
        assertThat(space.at(0)).isEqualTo(22); // sqrt(0.5 · 1000.5) = 22.4
        assertThat(space.at(3)).isEqualTo(1000);
        assertThat(space.at(-3)).isEqualTo(1);
        assertThat(space.init(100).at(0)).isEqualTo(100);
        for (int k = 1; k <= 1000; k++) {
            assertThat(space.decode(space.encode(k))).isEqualTo(k);
        }
    }

    @Test
    void readsWholeNumbersOfAnyType() {
        Whole space = Space.integer(1, 20);
        assertThat(space.fromJson(3L)).isEqualTo(3);
        assertThat(space.fromJson(3.0)).isEqualTo(3);
        assertThat(space.fromJson(new BigDecimal("3"))).isEqualTo(3);
        complains(() -> space.fromJson(3.5), "3.5 is not a whole number");
        complains(() -> space.fromJson(1e12), "does not fit 32 bits");
        complains(() -> space.fromJson(21), "value 21 is not within 1 … 20. Maybe");
    }

    @Test
    void complainsOfWhatIsNotASpace() {
        complains(() -> Space.integer(3, 3), "low 3 is not below high 3. Maybe");
        complains(() -> Space.integer("n", 3, 1), "n: low 3 is not below high 1");
        complains(() -> Space.integer(0, 3).log(), "low 0.0 is not positive");
        complains(() -> Space.integer().log(), "low is missing");
        complains(() -> Space.integer(1, 3).init(4), "init 4 is not within 1 … 3");
        complains(() -> Space.integer(1, 3).step(-1), "step -1.0");
        complains(() -> Space.integer("n", 1, 3).encode(0), "n: value 0 is not within 1 … 3");
    }

    private static void complains(org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String message) {
        assertThatIllegalArgumentException().isThrownBy(action).withMessageContaining(message);
    }
}
