package dev.fathom.cli;

import static dev.fathom.cli.Captured.fathom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.Objective;
import dev.fathom.Outcome;
import dev.fathom.cli.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

    private static final String SPHERE = """
            objective: {problem: "sphere:d3"}
            optimizer: DE
            budget: 60
            """;

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void chooseJournal() {
        journal = folder.resolve("run.journal");
    }

    private Path study(String text) throws IOException {
        return Files.writeString(folder.resolve("study.yaml"), text);
    }

    private Captured run(String text, Object... more) throws IOException {
        Object[] args = new Object[more.length + 4];
        System.arraycopy(new Object[] {"run", study(text), "--journal", journal}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return fathom(args);
    }

    /// The lines of a journal without its header and without times.
    private static List<String> lines(Path journal) throws IOException {
        return Files.readAllLines(journal).stream()
                .skip(1)
                .map(line -> line.replaceAll("\"(at|seconds)\":[^,}]*", ""))
                .toList();
    }

    @Test
    void tellsTheBestSetting() throws IOException {
        Captured run = run(SPHERE + "baseline: {name: start, value: 10}");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("best setting")
                .contains("baseline", "10 (start)", "% better")
                .contains("evaluations  60")
                .contains("budget of 60 evaluations used up")
                .contains(journal.toString());
        assertThat(run.err()).contains("60 of 60 evaluations, best ");
    }

    @Test
    void jsonIsOneDocument() throws IOException {
        Map<?, ?> json = run(SPHERE, "--json").object();
        assertThat(json.get("evaluations")).isEqualTo(60);
        assertThat(json.get("complete")).isEqualTo(true);
        assertThat(json.get("journal")).isEqualTo(journal.toString());
        assertThat((Double) json.get("loss")).isBetween(0.0, 75.0);
        assertThat(json.get("best"))
                .isInstanceOfSatisfying(
                        Map.class, best -> assertThat((List<?>) best.get("x")).hasSize(3));
    }

    @Test
    void quietSaysNothingOnStandardError() throws IOException {
        assertThat(run(SPHERE, "--quiet", "--json").err()).isEmpty();
    }

    @Test
    void optionsReplaceKeys() throws IOException {
        Map<?, ?> json = run(SPHERE, "--json", "--budget", 25, "--seed", 9, "--optimizer", "RandomSearch")
                .object();
        assertThat(json.get("evaluations")).isEqualTo(25);
        assertThat(json.get("seed")).isEqualTo(9);
        assertThat(json.get("optimizer")).isEqualTo("RandomSearch");
    }

    @Test
    void severalObjectivesGiveAFront() throws IOException {
        Map<?, ?> json = run("""
                space: {x: {type: real, low: 0, high: 1}}
                objective: {class: "dev.fathom.cli.RunTest$Opposed"}
                directions: [minimize, maximize]
                optimizer: RandomSearch
                budget: 20
                """, "--json").object();
        assertThat((List<?>) json.get("front")).hasSize(20);
        assertThat(fathom("best", journal).out().lines()).hasSize(20);
        assertThat((List<?>) fathom("best", journal, "--json").json()).hasSize(20);
    }

    /// What is gained in one objective is lost in the other.
    public static final class Opposed implements Objective<Map<String, Object>> {
        @Override
        public Outcome evaluate(Map<String, Object> value) {
            double x = (Double) value.getOrDefault("x", 0.0);
            return Outcome.of(x, x);
        }
    }

    @Test
    void aRunInWhichEverythingFailsEndsWithOne() throws IOException {
        Shell.require();
        Captured run = run("""
                space: {x: {type: real, low: 0, high: 1}}
                objective: {command: "sh -c 'echo hopeless >&2; exit 3'"}
                optimizer: RandomSearch
                budget: 1000
                """);
        assertThat(run.code()).isEqualTo(Fathom.FAILED);
        assertThat(run.out())
                .contains("× exit code 3: hopeless")
                .contains("evaluations failed")
                .contains("no evaluation gave a loss. Maybe");
        assertThat(fathom("best", journal).code()).isEqualTo(Fathom.FAILED);
    }

    @Test
    void timeOutsAreFailuresOfTheEvaluation() throws IOException {
        Shell.require();
        Map<?, ?> json = run("""
                space: {x: {type: real, low: 0, high: 1}}
                objective: {command: "sh -c 'sleep 60'"}
                optimizer: RandomSearch
                budget: 2
                timeout: 100ms
                """, "--json").object();
        assertThat(json.get("failure_reasons")).isEqualTo(Map.of("timed out after 0.1 s", 2));
    }

    @Test
    void mistakesOfUsersEndWithTwo() throws IOException {
        Captured bad = run(SPHERE + "budgett: 3");
        assertThat(bad.code()).isEqualTo(Fathom.BAD_INPUT);
        assertThat(bad.err())
                .startsWith("fathom: ")
                .contains("unknown key 'budgett'. Maybe budget?")
                .doesNotContain("\tat ");
        assertThat(run(SPHERE, "--debug", "--optimizer", "DEE").err())
                .contains("unknown optimizer 'DEE'. Maybe DE", "\tat ");
        assertThat(fathom("run", folder.resolve("nowhere.yaml")).code()).isEqualTo(Fathom.BAD_INPUT);
        assertThat(fathom("run").code()).isEqualTo(Fathom.BAD_INPUT);
        assertThat(fathom("rnu").code()).isEqualTo(Fathom.BAD_INPUT);
        assertThat(fathom("resume", folder.resolve("nowhere.journal")).err()).contains("there is no journal");
    }

    /// Ends the run like Ctrl-C at its 31st evaluation, once per process.
    public static final class Interrupting implements Objective<Map<String, Object>> {
        private int count;

        @Override
        public Outcome evaluate(Map<String, Object> value) throws InterruptedException {
            count++;
            if (count == 31) {
                throw new InterruptedException();
            }
            return Outcome.of((Double) value.getOrDefault("x", 0.0));
        }
    }

    @Test
    void anInterruptedRunGoesOn() throws IOException {
        String text = """
                space: {x: {type: real, low: 0, high: 1}}
                objective: {class: "dev.fathom.cli.RunTest$Interrupting"}
                optimizer: DE
                budget: 50
                """;
        Captured first = run(text);
        assertThat(first.code()).isEqualTo(Fathom.INTERRUPTED);
        assertThat(first.out()).contains("to go on: fathom resume " + journal);
        Captured second = fathom("resume", journal);
        assertThat(second.err()).contains("continuing " + journal + " after 30 evaluations");
        assertThat(second.code()).isZero();
        Path whole = folder.resolve("whole.journal");
        fathom("run", study(text), "--journal", whole);
        fathom("run", study(text), "--journal", whole);
        assertThat(lines(journal)).hasSize(51).isEqualTo(lines(whole));
        assertThat(Files.readString(whole)).doesNotContain("failed");
    }

    @Test
    void aFinishedJournalIsKept() throws IOException {
        run(SPHERE);
        Captured second = run(SPHERE);
        Path next = folder.resolve("run-2.journal");
        assertThat(second.err()).contains(journal + " is finished: beginning " + next);
        assertThat(lines(next)).isEqualTo(lines(journal));
    }

    @Test
    void aTornHeaderIsNoJournalYet() throws IOException {
        Files.writeString(journal, "{\"fathom\":\"jour");
        assertThat(run(SPHERE).code()).isZero();
        assertThat(lines(journal)).hasSize(61);
    }

    @Test
    void freshKeepsTheOldJournal() throws IOException {
        run(SPHERE);
        Captured second = run(SPHERE, "--fresh", "--budget", 10);
        assertThat(second.err()).contains("the earlier journal is kept as " + folder.resolve("run-1.journal"));
        assertThat(lines(journal)).hasSize(11);
        assertThat(lines(folder.resolve("run-1.journal"))).hasSize(61);
    }

    @Test
    void freshMovesNothingButJournals() throws IOException {
        Files.writeString(journal, "my diary\n");
        assertThat(run(SPHERE, "--fresh").code()).isEqualTo(Fathom.BAD_INPUT);
        assertThat(journal).hasContent("my diary");
    }

    @Test
    void bestReadsTheJournal() throws IOException {
        Map<?, ?> run = run(SPHERE, "--json").object();
        Map<?, ?> best = fathom("best", journal, "--json").object();
        assertThat(best.get("loss")).isEqualTo(run.get("loss"));
        assertThat(best.get("parameters")).isEqualTo(run.get("best"));
        assertThat(fathom("best", journal).out()).contains("loss");
    }

    @Test
    void aJournalIsContinuedWhereverItIsAndWhateverFolderItNames() throws IOException {
        String text = """
                space: {x: {type: real, low: 0, high: 1}}
                objective: {class: "dev.fathom.cli.RunTest$Interrupting"}
                optimizer: DE
                budget: 50
                """;
        run(text);
        assertThat(Files.readString(journal)).contains("\"folder\":\"" + folder + "\"");
        Path other = Files.createDirectory(folder.resolve("other")).resolve("moved.journal");
        Files.move(journal, other);
        assertThat(StudyPlan.of(JournalFile.read(other), List.of()).file().folder())
                .isEqualTo(folder);
        Files.writeString(other, Files.readString(other).replace("\"" + folder + "\"", "\"..\""));
        Captured second = fathom("run", study(text), "--journal", other);
        assertThat(second.err()).contains("continuing " + other + " after 30 evaluations");
        assertThat(second.code()).isZero();
    }

    private static String noisyJournal(String constraints) {
        return """
                {"fathom":"journal","format":1,"goal":{"directions":["minimize"],"noisy":true}}
                {"id":0,"parameters":{"x":1},"loss":2.0%1$s}
                {"id":1,"parameters":{"x":1},"loss":4.0%1$s}
                {"id":2,"parameters":{"x":2},"loss":3.5%1$s}
                """.formatted(constraints);
    }

    @Test
    void bestAveragesUnderNoise() throws IOException {
        Files.writeString(journal, noisyJournal(""));
        Map<?, ?> best = fathom("best", journal, "--json").object();
        assertThat(best.get("loss")).isEqualTo(3.0);
        assertThat(best.get("samples")).isEqualTo(2);
        assertThat(fathom("best", journal).out()).contains("3 (mean of 2)");
        Files.writeString(journal, noisyJournal("").replace("4.0", "9.0"));
        assertThat(fathom("best", journal).out()).contains("3.5 (a single noisy sample)");
    }

    @Test
    void bestTellsOfViolatedConstraints() throws IOException {
        Files.writeString(journal, noisyJournal(",\"constraints\":[0.5]"));
        Captured best = fathom("best", journal);
        assertThat(best.code()).isZero();
        assertThat(best.out()).contains("infeasible: violates constraints by 0.5");
        assertThat(fathom("best", journal, "--json").object().get("feasible")).isEqualTo(false);
    }

    /// The same setting gives other losses.
    public static final class Noisy implements Objective<Map<String, Object>> {
        private int count;

        @Override
        public Outcome evaluate(Map<String, Object> value) {
            count++;
            return Outcome.of(((Number) value.getOrDefault("x", 0)).doubleValue() + (count * 7 % 5));
        }
    }

    @Test
    void lossesBelongToTheirSettings() throws IOException {
        for (String optimizer : List.of("DE", "RandomSearch", "CMA")) {
            Map<?, ?> json =
                    run("""
                    space: {x: {type: integer, low: 0, high: 9}}
                    objective: {class: "dev.fathom.cli.RunTest$Noisy"}
                    noisy: true
                    budget: 60
                    """, "--json", "--fresh", "--optimizer", optimizer).object();
            boolean estimated = json.containsKey("estimated");
            Map<?, ?> shown = estimated ? (Map<?, ?>) Objects.requireNonNull(json.get("best_seen")) : json;
            Object setting = estimated ? shown.get("parameters") : shown.get("best");
            double[] losses = JournalFile.read(journal).results().stream()
                    .filter(result -> result.parameters().equals(setting))
                    .mapToDouble(result -> result.loss())
                    .toArray();
            assertThat(losses).hasSize(Integer.parseInt(String.valueOf(shown.get("samples"))));
            assertThat((Double) shown.get("loss"))
                    .isCloseTo(java.util.Arrays.stream(losses).average().orElseThrow(), within(1e-9));
        }
    }

    @Test
    void aFolderIsNoJournal() {
        for (String command : List.of("best", "report", "resume")) {
            assertThat(fathom(command, folder).err()).contains(folder + " is a folder");
        }
    }

    @Test
    void aRunDoesNotWriteIntoAFolder() throws IOException {
        assertThat(fathom("run", study(SPHERE), "--journal", folder).err()).contains(folder + " is a folder");
    }

    /// Nowhere more than zero.
    public static final class Hill implements Objective<Map<String, Object>> {
        @Override
        public Outcome evaluate(Map<String, Object> value) {
            return Outcome.of(0);
        }
    }

    @Test
    void aMaximumOfZeroHasNoSign() throws IOException {
        Captured run = run("""
                space: {x: {type: real, low: 0, high: 1}}
                objective: {class: "dev.fathom.cli.RunTest$Hill"}
                direction: maximize
                budget: 3
                """, "--json");
        assertThat(run.out()).contains("\"loss\" : 0.0").doesNotContain("-0.0");
        assertThat(fathom("best", journal, "--json").out()).doesNotContain("-0.0");
    }

    @Test
    void theJournalDescribesTheStudy() throws IOException {
        run(SPHERE);
        StudyFile file = StudyPlan.of(JournalFile.read(journal), List.of()).file();
        assertThat(file.folder()).isEqualTo(folder);
        assertThat(file.budget()).hasValue(60);
    }
}
