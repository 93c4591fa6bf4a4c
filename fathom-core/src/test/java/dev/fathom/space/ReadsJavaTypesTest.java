package dev.fathom.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fathom.space.Examples.Adam;
import dev.fathom.space.Examples.Color;
import dev.fathom.space.Examples.Net;
import dev.fathom.space.Examples.Optim;
import dev.fathom.space.Examples.Sgd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadsJavaTypesTest {

    record Started(
            @Init(0.25) @Between(low = 0, high = 1) double share,
            @Init(7) @Between(low = 1, high = 9) int count,
            @Init(100) @Log(low = 1, high = 1000) int width,
            @Init(option = "BLUE") Color color,
            @Init(option = "true") boolean on,
            @Init(option = "b") @Options({"a", "b"}) String text,
            @Init(2) @Size(2) double[] weights) {}

    record Unbounded(int count) {}

    record Unsized(double[] weights) {}

    record Free(String text) {}

    record Wrong(@Between(low = 0, high = 1) boolean on) {}

    record Fraction(@Between(low = 0.5, high = 3) int count) {}

    record Exchanged(@Between(low = 3, high = 1) double rate) {}

    record Both(
            @Between(low = 0, high = 1) @Log(low = 1, high = 2)
            double rate) {}

    record Misspelled(@Init(option = "PINK") Color color) {}

    record Unnumbered(@Init(option = "x") double rate) {}

    record Endless(double x, List2 inner) {}

    record List2(@Size(2) List<Endless> inner) {}

    record Deep(Exchanged inner) {}

    record Raw(@Size(2) List<? extends Color> colors) {}

    record Other(Thread thread) {}

    sealed interface Typed permits WithType {}

    record WithType(double type) implements Typed {}

    sealed interface Odd permits OddClass {}

    static final class OddClass implements Odd {}

    @Test
    void aRecordIsAGroupOfItsComponents() {
        Space<Net> space = Space.of(Net.class);
        assertThat(space.columns())
                .extracting(Column::name)
                .startsWith("rate", "batch", "shift", "color=RED", "color=GREEN", "color=BLUE", "shade")
                .contains(
                        "activation=gelu",
                        "bias",
                        "offset",
                        "weights[2]",
                        "colors[1]=RED",
                        "optim",
                        "optim.Sgd.momentum")
                .endsWith("optim.Adam.beta", "optim.Adam.warm");
        assertThat(space.columns().getLast().group()).isEqualTo(16);
        Net net = space.initial();
        assertThat(net.rate()).isEqualTo(0.001);
        assertThat(net.batch()).isEqualTo(32);
        assertThat(net.shift()).isZero();
        assertThat(net.color()).isEqualTo(Color.RED);
        assertThat(net.shade()).isEqualTo(Color.GREEN);
        assertThat(net.activation()).isEqualTo("relu");
        assertThat(net.weights()).containsExactly(0, 0, 0);
        assertThat(net.colors()).containsExactly(Color.RED, Color.RED);
        assertThat(net.optim()).isEqualTo(new Sgd(0.5));
    }

    @Test
    void aSealedInterfaceIsAConditionalSpace() {
        Space<Optim> space = Space.of(Optim.class);
        Optim adam = new Adam(0.25, 3);
        assertThat(space.decode(space.encode(adam))).isEqualTo(adam);
        assertThat(space.toJson(adam)).isEqualTo(Map.of("type", "Adam", "beta", 0.25, "warm", 3));
        assertThat(space.fromJson(Map.of("type", "Sgd", "momentum", 1))).isEqualTo(new Sgd(1));
        assertThat(space.decode(new double[] {-1, 3, 0, 0})).isEqualTo(new Sgd(1));
    }

    @Test
    void annotationsSetTheStart() {
        Space<Started> space = Space.of(Started.class);
        Started value = space.initial();
        assertThat(value.share()).isEqualTo(0.25);
        assertThat(value.count()).isEqualTo(7);
        assertThat(value.width()).isEqualTo(100);
        assertThat(value.color()).isEqualTo(Color.BLUE);
        assertThat(value.on()).isTrue();
        assertThat(value.text()).isEqualTo("b");
        assertThat(value.weights()).containsExactly(2, 2);
    }

    @Test
    void constraintsReachIntoRecords() {
        Space<Sgd> space = Space.of(Sgd.class).subjectTo("momentum <= 0.5", v -> v.momentum() - 0.5);
        Constraint<List<Sgd>> lifted = Space.repeat(2, space).constraints().get(1);
        assertThat(lifted.name()).isEqualTo("[1].momentum <= 0.5");
        assertThat(lifted.allows(List.of(new Sgd(1), new Sgd(0.5)))).isTrue();
        assertThat(lifted.violation().applyAsDouble(List.of(new Sgd(0), new Sgd(0.75))))
                .isEqualTo(0.25);
    }

    @Test
    void complains() {
        complains(Unbounded.class, "count: the bounds of an int are missing. Maybe @Between(low = 1, high = 10)?");
        complains(Unsized.class, "weights: the number of elements is missing. Maybe @Size(10)?");
        complains(Free.class, "text: a String says nothing about what to search. Maybe @Options");
        complains(Wrong.class, "on: @Between does not suit boolean. Maybe");
        complains(Fraction.class, "count: 0.5 is not a whole number");
        complains(Exchanged.class, "rate: low 3.0 is not below high 1.0. Maybe");
        complains(Deep.class, "inner.rate: low 3.0 is not below high 1.0. Maybe");
        complains(Both.class, "rate: there are both @Between and @Log. Maybe");
        complains(Misspelled.class, "color: @Init(option = \"PINK\") is none of [RED, GREEN, BLUE]. Maybe");
        complains(Unnumbered.class, "rate: @Init of a number has no number. Maybe");
        complains(Endless.class, "Endless contains itself. Maybe");
        complains(Raw.class, "does not say of what. Maybe List<SomeRecord>?");
        complains(Other.class, "thread: java.lang.Thread says nothing about what to search. Maybe");
        complains(Typed.class, "WithType: a component 'type' of an option would hide the name");
        complains(Odd.class, "OddClass, an option of");
        complains(Object.class, "java.lang.Object says nothing about what to search");
    }

    @Test
    void complainsOfRecordsItCannotReach() throws ClassNotFoundException {
        Class<?> hidden = Class.forName("java.util.stream.Collectors$CollectorImpl");
        assertThat(hidden.isRecord()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordSpace<>(
                        hidden, java.util.Collections.nCopies(hidden.getRecordComponents().length, Space.real())))
                .withMessageContaining("is not accessible. Maybe write 'opens java.util.stream to dev.fathom.core;'");
    }

    @Test
    void complainsOfValuesByTheirPath() {
        Space<Optim> space = Space.of(Optim.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Space.group(space.named("optim")).encode(Map.of("optim", new Sgd(2))))
                .withMessageStartingWith("optim.Sgd.momentum: value 2.0 is not a number within 0.0 … 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Space.group(Space.real("x", 0, 1)).encode(Map.of("x", "much")))
                .withMessageStartingWith("x: value much of type String does not suit");
    }

    private static void complains(Class<?> type, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Space.of(type)).withMessageContaining(message);
    }
}
