package dev.fathom.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompositeTest {

    @Test
    void groupsKeepTheOrderOfTheirMembers() {
        Space<Map<String, Object>> space = Space.group(Space.log("rate", 1e-5, 1e-1), Space.integer("batch", 1, 64));
        Map<String, Object> value = space.initial();
        assertThat(value.keySet()).containsExactly("rate", "batch");
        assertThat(value).containsEntry("rate", 0.001).containsEntry("batch", 32);
        assertThat(space.columns()).extracting(Column::group).containsExactly(0, 1);
        assertThatThrownBy(() -> value.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void groupsComplainOfNames() {
        Space<Map<String, Object>> space = Space.group(Space.real("a", 0, 1), Space.real("b", 0, 1));
        complains(() -> space.encode(Map.of("a", 0.5)), "b: a value is missing. Maybe add it");
        complains(() -> space.encode(Map.of("a", 0.5, "b", 0.5, "c", 1.0)), "there is no parameter 'c'. Maybe one of");
        complains(() -> space.fromJson(Map.of("a", 0.5)), "b: a value is missing");
        complains(() -> space.fromJson(Map.of("a", 0.5, "bb", 0)), "there is no parameter 'bb'. Maybe one of [a, b]?");
        complains(() -> space.fromJson(List.of(1, 2)), "[1, 2] is not a map but a list");
        complains(() -> space.fromJson(Map.of("a", 0.5, "b", 2)), "b: value 2.0 is not a number within 0.0 … 1.0");
        complains(() -> space.toJson(Map.of("a", 0.5, "b", 2.0, "c", 3)), "there is no parameter 'c'");
        complains(() -> Space.group(Space.bool("a"), Space.bool("a")), "the name 'a' is given twice. Maybe");
        complains(() -> Space.group(Space.bool("")), "parameter number 0 has an empty name");
    }

    @Test
    void constantsMayBeMissingInJson() {
        Space<Map<String, Object>> space = Space.group(Space.real("a", 0, 1), Space.constant("seed", 7));
        assertThat(space.fromJson(Map.of("a", 0.5))).containsEntry("seed", 7);
    }

    @Test
    void tuplesAndRepetitionsAreLists() {
        Space<List<Object>> tuple = Space.tuple(Space.real(0, 1), Space.choice(List.of("a", "b", "c")));
        assertThat(tuple.decode(new double[] {0, 0, 0, 1})).containsExactly(0.5, "c");
        assertThat(tuple.columns()).extracting(Column::name).containsExactly("[0]", "[1]=a", "[1]=b", "[1]=c");
        assertThat(tuple.columns()).extracting(Column::group).containsExactly(0, 1, 1, 1);
        assertThat(Space.repeat(3, Space.integer(1, 4)).initial()).containsExactly(2, 2, 2);
        complains(() -> tuple.encode(List.of(0.5)), "value [0.5] has 1 members, but 2 are needed");
        complains(() -> tuple.fromJson(List.of(0.5, "d")), "[1]: value d is none of [a, b, c]");
        complains(() -> Space.repeat(0, Space.bool()), "count 0 is less than 1");
    }

    @Test
    void arraysHaveTheNestingOfTheirShape() {
        Reals space = Space.reals(6).shape(2, 3);
        assertThat(space.toJson(new double[] {1, 2, 3, 4, 5, 6}))
                .isEqualTo(List.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0)));
        assertThat(space.fromJson(List.of(List.of(1, 2, 3), List.of(4, 5, 6)))).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(space.columns().get(5).name()).isEqualTo("[1][2]");
        assertThat(space.columns()).extracting(Column::group).containsExactly(0, 1, 2, 3, 4, 5);
        complains(
                () -> space.fromJson(List.of(List.of(1, 2, 3), List.of(4, 5))),
                "[1]: a list has 2 members, but shape [2, 3] needs 3. Maybe");
        complains(() -> space.fromJson(List.of(List.of(1, 2, "x"), List.of())), "[0][2]: 'x' is not a number");
        complains(() -> Space.integers(2, 0, 9).encode(new double[] {0, 2.5}), "[1]: 2.5 is not a whole number");
        complains(() -> Space.integers(2, 0, 9).init(10), "init 10 is not within 0 … 9");
        complains(() -> Space.integers(2, 0, 9).transform(Transform.TANH), "a whole number has no transform tanh");
        complains(() -> Space.reals(6).shape(4), "shape [4] does not hold 6 numbers");
        complains(() -> Space.reals(0), "shape [0] is empty or too large");
        complains(() -> Space.reals(2, 0, 1).encode(new double[3]), "there are 3 numbers for 2 elements");
        complains(() -> Space.reals(2, 0, 1).encode(new double[] {0, 2}), "[1]: value 2.0");
        complains(() -> Space.reals(2, 0, 1).init(0.5, 0.5, 0.5), "there are 3 numbers for 2 elements");
        complains(() -> Space.reals(2, 0, 1).init(0.5, 1.5), "[1]: init 1.5");
        complains(() -> Space.reals(new double[2], new double[3]), "there are 2 lower and 3 upper bounds");
        complains(
                () -> Space.reals(new double[] {0, Double.NEGATIVE_INFINITY}, new double[] {1, 1}),
                "1 of the 2 lower bounds are infinite");
        complains(() -> Space.logs(2, 1, 2).transform(Transform.TANH), "a logarithmic scale has no transform tanh");
    }

    @Test
    void conditionalsIgnoreWhatIsNotTaken() {
        Space<Map<String, Object>> space = Examples.conditional();
        assertThat(space.columns())
                .extracting(Column::name)
                .containsExactly("", "sgd.momentum", "adam.beta", "adam.kind=p", "adam.kind=q", "adam.kind=r");
        double[] x = {-1, 1.5, 2, 5, 6, 7};
        assertThat(space.decode(x)).isEqualTo(Map.of("type", "sgd", "momentum", 0.75));
        space.canonicalize(x, 0);
        assertThat(x).endsWith(1.5, 0, 0, 0, 0);
        assertThat(space.decode(new double[] {1, 1.5, 3, 5, 7, 6}))
                .isEqualTo(Map.of("type", "adam", "beta", 1.0, "kind", "q"));
        complains(() -> space.fromJson(Map.of("type", "lbfgs")), "type lbfgs is none of [sgd, adam]. Maybe");
        complains(() -> space.fromJson(Map.of("momentum", 1)), "type null is none of [sgd, adam]");
        complains(
                () -> space.fromJson(Map.of("type", "sgd", "beta", 1)),
                "sgd: there is no parameter 'beta'. Maybe one of [momentum]?");
        complains(
                () -> space.encode(Map.of("type", "sgd", "momentum", 2.0)),
                "sgd.momentum: value 2.0 is not a number within");
    }

    @Test
    void constraintsOfMembersReachTheRoot() {
        Space<Map<String, Object>> optim = Space.conditional(
                Space.group(Space.real(0, 1).where("small", v -> v < 0.5).named("m"))
                        .named("sgd"),
                Space.group().named("none"));
        Space<Map<String, Object>> space = Space.group(Space.integer("n", 1, 9), optim.named("optim"))
                .subjectTo("n <= 4", v -> v.get("n") instanceof Integer n ? n - 4 : Double.NaN);
        assertThat(space.constraints()).extracting(Constraint::name).containsExactly("optim.sgd.m.small", "n <= 4");
        Constraint<Map<String, Object>> member = space.constraints().get(0);
        assertThat(member.allows(Map.of("n", 1, "optim", Map.of("type", "sgd", "m", 0.25))))
                .isTrue();
        assertThat(member.allows(Map.of("n", 1, "optim", Map.of("type", "sgd", "m", 0.75))))
                .isFalse();
        assertThat(member.allows(Map.of("n", 1, "optim", Map.of("type", "none"))))
                .isTrue();
        assertThat(space.constraints().get(1).violation().applyAsDouble(Map.of("n", 6)))
                .isEqualTo(2);
    }

    @Test
    void mappedSpacesKeepConstraints() {
        Space<String> space = Space.integer(1, 9).where("odd", v -> v % 2 == 1).map(Object::toString, Integer::valueOf);
        assertThat(space.initial()).isEqualTo("5");
        assertThat(space.constraints().getFirst().allows("7")).isTrue();
        assertThat(space.constraints().getFirst().allows("8")).isFalse();
        assertThat(space.toJson("7")).isEqualTo(7);
    }

    @Test
    void subsetsTakeTheLargestKeysWithinTheirLimits() {
        Space<List<String>> free = Space.subset(List.of("a", "b", "c", "d"), 1, 3);
        assertThat(free.decode(new double[] {1, -1, 2, -3})).containsExactly("a", "c");
        assertThat(free.decode(new double[] {1, 4, 2, 3})).containsExactly("b", "c", "d");
        assertThat(free.decode(new double[] {-1, -4, -2, -0.5})).containsExactly("d");
        assertThat(free.initial()).containsExactly("a");
        Space<List<String>> fixed = Space.subset(List.of("a", "b", "c", "d"), 2, 2);
        assertThat(fixed.decode(new double[] {-1, 3, -2, -0.5})).containsExactly("b", "d");
        assertThat(fixed.encode(List.of("d", "a"))).containsExactly(1, -1, -1, 1);
        complains(() -> fixed.encode(List.of("a")), "the value has 1 options, not between 2 and 2. Maybe");
        complains(() -> fixed.encode(List.of("a", "a")), "option a is taken twice");
        complains(() -> fixed.encode(List.of("a", "e")), "value e is none of");
        complains(() -> Space.subset(List.of("a"), 1, 0), "min 1 and max 0 do not fit 0 ≤ min ≤ max ≤ 1");
    }

    @Test
    void permutationsSortTheirKeys() {
        Space<List<String>> space = Space.permutation(List.of("a", "b", "c"));
        assertThat(space.decode(new double[] {2, -1, 0.5})).containsExactly("b", "c", "a");
        assertThat(space.initial()).containsExactly("a", "b", "c");
        assertThat(space.columns()).allMatch(c -> c.kind() == Kind.KEY && c.group() == 0);
        complains(() -> space.encode(List.of("a", "b")), "the value does not have each of [a, b, c] once. Maybe");
        complains(() -> space.fromJson(List.of("a", "b", "b")), "the value does not have each of");
    }

    private static void complains(org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String message) {
        assertThatIllegalArgumentException().isThrownBy(action).withMessageStartingWith(message);
    }
}
