package dev.fathom.cli;

import static dev.fathom.cli.Captured.fathom;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NomadRunTest {

    /// Minimizes (n - 3)² + k with n ≤ 5, k at least 2; a third output is of no meaning.
    private static final String BOX =
            "read n k rest < \"$1\"; echo $(( (n - 3) * (n - 3) + k )) $(( n - 5 )) $(( 2 - k )) $(( n + k ))";

    private static final String PARAMETERS = """
            DIMENSION 2
            BB_EXE bb.sh
            BB_INPUT_TYPE * I
            BB_OUTPUT_TYPE OBJ PB EB NOTHING
            LOWER_BOUND ( -20 0 )
            UPPER_BOUND ( 20 9 )
            X0 ( 15 6 )
            MAX_BB_EVAL 40
            """;

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void prepare() throws IOException {
        Shell.require();
        journal = folder.resolve("run.journal");
        box(BOX);
    }

    private void box(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bb.sh"), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Captured run(String parameters, Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve("param.txt"), parameters);
        List<Object> args = new ArrayList<>(List.of("run", "--nomad", file, "--journal", journal));
        args.addAll(Arrays.asList(more));
        return fathom(args.toArray());
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void findsTheBestPoint() throws IOException {
        Map<?, ?> result = run(PARAMETERS, "--json").object();
        assertThat(result.get("optimizer")).isEqualTo("MADS");
        assertThat(result.get("best")).hasToString("{x0=3, x1=2}");
        assertThat(result.get("loss")).isEqualTo(2.0);
        assertThat(result.get("violation")).isEqualTo(0.0);
        assertThat((Integer) result.get("evaluations")).isLessThanOrEqualTo(40);
        assertThat(Files.readAllLines(journal).get(1)).contains("\"x0\":15", "\"x1\":6");
    }

    @Test
    void tellsPeopleTheSame() throws IOException {
        Captured run = run(PARAMETERS);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("best setting", "  x0  3", "  x1  2", "loss         2");
        assertThat(run.err()).contains("of 40 evaluations, best 2");
    }

    @Test
    void filesAreWrittenBesideTheParameterFile() throws IOException {
        run(PARAMETERS + """
                SEED 7
                STATS_FILE stats.txt BBE ( SOL ) OBJ CONS_H
                HISTORY_FILE history.txt
                SOLUTION_FILE best
                CACHE_FILE cache.txt
                """);
        assertThat(read("history.7.txt").lines().findFirst()).hasValue("15 6 150 10 -4 21");
        assertThat(read("stats.7.txt").lines().findFirst()).hasValue("1 ( 15 6 ) 150 100");
        assertThat(read("stats.7.txt").lines().reduce((a, b) -> b).orElse("")).endsWith("( 3 2 ) 2 0");
        assertThat(read("best.7")).isEqualTo("3 2 2 -2 0 5\n");
        assertThat(read("cache.txt"))
                .startsWith("CACHE_HITS 0\nBB_OUTPUT_TYPE OBJ PB EB NOTHING\n")
                .contains("( 15 6 ) EVAL_OK ( 150 10 -4 21 )");
        assertThat(read("cache.txt").lines().count() - 2)
                .isEqualTo(read("history.7.txt").lines().count());
    }

    @Test
    void namesKeepWithoutTheSeed() throws IOException {
        run(PARAMETERS
                + "ADD_SEED_TO_FILE_NAMES no\nHISTORY_FILE history.txt\nSOLUTION_FILE_FINAL yes\nSOLUTION_FILE s");
        assertThat(read("history.txt")).isNotEmpty();
        assertThat(read("s")).isEqualTo("3 2 2 -2 0 5\n");
    }

    @Test
    void statisticsTakeThePlaceOfTheProgressWhereTheFileAsksForThem() throws IOException {
        String err =
                run(PARAMETERS + "DISPLAY_STATS BBE OBJ MESH_SIZE\nUSE_IBEX no").err();
        assertThat(err)
                .contains("USE_IBEX has no effect here", "MESH_SIZE of the statistics is not known here and shown as -")
                .contains("\n1 150 -\n")
                .doesNotContain("evaluations, best");
        journal = folder.resolve("silent.journal");
        assertThat(run(PARAMETERS + "DISPLAY_DEGREE 0").err()).isEmpty();
        journal = folder.resolve("all.journal");
        assertThat(run(PARAMETERS + "DISPLAY_ALL_EVAL yes", "--budget", 9).err().lines())
                .hasSize(9);
    }

    @Test
    void anInterruptedRunGoesOnAsIfNothingHadHappened() throws IOException {
        String parameters = PARAMETERS + "HISTORY_FILE h\nADD_SEED_TO_FILE_NAMES no\nCACHE_FILE cache.txt";
        run(parameters);
        List<String> lines = Files.readAllLines(journal);
        String history = read("h");
        Files.delete(folder.resolve("cache.txt"));
        for (String way : List.of("resume", "run")) {
            journal = folder.resolve(way + ".journal");
            Files.writeString(
                    journal, String.join("\n", lines.subList(0, 12)).replace("run.journal", way + ".journal") + "\n");
            Captured again = way.equals("run") ? run(parameters) : fathom("resume", journal);
            assertThat(again.err()).contains("continuing " + journal + " after 11 evaluations");
            assertThat(results(journal)).isEqualTo(results(lines));
            assertThat(read("h").replaceAll(" \\S+\n", "\n")).isEqualTo(history.replaceAll(" \\S+\n", "\n"));
        }
    }

    private static List<String> results(Path journal) throws IOException {
        return results(Files.readAllLines(journal));
    }

    private static List<String> results(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.replaceAll("\"(at|seconds)\":[^,}]*", ""))
                .toList();
    }

    @Test
    void severalStartingPointsAreEvaluatedFirst() throws IOException {
        run(PARAMETERS + "X0 ( 1 1 )\nX0 x.txt\nMAX_TIME 1000".replace("X0 x.txt", "X0 * 4"));
        assertThat(Files.readAllLines(journal).subList(1, 4).stream()
                        .map(line -> line.replaceAll(".*\"x0\":(\\d+).*", "$1")))
                .containsExactlyInAnyOrder("15", "1", "4");
    }

    @Test
    void aCacheFileIsKnownFromTheStart() throws IOException {
        Files.writeString(
                folder.resolve("cache.txt"), "BB_OUTPUT_TYPE OBJ PB EB NOTHING\n( 3 3 ) EVAL_OK ( 3 -2 -1 6 )\n");
        run(PARAMETERS.replace("X0 ( 15 6 )\n", "") + "CACHE_FILE cache.txt\nHISTORY_FILE h\n");
        assertThat(read("h.0").lines().findFirst().orElse("")).startsWith("3 3 ");
        assertThat(read("cache.txt")).contains("( 3 3 ) EVAL_OK ( 3 -2 -1 6 )", "( 3 2 ) EVAL_OK");
    }

    @Test
    void aCacheFileCanAnswerForTheBlackBox() throws IOException {
        Files.writeString(folder.resolve("cache.txt"), "( 15 6 ) EVAL_OK ( 1000 -1 -1 - )\n");
        run(PARAMETERS + "CACHE_FILE cache.txt\nUSE_CACHE_FILE_FOR_RERUN yes\nHISTORY_FILE h\n");
        assertThat(read("h.0").lines().findFirst()).hasValue("15 6 1000 -1 -1 -");
    }

    @Test
    void itEndsByItselfWithoutABudget() throws IOException {
        Map<?, ?> result = run(PARAMETERS.replace("MAX_BB_EVAL 40", "F_TARGET 2"), "--json")
                .object();
        assertThat(result.get("reason")).isEqualTo("target 2.0 reached");
        assertThat(result.get("loss")).isEqualTo(2.0);
    }

    @Test
    void evaluationsMayNotCount() throws IOException {
        box("read n k < \"$1\"; echo \"$n\" $(( n % 2 == 0 ))");
        String text = PARAMETERS.replace("OBJ PB EB NOTHING", "OBJ CNT_EVAL").replace("40", "10") + "HISTORY_FILE h\n";
        Map<?, ?> result = run(text, "--json").object();
        assertThat(result.get("reason")).isEqualTo("budget of 10 counted evaluations used up");
        assertThat(read("h.0").lines().filter(line -> line.endsWith(" 1"))).hasSize(10);
        assertThat((Integer) result.get("evaluations")).isGreaterThan(10);
    }

    @Test
    void optionsHoldAgainstTheFile() throws IOException {
        Map<?, ?> result = run(PARAMETERS, "--json", "--budget", 7, "--seed", 5, "--workers", 2)
                .object();
        assertThat(result.get("evaluations")).isEqualTo(7);
        assertThat(result.get("seed")).isEqualTo(5);
        assertThat(Files.readAllLines(journal).getFirst()).contains("\"workers\":2");
        assertThat(run(PARAMETERS, "--optimizer", "CMA").err()).contains("--optimizer CMA stands beside --nomad");
    }

    @Test
    void workersAndBlocksGiveTheSamePoints() throws IOException {
        String several = PARAMETERS + "NB_THREADS_PARALLEL_EVAL 2\nHISTORY_FILE h\n";
        run(several);
        String history = read("h.0");
        box(
                "while read n k; do echo \"$n $k\" > point.$n.$k; echo $(( (n - 3) * (n - 3) + k )) $(( n - 5 )) $(( 2 - k )) $(( n + k )); done < \"$1\"");
        journal = folder.resolve("blocks.journal");
        run(PARAMETERS + "BB_MAX_BLOCK_SIZE 2\nHISTORY_FILE h\n");
        assertThat(read("h.0")).isEqualTo(history);
    }

    @Test
    void severalObjectivesGiveAFront() throws IOException {
        box("read n k < \"$1\"; echo $(( n * n )) $(( (n - 2) * (n - 2) ))");
        Map<?, ?> result = run(PARAMETERS.replace("OBJ PB EB NOTHING", "OBJ OBJ") + "SOLUTION_FILE s\n", "--json")
                .object();
        assertThat((List<?>) result.get("front")).isNotEmpty();
        assertThat(read("s.0").lines().map(line -> line.replaceFirst("\\S+ \\S+ ", "")))
                .doesNotHaveDuplicates()
                .isSubsetOf("0 4", "1 1", "4 0", "9 1", "16 4")
                .isNotEmpty();
    }

    @Test
    void fixedVariablesAreGivenToTheBlackBox() throws IOException {
        Map<?, ?> result = run(PARAMETERS + "FIXED_VARIABLE 1\n", "--json").object();
        assertThat(result.get("best")).hasToString("{x0=3, x1=6}");
    }

    @Test
    void aRunInWhichEverythingFailsEndsWithOne() throws IOException {
        box("echo broken >&2; exit 4");
        Captured run = run(PARAMETERS);
        assertThat(run.code()).isEqualTo(Fathom.FAILED);
        assertThat(run.out()).contains("× exit code 4: broken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            OBJ PB EB NOTHING | PB PB EB NOTHING                 | param.txt: line 4: BB_OUTPUT_TYPE has no OBJ
            BB_EXE bb.sh      | BB_EXE cc.sh                     | param.txt: line 2: BB_EXE: there is no program
            BB_EXE bb.sh      | BB_EXE $no-such-program          | there is no program 'no-such-program' on the PATH
            BB_EXE bb.sh      | TMP_DIR nowhere                  | BB_EXE is missing
            MAX_BB_EVAL 40    | TMP_DIR nowhere                  | line 8: TMP_DIR: there is no folder
            MAX_BB_EVAL 40    | STATS_FILE none/s.txt            | cannot be written. Maybe its folder does not exist
            MAX_BB_EVAL 40    | X0 x0.txt                        | line 8: X0: there is no file
            MAX_BB_EVAL 40    | MAX_BB_EVAL -3                   | line 8: MAX_BB_EVAL cannot be "-3"
            """)
    void whatCannotRunIsToldBefore(String line, String other, String message) throws IOException {
        Captured run = run(PARAMETERS.replace(line, other));
        assertThat(run.code()).isEqualTo(Fathom.BAD_INPUT);
        assertThat(run.err()).startsWith("fathom: ").contains(message).contains("Maybe");
        assertThat(journal).doesNotExist();
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(fathom("run", "--nomad", folder.resolve("none.txt")).err())
                .contains("there is no file " + folder.resolve("none.txt"));
        assertThat(fathom("run", "--nomad", folder).err()).contains("is a folder. Maybe");
    }

    @ParameterizedTest
    @CsvSource({"$sh bb.sh", "'\"$sh $bb.sh\"'", "'$sh bb.sh $2> $errors'", "./bb.sh"})
    void theBlackBoxMayBeNamedInSeveralWays(String words) throws IOException {
        Map<?, ?> result = run(PARAMETERS.replace("BB_EXE bb.sh", "BB_EXE " + words), "--json", "--budget", 3)
                .object();
        assertThat(result.get("failures")).isEqualTo(0);
    }

    @Test
    void theExampleFindsALightSpring() {
        Path example = Path.of("..", "examples", "nomad", "param.txt");
        Map<?, ?> result = fathom("run", "--nomad", example, "--journal", journal, "--json", "--budget", 150)
                .object();
        assertThat(result.get("study")).isEqualTo("nomad");
        assertThat(result.get("failures")).isEqualTo(0);
        assertThat(result.get("violation")).isEqualTo(0.0);
        assertThat((Double) result.get("loss")).isBetween(0.01266, 0.0252);
        assertThat(result.get("best"))
                .isInstanceOfSatisfying(
                        Map.class, best -> assertThat(best.get("x2")).isInstanceOf(Integer.class));
    }
}
