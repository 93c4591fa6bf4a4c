package dev.fathom.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {

    private static final String HEADER = """
            {"fathom":"journal","format":1,"version":"0.1.0","space":{"a":{"type":"real"}},"goal":{"directions":["minimize"],"constraints":1,"noisy":false},"optimizer":"DE","budget":null,"workers":2,"seed":3,"asynchronous":false}
            """;

    @Test
    void readsEveryKindOfLine() {
        Journal journal = JournalReader.parse("run", HEADER + """
                {"suggest":{"a":9},"asked":0}
                {"told":{"a":7},"asked":0,"loss":4.5,"at":0.0}
                {"id":0,"asked":2,"parameters":{"a":1},"loss":1.5,"constraints":[-1.0,0.25],"at":0.5,"seconds":0.25}
                {"id":1,"asked":3,"parameters":{"a":2},"failed":"timed out after 30 s","at":0.75,"seconds":30}
                {"stopped":"budget of 2 evaluations used up"}
                """);

        assertThat(journal.header()).containsEntry("optimizer", "DE").containsEntry("budget", null);
        assertThat(journal.told()).singleElement().satisfies(told -> {
            assertThat(told.id()).isEqualTo(-1);
            assertThat(told.losses()).containsExactly(4.5);
            assertThat(told.seconds()).isNaN();
        });
        JournalResult result = journal.results().getFirst();
        assertThat(result.parameters()).isEqualTo(Map.of("a", 1));
        assertThat(result.losses()).containsExactly(1.5);
        assertThat(result.violation()).isEqualTo(0.25);
        assertThat(result.isFeasible()).isFalse();
        assertThat(result.seconds()).isEqualTo(0.25);
        assertThat(journal.results().get(1).failed()).contains("timed out after 30 s");
        assertThat(journal.failures()).isEqualTo(1);
        assertThat(journal.elapsed()).isEqualTo(0.75);
        assertThat(journal.stopped()).contains("budget of 2 evaluations used up");
        assertThat(journal.torn()).isFalse();
    }

    @Test
    void dropsATornLastLine() {
        String whole = HEADER + "{\"id\":0,\"asked\":1,\"parameters\":3,\"loss\":[1,2]}\n";
        for (String tail :
                List.of("{\"id\":1,\"asked\":2,\"par", "{\"id\":1,\"ask\n", "{\"id\":1,\"parameters\":4,\"loss\":1}")) {
            Journal journal = JournalReader.parse("run", whole + tail);
            assertThat(journal.results()).as(tail).hasSize(1);
            assertThat(journal.results().getFirst().losses()).containsExactly(1.0, 2.0);
            assertThat(journal.torn()).as(tail).isTrue();
        }
    }

    @Test
    void saysWhichLineIsDamaged() {
        assertThatThrownBy(() -> JournalReader.parse("net.journal", HEADER + "{\"id\":0,\n{\"stopped\":\"done\"}\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2 of the journal net.journal is damaged")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> JournalReader.parse("run", HEADER + "{\"id\":0,\"parameters\":1,\"loss\":\"low\"}\n"))
                .hasMessageContaining("'low' is not a number");
        assertThatThrownBy(() -> JournalReader.parse("run", HEADER + "{\"id\":0,\"parameters\":1}\n"))
                .hasMessageContaining("neither 'loss' nor 'failed'");
    }

    @Test
    void refusesOtherFiles(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("notes.txt");
        for (String text : List.of("", "hello\n", "{\"name\":1}\n", "[1]\n", HEADER.strip())) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> JournalReader.read(file))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("notes.txt is not a journal of Fathom. Maybe");
        }
        assertThatThrownBy(() -> JournalReader.parse("run", HEADER.replace("\"format\":1", "\"format\":2")))
                .hasMessageContaining("format 2");
    }
}
