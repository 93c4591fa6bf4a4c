package dev.fathom.space;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One space of every kind, by name.
final class Examples {

    enum Color {
        RED,
        GREEN,
        BLUE
    }

    sealed interface Optim permits Sgd, Adam {}

    record Sgd(@Between(low = 0, high = 1) double momentum) implements Optim {}

    record Adam(
            @Between(low = 0, high = 1) double beta,
            @Between(low = 1, high = 9) int warm) implements Optim {}

    record Net(
            @Log(low = 1e-5, high = 1e-1) double rate,
            @Between(low = 1, high = 64) int batch,
            @Between(low = -5, high = 5) long shift,
            Color color,
            @Ordered Color shade,
            @Options({"relu", "tanh", "gelu"}) String activation,
            boolean bias,
            double offset,
            @Size(3) @Between(low = -1, high = 1) double[] weights,
            @Size(2) List<Color> colors,
            Optim optim) {}

    private Examples() {}

    static Map<String, Space<?>> all() {
        Map<String, Space<?>> all = new LinkedHashMap<>();
        leaves(all);
        arrays(all);
        composites(all);
        return all;
    }

    private static void leaves(Map<String, Space<?>> all) {
        all.put("real", Space.real());
        all.put("real above", Space.real(2, Double.POSITIVE_INFINITY));
        all.put("real below", Space.real(Double.NEGATIVE_INFINITY, -1).step(0.3));
        all.put("real between", Space.real(0.1, 6.3));
        all.put("real from its bound", Space.real(0, 6).init(0).step(0.7));
        for (Transform transform : Transform.values()) {
            all.put("real " + transform, Space.real(-1.1, 3).init(0.3).transform(transform));
        }
        all.put("log", Space.log(1e-5, 0.1));
        all.put("log from", Space.log(1e-5, 0.1).init(0.003).step(0.5));
        all.put("integer", Space.integer());
        all.put("integer between", Space.integer(1, 20));
        all.put("integer wide", Space.integer(-2_000_000_000, 2_000_000_000));
        all.put("integer log", Space.integer(1, 1000).log());
        all.put("integer log from", Space.integer(1, 1000).log().init(7).step(0.4));
        all.put("integer from", Space.integer(1, 20).init(20).step(2));
        all.put("boolean", Space.bool());
        all.put("boolean from", Space.bool().init(true));
        all.put("choice of 1", Space.choice(List.of("only")));
        all.put("choice of 2", Space.choice(List.of("a", "b")).init("b"));
        all.put("choice of 3", Space.choice(List.of("a", 0.5, true)));
        all.put("choice from", Space.choice(List.of("a", "b", "c", "d")).init("c"));
        all.put("ordered", Space.ordered(List.of("low", "mid", "high")));
        all.put("ordered of 1", Space.ordered(List.of(3)));
        all.put("ordered from", Space.ordered(List.of(1, 2, 4, 8)).init(8));
        all.put("constant", Space.constant(17));
        all.put("subset", Space.subset(List.of("a", "b", "c", "d"), 1, 3));
        all.put("subset of fixed size", Space.subset(List.of("a", "b", "c", "d"), 2, 2));
        all.put("subset of all", Space.subset(List.of("a", "b"), 2, 2));
        all.put("permutation", Space.permutation(List.of("a", "b", "c", "d", "e")));
        all.put("permutation of 1", Space.permutation(List.of("a")));
    }

    private static void arrays(Map<String, Space<?>> all) {
        all.put("reals", Space.reals(4));
        all.put("integers", Space.integers(5, -3, 9));
        all.put(
                "integers from",
                Space.integers(4, 0, 20).shape(2, 2).init(1, 2, 3, 20).step(2));
        all.put("bits", Space.bits(6));
        all.put("reals between", Space.reals(4, -5, 5).init(1));
        all.put("reals from", Space.reals(3, -5, 5).init(-5, 0, 4.5));
        all.put("reals of their own", Space.reals(new double[] {0, 1}, new double[] {1, 3}));
        all.put("reals in two dimensions", Space.reals(6, 0, 1).shape(2, 3).transform(Transform.TANH));
        all.put("logs", Space.logs(2, 1, 100));
    }

    private static void composites(Map<String, Space<?>> all) {
        all.put("tuple", Space.tuple(Space.real(0, 1), Space.choice(List.of("a", "b", "c")), Space.bool()));
        all.put("empty tuple", Space.tuple());
        all.put("repeat", Space.repeat(3, Space.integer(1, 4)));
        all.put(
                "group",
                Space.group(
                        Space.log("rate", 1e-5, 1e-1),
                        Space.integer("batch", 1, 64),
                        Space.group(Space.bool("bias"), Space.reals(2).named("w"))
                                .named("inner")));
        all.put("conditional", conditional());
        all.put(
                "conditional in a conditional",
                Space.conditional(
                        Space.group(conditional().named("inner"), Space.real("z", 0, 1))
                                .named("deep"),
                        Space.group().named("flat")));
        all.put(
                "conditional of 3",
                Space.conditional(
                        Space.group(Space.real("a", 0, 1)).named("A"),
                        Space.group(Space.integer("b", 1, 5)).named("B"),
                        Space.group().named("C")));
        all.put("named", Space.real("x", 0, 1));
        all.put("constrained", Space.reals(2, 0, 1).where("a < b", v -> v[0] < v[1]));
        all.put("mapped", Space.real(0, 1).map(v -> "v" + v, s -> Double.parseDouble(s.substring(1))));
        all.put("record", Space.of(Net.class));
        all.put("enum", Space.of(Color.class));
        all.put("sealed", Space.of(Optim.class));
    }

    static Space<Map<String, Object>> conditional() {
        return Space.conditional(
                Space.group(Space.real("momentum", 0, 1)).named("sgd"),
                Space.group(Space.real("beta", 0, 1), Space.choice("kind", "p", "q", "r"))
                        .named("adam"));
    }
}
