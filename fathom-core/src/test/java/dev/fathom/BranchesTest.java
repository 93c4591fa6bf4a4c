package dev.fathom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Toys.Fan;
import dev.fathom.Toys.Walk;
import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Oracle.Branch;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Sequential;
import dev.fathom.space.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BranchesTest {

    private static final Space<double[]> PLANE = Space.reals(2);

    private static Optimizer<double[]> open(Sequential code) {
        return Optimizer.of(Recipe.use(code).once(), PLANE, Budget.of(1_000_000));
    }

    private static Branch each(int branch, int points) {
        return f -> {
            for (int i = 0; i < points; i++) {
                f.at(new double[] {branch, i});
            }
        };
    }

    private static List<Branch> branches(int count, int points) {
        return IntStream.range(0, count).mapToObj(b -> each(b, points)).toList();
    }

    private static Sequential wide(int count, int points) {
        return (f, shape, rng) -> {
            f.together(branches(count, points));
            return "all branches have ended";
        };
    }

    /// The points that are asked while there is something to propose.
    private static List<Trial<double[]>> ready(Optimizer<double[]> optimizer) {
        List<Trial<double[]>> trials = new ArrayList<>();
        while (optimizer.hasBudget() && optimizer.isReady()) {
            trials.add(optimizer.ask());
        }
        return trials;
    }

    private static List<String> points(List<Trial<double[]>> trials) {
        return trials.stream()
                .map(t -> (int) t.value()[0] + ":" + (int) t.value()[1])
                .toList();
    }

    @Test
    void oneWorkerRunsThemOneAfterTheOther() {
        List<Trial<double[]>> trials = new ArrayList<>();
        try (var optimizer = open(wide(3, 2))) {
            while (optimizer.hasBudget()) {
                trials.add(optimizer.ask());
                optimizer.tell(trials.getLast(), 1);
            }
            assertThat(optimizer.finished()).contains("all branches have ended");
        }
        assertThat(points(trials)).containsExactly("0:0", "0:1", "1:0", "1:1", "2:0", "2:1");
    }

    @Test
    void askForPointsWhileOthersWaitAndEarlierOnesComeFirst() {
        try (var optimizer = open(wide(3, 2))) {
            List<Trial<double[]>> first = ready(optimizer);
            assertThat(points(first)).containsExactly("0:0", "1:0", "2:0");
            optimizer.tell(first.get(2), 1);
            optimizer.tell(first.get(1), 1);
            List<Trial<double[]>> second = ready(optimizer);
            assertThat(points(second)).containsExactly("1:1", "2:1");
            optimizer.tell(first.get(0), 1);
            second.forEach(trial -> optimizer.tell(trial, 1));
            assertThat(optimizer.finished()).isEmpty();
            assertThat(points(ready(optimizer))).containsExactly("0:1");
        }
    }

    @Test
    void branchAgainAndGoOnWhenTheirOwnBranchesHaveEnded() {
        Sequential nested = (f, shape, rng) -> {
            f.together(List.of(
                    g -> {
                        g.together(branches(2, 1));
                        g.at(new double[] {5, 0});
                    },
                    g -> {},
                    g -> g.together(List.of(each(7, 2), each(8, 0)))));
            f.together(List.of());
            f.at(new double[] {9, 9});
            return "over";
        };
        try (var optimizer = open(nested)) {
            List<Trial<double[]>> first = ready(optimizer);
            assertThat(points(first)).containsExactly("0:0", "1:0", "7:0");
            optimizer.tell(first.get(1), 1);
            assertThat(optimizer.isReady()).isFalse();
            optimizer.tell(first.get(2), 1);
            optimizer.tell(first.get(0), 1);
            List<Trial<double[]>> second = ready(optimizer);
            assertThat(points(second)).containsExactly("5:0", "7:1");
            second.forEach(trial -> optimizer.tell(trial, 1));
            List<Trial<double[]>> last = ready(optimizer);
            assertThat(points(last)).containsExactly("9:9");
            optimizer.tell(last.getFirst(), 1);
            assertThat(optimizer.finished()).contains("over");
        }
    }

    @Test
    void giveEachItsOwnResults() {
        List<String> wrong = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Branch> branches = IntStream.range(0, 40)
                .<Branch>mapToObj(b -> f -> {
                    for (int i = 0; i < 5; i++) {
                        double[][] block = {{b, i}, {b, i + 0.5}};
                        for (var row : f.all(block)) {
                            if (row.value() != 100 * row.x[0] + row.x[1] || row.x[0] != b) {
                                wrong.add(row.toString());
                            }
                        }
                    }
                })
                .toList();
        Sequential code = (f, shape, rng) -> {
            f.together(branches);
            return "over";
        };
        try (var optimizer = open(code)) {
            List<Trial<double[]>> pending = new ArrayList<>(ready(optimizer));
            for (int i = 0; !pending.isEmpty(); i++) { // in some order of no meaning
                Trial<double[]> trial = pending.remove((7 * i) % pending.size());
                optimizer.tell(trial, 100 * trial.value()[0] + trial.value()[1]);
                pending.addAll(ready(optimizer));
            }
            assertThat(optimizer.asked()).isEqualTo(400);
            assertThat(optimizer.finished()).contains("over");
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void mayBeMany() {
        try (var optimizer = open(wide(2000, 2))) {
            List<Trial<double[]>> first = ready(optimizer);
            first.reversed().forEach(trial -> optimizer.tell(trial, 1));
            List<Trial<double[]>> second = ready(optimizer);
            second.forEach(trial -> optimizer.tell(trial, 1));
            assertThat(first).hasSize(2000);
            assertThat(points(second)).startsWith("0:1", "1:1", "2:1").hasSize(2000);
            assertThat(optimizer.hasBudget()).isFalse();
        }
    }

    @Test
    void endTheSearchByAnException() {
        Sequential code = (f, shape, rng) -> {
            f.together(List.of(each(0, 3), g -> {
                g.at(new double[2]);
                throw new ArithmeticException("no pivot");
            }));
            return "never";
        };
        try (var optimizer = open(code)) {
            ready(optimizer).forEach(trial -> optimizer.tell(trial, 1));
            assertThatThrownBy(() -> optimizer.ask(2))
                    .hasMessageContaining("the algorithm failed")
                    .hasMessageContaining("no pivot");
            assertThatThrownBy(optimizer::isReady).hasMessageContaining("no pivot");
        }
    }

    @Test
    void mustNotUseTheOracleOfTheirParent() {
        Sequential code = (f, shape, rng) -> {
            f.together(List.of(g -> f.at(new double[2])));
            return "never";
        };
        try (var optimizer = open(code)) {
            assertThatThrownBy(optimizer::ask)
                    .hasMessageContaining("belongs to other code")
                    .hasMessageContaining("Maybe");
        }
    }

    /// Counts the pieces of code that have been left, in whatever way.
    private record Leaving(CountDownLatch left) implements Sequential {

        @Override
        public String run(Oracle f, dev.fathom.algorithm.Shape shape, dev.fathom.math.Rng rng) {
            try {
                f.together(List.of(g -> leave(() -> each(0, 2).run(g)), g -> leave(() -> nested(g)), each(1, 1)));
                return "over";
            } finally {
                left.countDown();
            }
        }

        private void nested(Oracle g) {
            g.together(List.of(
                    h -> leave(() -> each(2, 1).run(h)),
                    h -> leave(() -> each(3, 9).run(h))));
        }

        private void leave(Runnable body) {
            try {
                body.run();
            } finally {
                left.countDown();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4})
    void allEndWhenTheOptimizerIsClosed(int told) throws Exception {
        CountDownLatch left = new CountDownLatch(5);
        var optimizer = open(new Leaving(left));
        for (Trial<double[]> trial : optimizer.ask(4).subList(0, told)) {
            optimizer.tell(trial, 1);
        }
        optimizer.close();
        assertThat(left.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(optimizer.finished()).isEmpty();
    }

    private static double sphere(double[] x) {
        return Arrays.stream(x).map(v -> (v - 1) * (v - 1)).sum();
    }

    private static Study<double[]> study(int workers, Path journal) {
        return Study.minimize(Space.reals(3, -5, 5), BranchesTest::sphere)
                .optimizer(Recipe.use(new Walk())
                        .then(Recipe.Length.evaluations(5), Recipe.use(new Fan()))
                        .once())
                .budget(90)
                .workers(workers)
                .journal(journal);
    }

    private static List<String> lines(Path journal) throws Exception {
        return Files.readAllLines(journal).stream()
                .map(l -> l.replaceAll("\"(at|seconds)\":[^,}]*", ""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void goOnFromAJournalCutAnywhere(int workers, @TempDir Path folder) throws Exception {
        Path whole = folder.resolve("whole");
        Result<double[]> result = study(workers, whole).run();
        List<String> all = Files.readAllLines(whole);
        assertThat(all).hasSize(92); // header, results, reason
        for (int kept = 1; kept < all.size(); kept += 3) {
            Path part = folder.resolve("part" + kept);
            Files.write(part, all.subList(0, kept));
            assertThat(study(workers, part).run().value()).isEqualTo(result.value());
            assertThat(lines(part)).isEqualTo(lines(whole));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "4, 1"})
    void findTheSameWithAnyNumberOfWorkers(int some, int others, @TempDir Path folder) {
        Recipe fan = Recipe.use(new Fan()).once();
        Result<double[]> one =
                study(some, folder.resolve("one")).optimizer(fan).budget(1000).run();
        Result<double[]> other = study(others, folder.resolve("other"))
                .optimizer(fan)
                .budget(1000)
                .run();
        assertThat(other.evaluations()).isEqualTo(one.evaluations());
        assertThat(other.value()).isEqualTo(one.value());
        assertThat(other.reason()).isEqualTo("the steps are small");
    }

    @Test
    void goOnFromTheJournalOfAnAsynchronousRun(@TempDir Path folder) throws Exception {
        Path whole = folder.resolve("whole");
        study(4, whole).asynchronous().run();
        List<String> all = Files.readAllLines(whole);
        for (int kept = 1; kept < all.size(); kept += 10) {
            Path part = folder.resolve("part" + kept);
            Files.write(part, all.subList(0, kept));
            assertThat(study(4, part).asynchronous().run().evaluations()).isEqualTo(90);
            assertThat(lines(part).subList(0, kept)).isEqualTo(lines(whole).subList(0, kept));
        }
    }
}
