package dev.fathom.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Sequential;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTest {

    @TempDir
    private Path folder;

    /// 2 optimizers, 2 budgets, 2 dimensions, 3 functions, 2 instances, 2 repetitions: 96 runs.
    private static Experiment experiment() {
        return Experiment.of(Problems.set("bbob"))
                .withFunctions(List.of("1", "8", "21"))
                .withOptimizers("CMA", "NelderMead")
                .withDimensions(List.of(2, 5))
                .withInstances(List.of(1, 4))
                .withBudgets(List.of(Allowance.perDimension(10), Allowance.total(77)))
                .withRepetitions(2);
    }

    private static String withoutSeconds(Run run) {
        return new Run(
                        run.algorithm(),
                        run.dimension(),
                        run.function(),
                        run.instance(),
                        run.budgetPerDimension(),
                        run.evaluations(),
                        run.bestDelta(),
                        0,
                        run.hits())
                .toCsv();
    }

    private static List<String> withoutSeconds(List<Finished> rows) {
        return rows.stream().map(row -> withoutSeconds(row.run())).toList();
    }

    private static List<String> runs(Path directory) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("runs.csv"));
        assertThat(lines.getFirst()).isEqualTo(Run.HEADER);
        return lines.stream()
                .skip(1)
                .map(line -> withoutSeconds(Run.parse(line)))
                .toList();
    }

    @Test
    void anyRowIsRepeatedAlone() throws Exception {
        List<Finished> rows = experiment().run(folder, 2, Watcher.none());
        assertThat(rows).hasSize(96);
        for (int i = 0; i < rows.size(); i += 7) {
            Finished again = experiment().run(rows.get(i).key());
            assertThat(withoutSeconds(again.run()))
                    .isEqualTo(withoutSeconds(rows.get(i).run()));
            assertThat(again.checkpoints()).isEqualTo(rows.get(i).checkpoints());
            assertThat(again.solved()).isEqualTo(rows.get(i).solved());
        }
    }

    @Test
    void rowsDoNotDependOnThreads() throws IOException {
        experiment().run(folder.resolve("one"), 1, Watcher.none());
        experiment().run(folder.resolve("three"), 3, Watcher.none());
        assertThat(runs(folder.resolve("three"))).isEqualTo(runs(folder.resolve("one")));
    }

    @Test
    void seedsDoNotDependOnThePlan() throws IOException {
        List<Finished> all = experiment().run(folder.resolve("all"), 2, Watcher.none());
        List<Finished> few = experiment()
                .withFunctions(List.of("8"))
                .withOptimizers("NelderMead")
                .withInstances(List.of(4))
                .run(folder.resolve("few"), 1, Watcher.none());
        assertThat(withoutSeconds(all)).containsSubsequence(withoutSeconds(few));
        assertThat(few.stream().map(Finished::seed).distinct()).hasSize(4); // 2 dimensions, 2 repetitions
    }

    @Test
    void goesOnAfterATornLine() throws IOException {
        experiment().run(folder.resolve("whole"), 2, Watcher.none());
        Path half = Files.createDirectories(folder.resolve("half"));
        Files.copy(folder.resolve("whole/experiment.txt"), half.resolve("experiment.txt"));
        List<String> lines = Files.readAllLines(folder.resolve("whole/experiment.csv"));
        String torn = lines.get(50).substring(0, 40);
        Files.writeString(half.resolve("experiment.csv"), String.join("\n", lines.subList(0, 50)) + "\n" + torn);
        List<Integer> kept = new ArrayList<>();
        experiment().run(half, 2, new Watcher() {
            @Override
            public void begins(Standing standing) {
                kept.add(standing.done());
            }
        });
        assertThat(kept).containsExactly(49);
        assertThat(runs(half)).isEqualTo(runs(folder.resolve("whole")));
        assertThat(Files.readAllLines(half.resolve("experiment.csv"))).hasSize(97);
    }

    @Test
    void anInterruptKeepsWhatIsFinished() throws IOException {
        Path part = folder.resolve("part");
        List<Finished> first = experiment().run(part, 2, new Watcher() {
            @Override
            public void finished(Standing standing, Finished row) {
                if (standing.done() == 5) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(first).hasSize(5);
        assertThat(runs(part)).hasSize(5);
        experiment().run(part, 2, Watcher.none());
        experiment().run(folder.resolve("whole"), 2, Watcher.none());
        assertThat(runs(part)).isEqualTo(runs(folder.resolve("whole")));
    }

    @Test
    void refusesAFolderOfAnotherExperiment() throws IOException {
        Experiment small = experiment().withFunctions(List.of("1")).withRepetitions(1);
        small.run(folder, 1, Watcher.none());
        assertThatThrownBy(() -> small.withSeed(2).run(folder, 1, Watcher.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("holds another experiment", "'seed: 1'", "'seed: 2'", "Maybe");
        assertThatThrownBy(() -> small.withOptimizers("CMA").run(folder, 1, Watcher.none()))
                .hasMessageContaining("nothing more");
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("runs.csv"), "");
        assertThatThrownBy(() -> small.run(foreign, 1, Watcher.none())).hasMessageContaining("no experiment.txt");
    }

    @Test
    void hitsTellWhenTargetsWereReached() throws IOException {
        double[] targets = TestProblem.targets();
        for (Finished row : experiment().run(folder, 2, Watcher.none())) {
            long[] hits = row.run().hits();
            long last = 0;
            for (int j = 0; j < hits.length; j++) {
                assertThat(hits[j] > 0).isEqualTo(row.run().bestDelta() <= targets[j]);
                if (hits[j] > 0) {
                    assertThat(hits[j]).isBetween(Math.max(last, 1), row.run().evaluations());
                    last = hits[j];
                }
            }
            assertThat(row.run().evaluations())
                    .isEqualTo(hits[50] > 0 ? hits[50] : row.key().budget());
            assertThat(new ArrayList<>(row.checkpoints().values())).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            assertThat(row.checkpoints().keySet())
                    .containsExactlyElementsOf(Arrays.asList(1L, 2L, 5L, 10L, 20L, 50L).stream()
                            .map(multiple -> multiple * row.run().dimension())
                            .filter(count -> count <= row.run().evaluations())
                            .toList());
        }
    }

    @Test
    void aSolvedRunEnds() throws Exception {
        Finished row =
                experiment().withBudgets(List.of(Allowance.total(5000))).run(Key.parse("CMA/bbob:f1:i1:d5/5000/1"));
        assertThat(row.run().hits()[50]).isPositive().isEqualTo(row.run().evaluations());
        assertThat(row.run().evaluations()).isLessThan(5000);
    }

    @Test
    void oneOptimizersErrorEndsItsRunOnly() throws IOException {
        Sequential broken = (f, shape, rng) -> {
            for (int i = 0; i < 5; i++) {
                f.at(shape.start().x());
            }
            throw new IllegalStateException("out of ideas, and\nlines");
        };
        List<Finished> rows = experiment()
                .withContestants(List.of(new Contestant("Broken", Recipe.use(broken)), Contestant.named("DE")))
                .withRepetitions(1)
                .run(folder, 2, Watcher.none());
        assertThat(rows).hasSize(48);
        assertThat(rows.subList(0, 24)).allSatisfy(row -> {
            assertThat(row.error()).contains("out of ideas");
            assertThat(row.run().evaluations()).isEqualTo(5);
            assertThat(row.run().bestDelta()).isPositive().isFinite();
        });
        assertThat(rows.subList(24, 48))
                .allSatisfy(row -> assertThat(row.error()).isEmpty());
        assertThat(runs(folder)).isEqualTo(withoutSeconds(rows));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> experiment().withFunctions(List.of("25"))).hasMessageContaining("no function '25'");
        assertThatThrownBy(() -> experiment().withFunctions(List.of())).hasMessageContaining("there is no function");
        assertThatThrownBy(() -> experiment().withInstances(List.of(1, 2, 1))).hasMessageContaining("comes twice");
        assertThatThrownBy(() -> experiment().withRepetitions(0)).hasMessageContaining("0 repetitions");
        assertThatThrownBy(() -> experiment().withOptimizers("CMMA")).hasMessageContaining("Maybe CMA");
        assertThatThrownBy(() -> experiment().withDimensions(List.of(1)).plan()).hasMessageContaining("d in ");
        assertThatThrownBy(() -> experiment().run(Key.parse("CMA/bbob:f1:i9:d2/20/0")))
                .hasMessageContaining("not in the plan");
        assertThatThrownBy(() -> experiment().run(folder, 0, Watcher.none())).hasMessageContaining("threads");
        assertThatThrownBy(() -> Allowance.perDimension(0)).hasMessageContaining("budget");
        assertThatThrownBy(() -> new Contestant("A,B", Recipe.named("CMA"))).hasMessageContaining("'A,B'");
        assertThatThrownBy(() -> Key.parse("CMA/bbob:f1")).hasMessageContaining("names no run");
        assertThatThrownBy(() -> new Workers(0, Durations.CONSTANT, false)).hasMessageContaining("workers");
    }

    @Test
    void rowsAreReadBack() throws Exception {
        for (Workers workers : List.of(Workers.one(), new Workers(3, Durations.UNIFORM, false))) {
            Finished row = experiment().withWorkers(workers).run(Key.parse("CMA/bbob:f8:i4:d5/50/1"));
            assertThat(Finished.parse(row.toCsv()).toCsv()).isEqualTo(row.toCsv());
            assertThat(Finished.parse(row.toCsv()).run().hits())
                    .isEqualTo(row.run().hits());
            assertThat(Finished.parse(row.toCsv()).solved())
                    .isEqualTo(row.solved())
                    .hasSize(4);
            assertThat(Finished.parse(row.toCsv()).start()).isEqualTo(row.start());
            assertThat(Finished.parse(row.toCsv()).first()).isEqualTo(row.first());
        }
    }

    @Test
    void allOptimizersShareTheStartOfAProblem() throws IOException {
        List<Finished> rows = experiment().run(folder, 2, Watcher.none());
        Map<String, List<Finished>> byProblem =
                rows.stream().collect(Collectors.groupingBy(row -> row.key().problem()));
        assertThat(byProblem).hasSize(12);
        byProblem.values().forEach(same -> {
            assertThat(same.stream().map(Finished::start).distinct()).hasSize(1);
            assertThat(same.stream().map(Finished::first).distinct()).hasSizeGreaterThan(1);
        });
        for (Finished row : rows) {
            double[] precisions = Solving.precisions();
            for (int k = 0; k < precisions.length; k++) {
                double level = Math.max(precisions[k] * row.start(), TestProblem.targets()[50]);
                assertThat(row.solved()[k] > 0).isEqualTo(row.run().bestDelta() <= level);
            }
        }
    }

    @Test
    void rowsOfOlderVersionsAreKept() throws IOException {
        experiment().run(folder.resolve("new"), 2, Watcher.none());
        Path old = Files.createDirectories(folder.resolve("old"));
        Files.copy(folder.resolve("new/experiment.txt"), old.resolve("experiment.txt"));
        List<String> lines = Files.readAllLines(folder.resolve("new/experiment.csv")).stream()
                .limit(50)
                .map(line -> line.replaceAll("(,[^,]*){3}$", ""))
                .toList();
        assertThat(lines.getFirst()).endsWith(",error");
        Files.writeString(old.resolve("experiment.csv"), String.join("\n", lines) + "\n");
        List<Finished> rows = experiment().run(old, 2, Watcher.none());
        assertThat(runs(old)).isEqualTo(runs(folder.resolve("new")));
        assertThat(rows.stream().filter(row -> row.solving().isEmpty())).hasSize(49);
        List<Finished> again = experiment().run(old, 2, Watcher.none());
        assertThat(again.stream().map(Finished::toCsv))
                .containsExactlyElementsOf(rows.stream().map(Finished::toCsv).toList());
    }

    @Test
    void runsBeginWhereThePeersDid() {
        TestProblem problem = Problems.of("bbob:f8:i3:d10");
        double[] first = Beginning.of(problem, 0, 1).box().start();
        assertThat(first).isEqualTo(Beginning.of(problem, 0, 1).box().start());
        assertThat(first).isNotEqualTo(Beginning.of(problem, 0, 2).box().start());
        double least = 0;
        double most = 0;
        for (int seed = 0; seed < 100; seed++) {
            double[] start = Beginning.of(problem, 0, seed).box().start();
            least = Math.min(least, Arrays.stream(start).min().orElse(0));
            most = Math.max(most, Arrays.stream(start).max().orElse(0));
        }
        assertThat(least).isBetween(-4.0, -3.95);
        assertThat(most).isBetween(3.95, 4.0);
        TestProblem classic = Problems.of("rastrigin:d3");
        assertThat(Beginning.of(classic, 0, 1).box().start())
                .isEqualTo(classic.box().start());
        assertThat(Beginning.of(classic, 1, 1).box().start())
                .isNotEqualTo(classic.box().start());
    }
}
