package dev.fathom.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.math.Normal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    @Test
    void threeOptionsHaveScoresOfOneGroup() {
        Choice<String> space = Space.choice(List.of("a", "b", "c"));
        assertThat(space.columns()).extracting(Column::name).containsExactly("=a", "=b", "=c");
        assertThat(space.columns()).allMatch(c -> c.kind() == Kind.SCORE && c.group() == 0 && c.arity() == 3);
        assertThat(space.decode(new double[] {0, 2, 1})).isEqualTo("b");
        assertThat(space.decode(new double[] {1, 2, 2})).as("first of equals").isEqualTo("b");
        assertThat(space.initial()).isEqualTo("a");
        assertThat(space.encode("c")).containsExactly(0, 0, 1);
    }

    @Test
    void theInitialOptionHasABonus() {
        Choice<String> space = Space.choice(List.of("a", "b", "c")).init("c");
        double bonus = Math.log(2); // p = 1/2, ln(p · 2/(1 - p))
        assertThat(space.initial()).isEqualTo("c");
        assertThat(space.decode(new double[] {bonus - 1e-9, 0, 0})).isEqualTo("c");
        assertThat(space.decode(new double[] {bonus + 1e-9, 0, 0})).isEqualTo("a");
        assertThat(Space.choice(List.of(1, 2, 3, 4, 5)).init(5).encode(5)[4]).isCloseTo(1.538997, within(1e-6));
    }

    @Test
    void twoOptionsShareOneColumn() {
        Choice<String> space = Space.choice(List.of("a", "b"));
        assertThat(space.columns()).singleElement().matches(c -> c.kind() == Kind.ORDERED && c.arity() == 2);
        assertThat(space.initial()).isEqualTo("a");
        assertThat(space.decode(new double[] {1e-9})).isEqualTo("b");
        assertThat(space.init("b").initial()).isEqualTo("b");
        assertThat(Space.bool().initial()).isFalse();
        assertThat(Space.bool().init(true).initial()).isTrue();
    }

    @Test
    void oneOptionHasNoColumn() {
        assertThat(Space.choice(List.of("a")).columns()).isEmpty();
        assertThat(Space.choice(List.of("a")).initial()).isEqualTo("a");
        assertThat(Space.ordered(List.of("a")).dimension()).isZero();
    }

    @Test
    void orderedOptionsAreBinsOfTheNormalDistribution() {
        Choice<Integer> space = Space.ordered(List.of(0, 1, 2, 3, 4));
        double[] x = {-2, -0.6, 0, 0.6, 2};
        for (int i = 0; i < x.length; i++) {
            assertThat(space.decode(new double[] {x[i]})).isEqualTo(i);
        }
        assertThat(space.encode(4)[0]).isCloseTo(1.2815515655446004, within(1e-12));
        assertThat(space.decode(new double[] {Double.NEGATIVE_INFINITY})).isZero();
        assertThat(space.decode(new double[] {Double.MAX_VALUE})).isEqualTo(4);
        Choice<Integer> four = Space.ordered(List.of(0, 1, 2, 3));
        assertThat(four.encode(0)[0]).isCloseTo(-1.150349, within(1e-6));
        assertThat(four.encode(2)[0]).isCloseTo(0.318639, within(1e-6));
        assertThat(four.initial()).as("the lower middle one").isEqualTo(1);
    }

    @Test
    void anInitialOrderedOptionStandsAtZero() {
        Choice<Integer> space = Space.ordered(List.of(0, 1, 2, 3, 4)).init(3);
        assertThat(space.initial()).isEqualTo(3);
        assertThat(space.encode(3)).containsExactly(0);
        double shift = Normal.quantile(0.7);
        assertThat(space.decode(new double[] {Normal.quantile(0.6) - shift + 1e-9}))
                .isEqualTo(3);
        assertThat(space.decode(new double[] {Normal.quantile(0.6) - shift - 1e-9}))
                .isEqualTo(2);
    }

    @Test
    void optionsAreReadFromJsonByWhatTheyMean() {
        assertThat(Space.choice(List.of(1, 2.5, 3)).fromJson(new BigDecimal("2.50")))
                .isEqualTo(2.5);
        assertThat(Space.choice(List.of(1, 2, 3)).fromJson(2.0)).isEqualTo(2);
        assertThat(Space.choice(List.of(Examples.Color.values())).fromJson("BLUE"))
                .isEqualTo(Examples.Color.BLUE);
        assertThat(Space.choice(List.of(Kind.class, String.class, int.class)).toJson(int.class))
                .isEqualTo("int");
    }

    @Test
    void complains() {
        complains(() -> Space.choice(List.of()), "there are no values");
        complains(() -> Space.choice(List.of("a", "b", "a")), "value a is given twice. Maybe");
        complains(() -> Space.choice(List.of(1, 1.0)), "value 1.0 is given twice");
        complains(() -> Space.choice("kind", "a", "a"), "kind: value a is given twice");
        complains(() -> Space.ordered("kind"), "kind: there are no values");
        complains(() -> Space.choice(Arrays.asList("a", null)), "one of the values is null");
        complains(() -> Space.choice(List.of("a", "b")).init("c"), "value c is none of [a, b]. Maybe");
        complains(() -> Space.choice("kind", "a", "b").encode("c"), "kind: value c is none of [a, b]");
        complains(() -> Space.bool("on").fromJson("yes"), "on: value yes is none of [false, true]");
        complains(() -> Space.constant(3).fromJson(4), "value 4 is not the constant 3");
        complains(() -> Space.constant("n", 3).encode(4), "n: value 4 is not the constant 3");
    }

    private static void complains(org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String message) {
        assertThatIllegalArgumentException().isThrownBy(action).withMessageContaining(message);
    }
}
