package dev.fathom.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.Study;
import dev.fathom.Toys;
import dev.fathom.space.Space;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusLinesTest {

    @Test
    void alignNamesAndNumbers() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Study.minimize(Space.reals(2, -5, 5), x -> x[0] * x[0])
                .optimizer(new Toys.Halves(10))
                .budget(50)
                .observe(StatusLines.to(out, Pace.every(2).afterFirst()))
                .run();
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(30);
        assertThat(lines)
                .filteredOn(line -> line.contains("iter"))
                .containsExactly("         iter : 1", "         iter : 3", "         iter : 5");
        assertThat(lines).filteredOn(String::isEmpty).hasSize(3);
        assertThat(lines).filteredOn(line -> !line.isEmpty()).allMatch(line -> line.indexOf(" : ") == 13);
        assertThat(lines.get(1)).isEqualTo("  evaluations : 10");
    }
}
