package dev.fathom.cli;

import static dev.fathom.cli.Captured.fathom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithms.mads.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadsTableTest {

    @Test
    void thePageOfTheDocumentationIsTheTable() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "mads-parameters.md")))
                .as("docs/mads-parameters.md; write it anew by: %s", MadsTable.COMMAND)
                .isEqualTo(fathom("explain", "mads", "--markdown").out());
    }

    @Test
    void everyParameterIsExplained() {
        String text = fathom("explain", "mads").out();
        assertThat(Parameters.all()).allSatisfy(p -> assertThat(text).contains("\n  " + p.name() + "  "));
        assertThat(text)
                .startsWith("Problem\n")
                .contains("  DIRECTION_TYPE  word per line, default ORTHO N+1 QUAD\n", "\n\nOther algorithms\n")
                .contains("    Values: a number between 0 and 1.");
    }

    @Test
    void partOfANameOrASubjectChooses() {
        assertThat(fathom("explain", "MADS", "quad").out())
                .contains("QUAD_MODEL_SEARCH", "QUAD_MODEL_OPTIMIZATION")
                .doesNotContain("RHO", "Mesh");
        assertThat(fathom("explain", "mads", "mesh").out()).contains("ANISOTROPIC_MESH", "MIN_FRAME_SIZE");
        Captured none = fathom("explain", "mads", "MAX_BB_EVALS");
        assertThat(none.code()).isEqualTo(Fathom.BAD_INPUT);
        assertThat(none.err()).contains("with 'MAX_BB_EVALS' in its name. Maybe MAX_BB_EVAL");
    }

    @Test
    void wordsBelongToMadsOnly() {
        assertThat(fathom("explain", "bbob:f1:i1:d2", "QUAD").err()).contains("the word QUAD belongs to");
        assertThat(fathom("explain", "--markdown").err()).contains("--markdown belongs to");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void linesFitTheWidth(int width) {
        assertThat(MadsTable.text("", width))
                .allSatisfy(lines -> assertThat(lines.lines())
                        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width)));
    }
}
