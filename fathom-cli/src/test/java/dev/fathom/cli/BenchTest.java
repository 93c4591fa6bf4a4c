package dev.fathom.cli;

import static dev.fathom.cli.Captured.fathom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.lab.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

    @TempDir
    private Path folder;

    private Captured bench(Object... more) {
        List<Object> words = new ArrayList<>(List.of(
                "bench",
                "bbob",
                "--functions",
                "f1,8-9",
                "--dims",
                "2,5",
                "--instances",
                "1-2",
                "--optimizers",
                "CMA,DE",
                "--budget",
                "10,20",
                "--out",
                folder.resolve("out")));
        words.addAll(List.of(more));
        return fathom(words.toArray());
    }

    private static String withoutSeconds(String row) {
        String[] cells = row.split(",");
        cells[7] = "";
        return String.join(",", cells);
    }

    @Test
    void writesRowsAndGoesOn() throws IOException {
        Captured first = bench("--threads", 2);
        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("optimizer", "targets reached", "runs.csv");
        assertThat(first.err()).contains("48 of 48 runs, 100 % of the budget");
        List<String> lines = Files.readAllLines(folder.resolve("out/runs.csv"));
        assertThat(lines).hasSize(49).startsWith(Run.HEADER);
        Captured again = bench();
        assertThat(again.err()).contains("48 of 48 runs are there already");
        assertThat(Files.readAllLines(folder.resolve("out/runs.csv"))).isEqualTo(lines);
        assertThat(bench("--seed", 2).err()).contains("holds another experiment", "'seed: 1'", "Maybe");
        assertThat(bench("--seed", 2).code()).isEqualTo(Fathom.BAD_INPUT);
        assertThat(bench("--quiet").err()).isEmpty();
    }

    @Test
    void repeatsOneRun() throws IOException {
        bench("--quiet");
        List<String> rows = Files.readAllLines(folder.resolve("out/runs.csv")).stream()
                .map(BenchTest::withoutSeconds)
                .toList();
        Captured only = bench("--only", "DE/bbob:f9:i2:d5/50/0");
        assertThat(only.code()).isZero();
        assertThat(only.out().lines().map(BenchTest::withoutSeconds)).hasSize(2).isSubsetOf(rows);
        assertThat(only.out()).contains("DE,5,9,2,10,");
        assertThat(bench("--only", "DE/bbob:f9:i2:d5/51/0").err()).contains("not in the plan");
    }

    @Test
    void simulatesWorkersAndLogs() throws IOException {
        Captured logged = bench("--workers", 4, "--durations", "exponential", "--batches", "--coco", "--quiet");
        assertThat(logged.code()).isZero();
        assertThat(Files.readString(folder.resolve("out/experiment.txt")))
                .contains("workers: 4 workers, exponential durations, in batches");
        assertThat(folder.resolve("out/coco/CMA-10D/data_f8/bbobexp_f8_DIM5.tdat"))
                .exists();
    }

    @Test
    void explainsMistakes() {
        assertThat(fathom("bench", "bbobb").err()).contains("unknown set of problems 'bbobb'. Maybe bbob");
        assertThat(fathom("bench", "bbob", "--optimizers", "CMMA").err()).contains("'CMMA'", "Maybe CMA");
        assertThat(fathom("bench", "bbob", "--functions", "25").err()).contains("no function '25'");
        assertThat(fathom("bench", "bbob", "--dims", "two").err()).contains("--dims: 'two'", "Maybe");
        assertThat(fathom("bench", "bbob", "--instances", "3-1").err()).contains("--instances: the range 3-1");
        assertThat(bench("--evaluations", 100).err()).contains("--budget stands beside --evaluations");
        assertThat(fathom("bench", "classic", "--coco", "--out", folder.resolve("c"))
                        .err())
                .contains("COCO", "Maybe");
        assertThat(folder.resolve("c")).doesNotExist();
        assertThat(fathom("bench").out()).contains("Examples:", "overhead", "problems");
        assertThat(fathom("bench", "problems", "--functions", "bbob:f99").err()).contains("f in ", "99");
        assertThat(fathom("bench", "problems", "--iterations", 1).err()).contains("--iterations must be at least 2");
    }

    @Test
    void refusesWhatItWouldOtherwiseIgnore() throws IOException {
        assertThat(fathom("bench", "engineering", "--dims", "2").err())
                .contains("--dims: every function of engineering");
        assertThat(fathom("bench", "classic", "--instances", "2").err())
                .contains("--instances: the functions of classic");
        assertThat(bench("--named", "Foo").err()).contains("--named: no file of --with has an algorithm 'Foo'");
        assertThat(fathom("bench", "bbob", "--instances", "0").err())
                .contains("is 0, but must be a whole number from 1");
        Path file = Files.writeString(folder.resolve("file"), "text");
        Captured unwritable = fathom("bench", "bbob", "--functions", 1, "--dims", 2, "--budget", 5, "--out", file);
        assertThat(unwritable.err()).contains("--out: the folder " + file + " cannot be written", "Maybe");
        assertThat(unwritable.code()).isEqualTo(Fathom.BAD_INPUT);
        assertThat(fathom("bench", "bbob", "--with", folder).err()).contains("--with", folder + "] cannot be read");
    }

    /// PyTorch is there or it is not; either way the answer is clear.
    @Test
    void devicesAreMeasuredWherePyTorchIsFound() {
        Captured run = fathom("bench", "devices", "--populations", 50, "--problem", 3, "--json");
        if (run.code() == 0) {
            assertThat(run.out()).contains("\"optimizer\"", "\"SNES\"", "\"share_of_floor\"");
        } else {
            assertThat(run.code()).isEqualTo(Fathom.BAD_INPUT);
            assertThat(run.err()).contains("PyTorch", "Maybe");
        }
        assertThat(fathom("bench", "devices", "--populations", 1).err()).contains("must be at least 2", "[1]");
        assertThat(fathom("bench", "devices", "--on", "tpu").err()).contains("no device tpu", "Maybe cpu, cuda");
    }

    @Test
    void functionsAreCalledWithoutTheirSettings() throws IOException {
        Captured run = fathom(
                "bench",
                "noisy",
                "--functions",
                "sphere,ACKLEY",
                "--dims",
                2,
                "--budget",
                3,
                "--no-report",
                "--out",
                folder.resolve("noisy"));
        assertThat(run.code()).isZero();
        assertThat(Files.readAllLines(folder.resolve("noisy/runs.csv")))
                .hasSize(5)
                .anyMatch(row -> row.contains(",sphere:noise1:rotate1:"));
    }

    @Test
    void problemsAreStudies() {
        Captured run = fathom(
                "run", "bbob:f8:i3:d2", "--budget", 30, "--quiet", "--json", "--journal", folder.resolve("a.journal"));
        assertThat(run.code()).isZero();
        assertThat(run.object().get("evaluations")).isEqualTo(30);
        assertThat(fathom("explain", "bbob:f8:i3:d10", "--budget", 20).out()).contains("budget/d = 2");
        assertThat(fathom("run", "bbbob:f8", "--budget", 30).err()).contains("unknown problem 'bbbob'. Maybe bbob");
        assertThat(fathom("run", "bbob:f99", "--budget", 30).err()).contains("f in ", "99");
        assertThat(fathom("run", "study", "--budget", 30).err()).contains("there is no file study");
    }

    @Test
    void severalObjectivesOfAProblemEndInAFront() {
        Captured run = fathom("run", "zdt1:d2", "--budget", 30, "--quiet", "--journal", folder.resolve("b.journal"));
        assertThat(run.out()).contains("settings that no other beats").doesNotContain("best setting", "loss  ");
    }

    @Test
    void listsSets() {
        assertThat(fathom("list", "problems").out()).contains("sets, for fathom bench:", "24 functions");
        assertThat((List<?>) fathom("list", "problems", "--json").json()).anySatisfy(item -> {
            Map<?, ?> set = (Map<?, ?>) item;
            assertThat(set.get("name")).isEqualTo("bbob");
            assertThat(set.get("kind")).isEqualTo("set");
            assertThat(set.get("instances")).isEqualTo(15);
        });
    }

    @Test
    void severalLossesAndConstraintsAreEvaluated() {
        String point = "0 0";
        assertThat(OtherCommandsTest.evaluate("bbob-biobj:f10:i1:d2", point).out())
                .matches("\\S+ \\S+\n");
        assertThat(OtherCommandsTest.evaluate("bbob-constrained:f8:i1:d2", point)
                        .out())
                .matches("\\S+ \\| \\S+ \\S+ \\S+\n");
    }
}
