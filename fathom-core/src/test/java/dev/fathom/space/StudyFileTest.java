package dev.fathom.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyFileTest {

    /// A map in the order of its arguments.
    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    @Test
    void readsTheTopLevelAsMembers() {
        Space<?> space = Space.parse(map(
                "rate", map("type", "log", "low", 1e-5, "high", 1e-1),
                "layers", map("type", "integer", "low", 1, "high", 8L),
                "kind", map("type", "choice", "values", List.of("relu", "tanh")),
                "level", map("type", "ordered", "values", List.of("low", "mid", "high")),
                "weights", map("type", "real", "low", -5, "high", new BigDecimal("5"), "shape", List.of(2, 2)),
                "flag", map("type", "boolean"),
                "seed", map("type", "constant", "value", 7),
                "parts", map("type", "subset", "values", List.of("a", "b", "c"), "min", 1, "max", 3),
                "order", map("type", "permutation", "values", List.of(1, 2)),
                "pair", map("type", "tuple", "items", List.of(map("type", "real"), map("type", "boolean"))),
                "inner", map("type", "group", "space", map("x", map("type", "real"))),
                "optim",
                        map(
                                "type",
                                "conditional",
                                "options",
                                map("sgd", map("momentum", map("type", "real")), "adam", map()))));
        assertThat(initialJson(space))
                .isEqualTo(map(
                        "rate",
                        0.001,
                        "layers",
                        4,
                        "kind",
                        "relu",
                        "level",
                        "mid",
                        "weights",
                        List.of(List.of(0.0, 0.0), List.of(0.0, 0.0)),
                        "flag",
                        false,
                        "seed",
                        7,
                        "parts",
                        List.of("a"),
                        "order",
                        List.of(1, 2),
                        "pair",
                        List.of(0.0, false),
                        "inner",
                        map("x", 0.0),
                        "optim",
                        map("type", "sgd", "momentum", 0.0)));
        assertThat(Space.parse(space.describe()).describe()).isEqualTo(space.describe());
        assertThat(space.columns())
                .extracting(Column::name)
                .contains("rate", "weights[1][0]", "parts=b", "order[1]", "pair[0]", "inner.x", "optim.sgd.momentum");
    }

    private static <T> Object initialJson(Space<T> space) {
        return space.toJson(space.initial());
    }

    @Test
    void describesInTheSameForm() {
        assertThat(Space.log(1e-5, 1e-1).describe()).isEqualTo(map("type", "log", "low", 1e-5, "high", 1e-1));
        assertThat(Space.reals(10, -5, 5).describe())
                .isEqualTo(map("type", "real", "low", -5.0, "high", 5.0, "shape", List.of(10)));
        assertThat(Space.real(0, 1).init(0.25).step(2).transform(Transform.TANH).describe())
                .isEqualTo(
                        map("type", "real", "low", 0.0, "high", 1.0, "init", 0.25, "step", 2.0, "transform", "tanh"));
        assertThat(Space.integer(1, 8).log().init(3).describe())
                .isEqualTo(map("type", "integer", "low", 1, "high", 8, "log", true, "init", 3));
        assertThat(Examples.conditional().describe().keySet()).containsExactly("type", "options");
        assertThat(Space.reals(new double[] {0, 1}, new double[] {2, 2}).describe())
                .isEqualTo(map("type", "real", "low", List.of(0.0, 1.0), "high", 2.0, "shape", List.of(2)));
    }

    @Test
    void readsNumbersWrittenAsText() {
        assertThat(Space.parse(map("type", "log", "low", "1e-5", "high", "1e-1"))
                        .describe())
                .isEqualTo(Space.log(1e-5, 1e-1).describe());
    }

    @Test
    void takesOptionalKeys() {
        assertThat(Space.parse(map("type", "integer", "low", 1, "high", 9, "log", false, "init", 2))
                        .initial())
                .isEqualTo(2);
        assertThat(Space.parse(map("type", "choice", "values", List.of(1, 2, 3), "init", 3.0))
                        .initial())
                .isEqualTo(3);
        assertThat(Space.parse(map("type", "boolean", "init", true)).initial()).isEqualTo(true);
        assertThat(Space.parse(map("type", "real", "shape", List.of(2), "init", List.of(1, 2)))
                        .initial())
                .isEqualTo(new double[] {1, 2});
        assertThat(Space.parse(map("type", "subset", "values", List.of(1, 2))).describe())
                .containsEntry("min", 0)
                .containsEntry("max", 2);
        assertThat(Space.parse(map("type", "real", "low", 0))
                        .columns()
                        .getFirst()
                        .low())
                .isZero();
        assertThat(Space.parse(map("x", map("type", "real"))).describe()).containsEntry("type", "group");
    }

    @Test
    void complainsByThePathOfTheParameter() {
        complains(map("type", "flot"), "x: there is no type 'flot'. Maybe one of [real, log, ");
        complains(map("low", 1), "x: type is missing. Maybe");
        complains(map("type", 3), "x: type 3 is not text but a number");
        complains(map("type", "real", "lo", 1), "x: type real has no 'lo'. Maybe one of [low, high, ");
        complains(map("type", "log", "high", 1), "x: low is missing. Maybe");
        complains(map("type", "integer", "high", 1), "x: low is missing. Maybe");
        complains(map("type", "integer", "low", 1), "x: high is missing. Maybe");
        complains(map("type", "real", "low", 2, "high", 1), "x: low 2.0 is not below high 1.0. Maybe");
        complains(map("type", "real", "low", "two"), "x: 'two' is not a number");
        complains(map("type", "log", "low", 0, "high", 1), "x: low 0.0 is not positive");
        complains(map("type", "real", "low", 0, "high", 1, "init", 2), "x: init 2.0 is not a number within 0.0 … 1.0");
        complains(
                map("type", "real", "low", 0, "high", 1, "transform", "bend"),
                "x: there is no transform 'bend'. Maybe");
        complains(map("type", "integer", "low", 1.5, "high", 3), "x: 1.5 is not a whole number");
        complains(map("type", "integer", "low", 1, "high", 3, "log", "yes"), "x: yes is neither true nor false");
        complains(map("type", "choice", "values", List.of()), "x: there are no values");
        complains(map("type", "choice", "values", "a"), "x.values: a is not a list but text");
        complains(map("type", "choice", "values", Arrays.asList("a", null)), "x: one of the values is null");
        complains(map("type", "choice", "values", List.of("a", "a")), "x: value a is given twice");
        complains(map("type", "choice", "values", List.of("a", "b"), "init", "c"), "x.init: value c is none of [a, b]");
        complains(map("type", "constant"), "x: value is missing");
        complains(map("type", "subset", "values", List.of(1), "min", 2), "x: min 2 and max 1 do not fit");
        complains(map("type", "real", "shape", List.of(0)), "x: shape [0] is empty");
        complains(map("type", "real", "shape", List.of(2), "init", List.of(1)), "x[0].init: a list has 1 members");
        complains(
                map("type", "real", "shape", List.of(2), "low", 0, "high", List.of(1, 0)),
                "x[1]: low 0.0 is not below");
        complains(
                map("type", "tuple", "items", List.of(map("type", "real"), map("type", "y"))),
                "x[1]: there is no type");
        complains(map("type", "group", "space", map("y", map("type", "z"))), "x.y: there is no type 'z'");
        complains(
                map("type", "group", "space", java.util.Collections.singletonMap("y", null)),
                "x.y: the description is missing");
        complains(
                map("type", "group", "space", map(" ", map("type", "real"))),
                "x: parameter number 0 has an empty name");
        complains(
                map("type", "conditional", "options", map("a", map("b", map("type", "log")))), "x.a.b: low is missing");
        complains(map("type", "conditional", "options", map()), "x: there are no values to choose from");
        complains(
                map("type", "conditional", "options", map("a", map("type", map("type", "real")))),
                "x: option a has a parameter 'type'");
        complains(map("type", "repeat", "count", 0, "item", map("type", "real")), "x: count 0 is less than 1");
        complains(map("type", "repeat", "count", 1, "item", map("type", "r")), "x.item: there is no type 'r'");
        complains(List.of(), "x: [] is not a map but a list");
    }

    private static void complains(Object description, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Space.parse(map("x", description)))
                .withMessageStartingWith(message);
    }
}
