package dev.fathom.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Direction;
import dev.fathom.cli.study.StudyFile.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StudyReaderTest {

    private static final String SPACE = "space: {x: {type: real, low: 0, high: 1}}\n";
    private static final String REST = "objective: {command: sh}\nbudget: 10\n";

    @TempDir
    private Path folder;

    private StudyFile read(String text) throws IOException {
        return StudyReader.read(Files.writeString(folder.resolve("study.yaml"), text), Map.of());
    }

    @Test
    void readsEveryKey() throws IOException {
        StudyFile study = read("""
                space:
                  rate: {type: log, low: 1e-5, high: 1e-1}
                  kind: {type: choice, values: [relu, no]}
                constraints: ["rate <= 0.01"]
                objective: {command: "sh -c 'echo {rate}'"}
                directions: [minimize, maximize]
                outputs: {constraints: 2}
                noisy: true
                optimizer: DE
                budget: 400
                workers: 4
                seed: 11
                timeout: 30s
                asynchronous: true
                stop: {target: 0.5, time: 10m, stagnation: 200}
                journal: out/run.journal
                suggest: [{rate: 0.001, kind: no}]
                """);
        assertThat(study.name()).isEqualTo(folder.getFileName().toString());
        assertThat(study.folder()).isEqualTo(folder);
        assertThat(study.space()).containsOnlyKeys("rate", "kind");
        assertThat(study.constraints()).containsExactly("rate <= 0.01");
        assertThat(study.objective().kind()).isEqualTo(Kind.COMMAND);
        assertThat(study.objective().words()).containsExactly("sh", "-c", "echo {rate}");
        assertThat(study.directions()).containsExactly(Direction.MINIMIZE, Direction.MAXIMIZE);
        assertThat(study.blackBoxConstraints()).isEqualTo(2);
        assertThat(study.noisy()).isTrue();
        assertThat(study.optimizer()).isEqualTo("DE");
        assertThat(study.budget()).hasValue(400);
        assertThat(study.workers()).isEqualTo(4);
        assertThat(study.seed()).isEqualTo(11);
        assertThat(study.timeout()).contains(Duration.ofSeconds(30));
        assertThat(study.asynchronous()).isTrue();
        assertThat(study.stop().target()).hasValue(0.5);
        assertThat(study.stop().time()).contains(Duration.ofMinutes(10));
        assertThat(study.stop().stagnation()).hasValue(200);
        assertThat(study.journal()).contains(folder.resolve("out/run.journal"));
        assertThat(study.suggest()).containsExactly(Map.of("rate", 0.001, "kind", "no"));
    }

    @Test
    void readsBaselines() throws IOException {
        StudyFile study = read(SPACE + REST + "baseline: {name: as is, command: \"sh -c 'echo 3'\"}");
        assertThat(study.baseline().orElseThrow().command()).containsExactly("sh", "-c", "echo 3");
    }

    @Test
    void hasDefaults() throws IOException {
        StudyFile study = read(SPACE + REST);
        assertThat(study.optimizer()).isEqualTo("Auto");
        assertThat(study.workers()).isEqualTo(1);
        assertThat(study.seed()).isEqualTo(1);
        assertThat(study.directions()).containsExactly(Direction.MINIMIZE);
        assertThat(study.timeout()).isEmpty();
        assertThat(study.stop().isEmpty()).isTrue();
    }

    @Test
    void isNamedAfterItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("net.v2.yaml"), SPACE + REST);
        assertThat(StudyReader.read(file, Map.of()).name()).isEqualTo("net.v2");
    }

    @Test
    void optionsReplaceKeys() throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), SPACE + REST);
        StudyFile study = StudyReader.read(file, Map.of("budget", 7L, "optimizer", "DE"));
        assertThat(study.budget()).hasValue(7);
        assertThat(study.content()).containsEntry("optimizer", "DE");
    }

    @Test
    void aProblemNeedsNoSpace() throws IOException {
        StudyFile study = read("objective: {problem: \"sphere:d3\"}\nbudget: 5\n");
        assertThat(StudySpace.of(study).dimension()).isEqualTo(3);
    }

    @Test
    void constraintsHoldForTheSpace() throws IOException {
        StudyFile study = read(SPACE + "constraints: [\"x <= 0.25\"]\n" + REST);
        var space = StudySpace.of(study);
        assertThat(space.constraints()).hasSize(1);
        assertThat(space.constraints().getFirst().allows(Map.of("x", 0.2))).isTrue();
        assertThat(space.constraints().getFirst().allows(Map.of("x", 0.3))).isFalse();
    }

    @Test
    void aSettingForWhichAConstraintCannotBeComputedViolatesIt() throws IOException {
        StudyFile study = read("space: {b: {type: integer, low: 0, high: 4}}\nconstraints: [\"1/b < 2\"]\n" + REST);
        var constraint = StudySpace.of(study).constraints().getFirst();
        assertThat(constraint.allows(Map.of("b", 0))).isFalse();
        assertThat(constraint.allows(Map.of("b", 1))).isTrue();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(SPACE + REST + "budgett: 4", "unknown key 'budgett'. Maybe budget"),
                Arguments.of(REST, "space: missing. Maybe space: {"),
                Arguments.of("space: {}\n" + REST, "space: missing"),
                Arguments.of("space: 3\n" + REST, "space: 3 is not a map"),
                Arguments.of(SPACE + "budget: 3", "objective: missing. Maybe objective: {"),
                Arguments.of(SPACE + "budget: 3\nobjective: sh", "objective: sh is not a map. Maybe objective: {"),
                Arguments.of(
                        SPACE + "budget: 3\nobjective: {comand: sh}", "objective: unknown key 'comand'. Maybe command"),
                Arguments.of(
                        SPACE + "budget: 3\nobjective: {command: sh, worker: sh}", "objective: needs exactly one kind"),
                Arguments.of(SPACE + "budget: 3\nobjective: {command: \"sh 'x\"}", "command: the quote '"),
                Arguments.of(
                        SPACE + "budget: 3\nobjective: {command: sh, classpath: x.jar}",
                        "classpath: is of use with a class only"),
                Arguments.of(SPACE + "objective: {command: sh}", "budget: missing, so the run would never end. Maybe"),
                Arguments.of(
                        SPACE + "objective: {command: sh}\nbudget: many",
                        "budget: 'many' is not a whole number. Maybe budget: 100?"),
                Arguments.of(SPACE + "objective: {command: sh}\nbudget: 1.5", "budget: 1.5 is not a whole number"),
                Arguments.of(SPACE + "objective: {command: sh}\nbudget: 0", "budget: 0 is too small"),
                Arguments.of(SPACE + REST + "workers: 0", "workers: 0 is too small: it must be at least 1"),
                Arguments.of(SPACE + REST + "seed: x", "seed: 'x' is not a whole number"),
                Arguments.of(SPACE + REST + "timeout: soon", "timeout: 'soon' is not a time. Maybe 30s"),
                Arguments.of(SPACE + REST + "noisy: 1", "noisy: 1 is not true or false"),
                Arguments.of(SPACE + REST + "asynchronous: \"true\"", "asynchronous: 'true' is not true or false"),
                Arguments.of(
                        SPACE + REST + "direction: minimise", "direction: 'minimise' is no direction. Maybe minimize"),
                Arguments.of(
                        SPACE + REST + "direction: minimize\ndirections: [maximize]",
                        "direction: stands beside directions"),
                Arguments.of(SPACE + REST + "outputs: 2", "outputs: 2 is not a map"),
                Arguments.of(SPACE + REST + "stop: {targt: 2}", "stop: unknown key 'targt'. Maybe target"),
                Arguments.of(SPACE + REST + "stop: {target: .nan}", "stop: target: NaN is not a finite number"),
                Arguments.of(SPACE + REST + "suggest: [3]", "suggest: 3 is not a map"),
                Arguments.of(SPACE + REST + "baseline: {name: a}", "baseline: needs either a value or a command"),
                Arguments.of(SPACE + REST + "baseline: fast", "baseline: 'fast' is not a number"),
                Arguments.of(
                        SPACE + REST + "directions: [min, max]\nbaseline: 3",
                        "baseline: is a single value, but there are 2 directions"),
                Arguments.of(
                        "objective: {problem: \"sphere:d3\"}\nbudget: 5\ndirections: [min, max]",
                        "directions: there are 2, but the test problem sphere:d3 has one objective"),
                Arguments.of(SPACE + REST + "optimizer: [a]", "optimizer: [a] is not text"),
                Arguments.of(SPACE + REST + "seed:", "seed: there is no value. Maybe remove the key"),
                Arguments.of(SPACE + REST + "budget: 4", "Duplicate"),
                Arguments.of("space: {x: [", "line 1"),
                Arguments.of("- a\n- b", "the file is not a map of keys"),
                Arguments.of("", "objective: missing"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreExplained(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(folder.resolve("study.yaml").toString())
                .hasMessageContaining(message)
                .hasMessageContaining("Maybe");
    }

    static Stream<Arguments> spaceMistakes() {
        return Stream.of(
                Arguments.of("space: {x: {type: rael}}\n" + REST, "space: x: "),
                Arguments.of("space: {x: {type: real, low: 2, high: 1}}\n" + REST, "space: x: low 2"),
                Arguments.of("space: {type: real, low: 0, high: 1}\n" + REST, "without a name"),
                Arguments.of(
                        SPACE + "constraints: [\"y <= 1\"]\n" + REST, "constraints: 'y <= 1': unknown parameter 'y'"),
                Arguments.of(SPACE + "constraints: [\"x + 1\"]\n" + REST, "not a truth"),
                Arguments.of(SPACE + "constraints: [\"1 / (x - x) <= 1\"]\n" + REST, "cannot be computed for {x="),
                Arguments.of("objective: {problem: \"rastrign:d3\"}\nbudget: 5\n", "objective: problem: "));
    }

    @ParameterizedTest
    @MethodSource("spaceMistakes")
    void mistakesInTheSpaceAreExplained(String text, String message) throws IOException {
        StudyFile study = read(text);
        assertThatThrownBy(() -> StudySpace.of(study))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message)
                .hasMessageContaining("Maybe");
    }

    @Test
    void aMissingFileIsExplained() {
        Path missing = folder.resolve("nowhere.yaml");
        assertThatThrownBy(() -> StudyReader.read(missing, Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("there is no file " + missing);
        assertThatThrownBy(() -> StudyReader.read(folder, Map.of())).hasMessageContaining("is a folder. Maybe");
    }

    @Test
    void namesOfNestedParametersAreDotted() throws IOException {
        StudyFile study = read("""
                space:
                  net: {type: group, space: {depth: {type: integer, low: 1, high: 3}}}
                  optim: {type: conditional, options: {sgd: {momentum: {type: real, low: 0, high: 1}}, adam: {}}}
                  weights: {type: real, low: 0, high: 1, shape: [2]}
                """ + REST);
        ParameterNames names = ParameterNames.of(StudySpace.of(study).describe());
        assertThat(names.paths())
                .containsExactlyInAnyOrderElementsOf(
                        List.of("net", "net.depth", "optim", "optim.type", "optim.momentum", "weights"));
        assertThat(names.contains("weights[1]")).isTrue();
    }
}
