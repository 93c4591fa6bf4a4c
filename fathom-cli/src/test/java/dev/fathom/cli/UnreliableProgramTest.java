package dev.fathom.cli;

import static dev.fathom.cli.Captured.fathom;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that dies, hangs, babbles, returns NaN or reports an error in one evaluation of five.
class UnreliableProgramTest {

    /// Answers |x - 3| + 1 in whole numbers; the last digits of the id decide on what goes wrong.
    private static final String WORKER = """
            while read -r line; do
              id=$(printf %s "$line" | sed 's/.*"id":\\([0-9]*\\).*/\\1/')
              n=$(printf %s "$line" | sed 's/.*"n":\\(-\\{0,1\\}[0-9]*\\).*/\\1/')
              case $((id % 25)) in
                3) kill -9 $$ ;;
                8) echo "Segmentation fault, almost"; continue ;;
                13) echo "{\\"id\\":$id,\\"loss\\":\\"NaN\\"}"; continue ;;
                18) sleep 60 ;;
                23) echo "{\\"id\\":$id,\\"status\\":\\"error\\",\\"reason\\":\\"no licence\\"}"; continue ;;
              esac
              d=$((n - 3)); [ $d -ge 0 ] || d=$((-d))
              echo "{\\"id\\":$id,\\"loss\\":$((d + 1))}"
            done
            """;

    @TempDir
    Path folder;

    @Test
    void endsWithAGoodPointAndAJournalOfEveryFailure() throws IOException {
        Shell.require();
        Files.writeString(folder.resolve("worker.sh"), WORKER);
        Path study = Files.writeString(folder.resolve("chaos.yaml"), """
                space: {n: {type: integer, low: -50, high: 50}}
                objective: {worker: "sh worker.sh"}
                optimizer: DE
                budget: 150
                workers: 4
                timeout: 500ms
                """);
        Path journal = folder.resolve("chaos.journal");
        Map<?, ?> json = fathom("run", study, "--journal", journal, "--json").object();
        assertThat(json.get("evaluations")).isEqualTo(150);
        assertThat(json.get("failures")).isEqualTo(30);
        assertThat(String.valueOf(json.get("loss"))).isEqualTo("1.0");
        assertThat(json.get("best")).isEqualTo(Map.of("n", 3));

        List<String> failed = Files.readAllLines(journal).stream()
                .filter(line -> line.contains("\"failed\":"))
                .toList();
        assertThat(failed).hasSize(30);
        assertThat(failed).filteredOn(line -> line.contains("exit code 137")).hasSize(6); // killed
        assertThat(failed)
                .filteredOn(line -> line.contains("Segmentation fault, almost"))
                .hasSize(6);
        assertThat(failed).filteredOn(line -> line.contains("NaN")).hasSize(6);
        assertThat(failed)
                .filteredOn(line -> line.contains("timed out after 0.5 s"))
                .hasSize(6);
        assertThat(failed).filteredOn(line -> line.contains("no licence")).hasSize(6);
    }
}
