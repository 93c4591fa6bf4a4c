package dev.fathom.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithms.genetic.Nsga2;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GenerationsTest {

    @Test
    void printsALineForEachPopulation() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new Generations<>(new Halving(10), Substrates.float32().deviceNoise(), Task.rastrigin(5))
                    .table(1000, "a small one", out);
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(3);
        assertThat(text).contains("Rastrigin-5", "float32, noise of the device", "      1000 ");
    }

    @Test
    void theFloorIsThreePassesOverThePoints() {
        Generations.Measured m =
                new Generations<>(new Halving(10), Substrates.float32(), Task.rastrigin(20)).measure(2000);
        assertThat(m.rows()).isEqualTo(2000);
        assertThat(m.floor()).isPositive();
        assertThat(m.generation()).isPositive();
        assertThat(m.bandwidth() * m.floor()).isCloseTo(3.0 * 2000 * 20 * 4, within(1e-3));
    }

    @Test
    void measuresSeveralObjectives() {
        Generations.Measured m = new Generations<>(new Nsga2(), Substrates.float32(), Task.of("kursawe")).measure(300);
        assertThat(m.rows()).isEqualTo(300);
        assertThat(m.study()).isPositive();
    }

    @Test
    void refusesWhatItCannotMeasure() {
        Substrates.float32();
        assertThatThrownBy(() -> Generations.main(new String[] {"tpu"})).hasMessageContaining("no device tpu");
        assertThatThrownBy(() -> Generations.main(new String[] {"cpu", "10", "RandomSearch"}))
                .hasMessageContaining("not written over tensors");
        assertThatThrownBy(() -> Generations.main(new String[] {"cpu", "10", "SNES", "sphere"}))
                .hasMessageContaining("no problem sphere");
    }
}
