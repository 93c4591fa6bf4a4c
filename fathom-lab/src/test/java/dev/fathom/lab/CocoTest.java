package dev.fathom.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Outcome;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoTest {

    @TempDir
    private Path folder;

    /// The blocks of a data file, one per run: the lines after each header.
    private static List<List<String[]>> blocks(Path file) throws IOException {
        return Arrays.stream(Files.readString(file).split("% f evaluations[^\n]*\n"))
                .skip(1)
                .map(block -> block.lines().map(line -> line.split(" ")).toList())
                .toList();
    }

    @Test
    void logsTellTheSameAsRows() throws IOException {
        List<Finished> rows = Experiment.of(Problems.set("bbob"))
                .withFunctions(List.of("1", "20"))
                .withOptimizers("CMA")
                .withDimensions(List.of(2, 10))
                .withLogging(true)
                .run(folder, 2, Watcher.none());
        double[] targets = TestProblem.targets();
        for (Finished row : rows) {
            Run run = row.run();
            String stem = "coco/CMA/data_f" + run.function() + "/bbobexp_f" + run.function() + "_DIM" + run.dimension();
            List<List<String[]>> blocks = blocks(folder.resolve(stem + ".dat"));
            assertThat(blocks).hasSize(3);
            List<String[]> lines = blocks.get(run.instance() - 1);
            for (int j = 0; j < targets.length; j++) {
                double target = targets[j] * (1 + 1e-9);
                long first = lines.stream()
                        .filter(line -> Double.parseDouble(line[2]) <= target)
                        .mapToLong(line -> Long.parseLong(line[0]))
                        .findFirst()
                        .orElse(0);
                assertThat(first).isEqualTo(run.hits()[j]);
            }
            assertThat(lines.getLast()[0]).isEqualTo(String.valueOf(run.evaluations()));
            assertThat(lines.getFirst()).hasSize(run.dimension() == 2 ? 7 : 5);
        }
    }

    @Test
    void theInfoFileListsTheRuns() throws IOException {
        Experiment.of(Problems.set("bbob"))
                .withFunctions(List.of("1"))
                .withOptimizers("RandomSearch")
                .withDimensions(List.of(2, 5))
                .withBudgets(List.of(Allowance.perDimension(10), Allowance.perDimension(20)))
                .withLogging(true)
                .run(folder, 1, Watcher.none());
        List<String> lines =
                Files.readAllLines(folder.resolve("coco/RandomSearch-10D").resolve("bbobexp_f1.info"));
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0)).contains("suite = 'bbob', funcId = 1, DIM = 2,", "data_format = 'bbob-new2'");
        assertThat(lines.get(2)).matches("data_f1/bbobexp_f1_DIM2.dat, 1:20\\|\\S+, 2:20\\|\\S+, 3:20\\|\\S+");
        assertThat(lines.get(3)).isEmpty();
        assertThat(lines.get(6)).startsWith("data_f1/bbobexp_f1_DIM5.dat, 1:50|");
        assertThat(folder.resolve("coco/RandomSearch-20D/bbobexp_f1.info")).exists();
    }

    @Test
    void constraintsAreCountedAndShownAsDigits() throws IOException {
        Path file = folder.resolve("log");
        CocoTrace trace = new CocoTrace(file, 10, 1, 4);
        Outcome.Values first = Outcome.of(12).subjectTo(0.5, -1, 3, 1e-7);
        Outcome.Values second = Outcome.of(9).subjectTo(0, 0, 0, 0);
        trace.add(first, first, new double[] {1});
        trace.add(null, Outcome.failed("no value"), new double[] {2});
        trace.add(second, second, new double[] {3});
        trace.end();
        assertThat(Files.readAllLines(file).stream().filter(line -> !line.startsWith("%")))
                .containsExactly(
                        "0.0e+00",
                        "1 1 +5.500000100e+00 +1.200000000e+01 8091 +1.0000e+00",
                        "3 3 +0.000000000e+00 +9.000000000e+00 0000 +3.0000e+00",
                        "---",
                        "1 1 +5.500000100e+00 +1.200000000e+01 8091 +1.0000e+00",
                        "2 2 +5.500000100e+00 +2.000000000e+21 9999 +2.0000e+00",
                        "3 3 +0.000000000e+00 +9.000000000e+00 0000 +3.0000e+00");
    }

    @Test
    void otherProblemsHaveNoSuchLog() {
        Experiment experiment = Experiment.of(Problems.set("classic"))
                .withDimensions(List.of(2))
                .withLogging(true);
        assertThatThrownBy(() -> experiment.run(folder, 1, Watcher.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe leave them out?");
    }
}
