package dev.fathom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.space.Space;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void tellsWhereTheRunStands() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Study.minimize(Space.reals(2, 1, 5), x -> x[0] > 4.5 ? Double.NaN : x[0] + x[1])
                .optimizer(new Toys.Walk())
                .budget(50)
                .observe(Progress.to(new PrintStream(bytes, true, StandardCharsets.UTF_8), Duration.ZERO))
                .run();
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(51);
        assertThat(text.lines().skip(50).findFirst().orElseThrow())
                .startsWith("50 of 50 evaluations, best ")
                .endsWith("; budget of 50 evaluations used up");
    }
}
