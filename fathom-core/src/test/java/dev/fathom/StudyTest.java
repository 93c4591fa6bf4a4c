package dev.fathom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Toys.Compass;
import dev.fathom.Toys.Fan;
import dev.fathom.Toys.Halves;
import dev.fathom.Toys.Walk;
import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Recipe;
import dev.fathom.event.Event;
import dev.fathom.space.Space;
import dev.fathom.space.Transform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StudyTest {

    private static final Space<double[]> BOX = Space.reals(3, -5, 5);

    static Stream<Algorithm> toys() {
        return Stream.of(new Walk(), new Halves(8), new Compass(), new Fan());
    }

    private static double sphere(double[] x) {
        return Arrays.stream(x).map(v -> (v - 1) * (v - 1)).sum();
    }

    private static Study<double[]> study(Algorithm algorithm) {
        return Study.minimize(BOX, StudyTest::sphere)
                .optimizer(algorithm)
                .budget(200)
                .seed(3);
    }

    @ParameterizedTest
    @MethodSource("toys")
    void minimizes(Algorithm algorithm) {
        Result<double[]> result = study(algorithm).run();
        assertThat(result.value()).isLessThan(0.05);
        assertThat(result.evaluations()).isEqualTo(200);
        assertThat(sphere(result.best())).isEqualTo(result.value());
    }

    @ParameterizedTest
    @MethodSource("toys")
    void maximizes(Algorithm algorithm) {
        Result<double[]> result = Study.maximize(BOX, x -> 7 - sphere(x))
                .optimizer(algorithm)
                .budget(200)
                .run();
        assertThat(result.value()).isBetween(6.95, 7.0);
    }

    @ParameterizedTest
    @MethodSource("toys")
    void workersDoNotChangeTheRunWhateverTheirSpeed(Algorithm algorithm) {
        // the second run delays some evaluations by waiting for others
        List<String> calm = parameters(study(algorithm).workers(4));
        Study<double[]> jittery = Study.minimize(BOX, (double[] x) -> {
                    if (((int) (x[0] * 1000)) % 3 == 0) {
                        Arrays.fill(new double[20_000], x[0]);
                    }
                    return sphere(x);
                })
                .optimizer(algorithm)
                .budget(200)
                .seed(3)
                .workers(4);
        assertThat(parameters(jittery)).isEqualTo(calm);
        assertThat(parameters(jittery.virtualThreads())).isEqualTo(calm);
    }

    private static List<String> parameters(Study<double[]> study) {
        List<String> told = new ArrayList<>();
        study.observe(event -> {
                    if (event instanceof Event.Told t) {
                        told.add(t.id() + " " + t.parameters());
                    }
                })
                .run();
        return told;
    }

    @Test
    void usesTheCallersExecutorAndLeavesItOpen() {
        try (var executor = Executors.newFixedThreadPool(2)) {
            assertThat(study(new Walk()).workers(2).executor(executor).run().evaluations())
                    .isEqualTo(200);
            assertThat(executor.isShutdown()).isFalse();
        }
    }

    @Test
    void recordsExceptionsAndHangingEvaluationsAsFailures() {
        AtomicInteger calls = new AtomicInteger();
        Result<double[]> result = Study.of(BOX, (double[] x) -> {
                    switch (calls.incrementAndGet() % 5) {
                        case 0 -> throw new IllegalStateException("the simulator crashed");
                        case 1 -> new CountDownLatch(1).await(); // hangs until interrupted
                        default -> {}
                    }
                    return Outcome.of(sphere(x));
                })
                .optimizer(new Walk())
                .budget(40)
                .workers(4)
                .timeout(Duration.ofMillis(20))
                .run();
        assertThat(result.evaluations()).isEqualTo(40);
        assertThat(result.failures()).isEqualTo(16);
        assertThat(result.value()).isFinite();
    }

    @Test
    void stopsEarlyWhenEverythingFails() {
        Result<double[]> result = Study.of(BOX, (double[] x) -> Outcome.failed("no licence"))
                .optimizer(new Halves(6))
                .budget(10_000)
                .run();
        assertThat(result.evaluations()).isEqualTo(20);
        assertThat(result.reason()).contains("all of the first 20 evaluations failed", "no licence");
        assertThat(result.value()).isNaN();
    }

    @Test
    void openBoundsDoNotConfineTheSearch() {
        Space<double[]> space = Space.reals(2, -1, 1).transform(Transform.NONE);
        Result<double[]> result = Study.minimize(space, x -> (x[0] - 3) * (x[0] - 3) + x[1] * x[1])
                .optimizer(new Walk())
                .budget(500)
                .run();
        assertThat(result.best()[0]).isGreaterThan(2);
    }

    @Test
    void stopsAtATargetAndTellsWhy() {
        Result<double[]> result = study(new Walk())
                .stop(Stop.target(0.5).or(Stop.evaluations(150)))
                .run();
        assertThat(result.value()).isLessThanOrEqualTo(0.5);
        assertThat(result.evaluations()).isLessThan(150);
        assertThat(result.reason()).isEqualTo("target 0.5 reached");
    }

    @Test
    void stopsWhenATestOfTheCallerHolds() {
        Result<double[]> result = study(new Walk())
                .stop(Stop.when("seven are enough", status -> status.evaluations() == 7))
                .run();
        assertThat(result.evaluations()).isEqualTo(7);
        assertThat(result.reason()).isEqualTo("seven are enough");
    }

    @Test
    void refusesToRunForEver() {
        assertThatThrownBy(() -> Study.minimize(BOX, StudyTest::sphere)
                        .optimizer(new Walk())
                        .run())
                .hasMessageContaining("Maybe add .budget(1000)");
    }

    @Test
    void endsWhenInterruptedAndContinuesFromItsJournal(@TempDir Path folder) {
        Path journal = folder.resolve("run.journal");
        AtomicInteger calls = new AtomicInteger();
        Study<double[]> study = Study.minimize(BOX, (double[] x) -> {
                    if (calls.incrementAndGet() == 50) {
                        Thread.currentThread().interrupt();
                    }
                    return sphere(x);
                })
                .optimizer(new Halves(7))
                .budget(200)
                .journal(journal);
        Result<double[]> first = study.run();
        assertThat(first.complete()).isFalse();
        assertThat(first.evaluations()).isEqualTo(50);
        Result<double[]> second = study.run();
        assertThat(second.complete()).isTrue();
        assertThat(calls.get()).isEqualTo(200);
        assertThat(second.value()).isEqualTo(study(new Halves(7)).seed(1).run().value());
    }

    @Test
    void keepsWhatArrivedBeforeItsTurn(@TempDir Path folder) throws Exception {
        // the first evaluation waits until all others of the first four have arrived; then the run is interrupted
        Path journal = folder.resolve("run.journal");
        AtomicInteger calls = new AtomicInteger();
        Thread main = Thread.currentThread();
        CountDownLatch others = new CountDownLatch(3);
        Study<double[]> study = Study.of(BOX, (double[] x) -> {
                    if (calls.getAndIncrement() == 0) {
                        others.await();
                        while (early(journal) < 3) {
                            Thread.onSpinWait();
                        }
                        main.interrupt();
                        new CountDownLatch(1).await();
                    }
                    others.countDown();
                    return Outcome.of(sphere(x));
                })
                .optimizer(new Walk())
                .budget(30)
                .workers(4)
                .journal(journal);
        assertThat(study.run().complete()).isFalse();
        assertThat(early(journal)).isEqualTo(3);
        Result<double[]> result = study.run();
        assertThat(result.evaluations()).isEqualTo(30);
        assertThat(calls.get())
                .as("the interrupted evaluation alone is repeated")
                .isEqualTo(31);
        assertThat(folder.resolve("run.journal.early")).doesNotExist();
    }

    private static long early(Path journal) throws Exception {
        Path file = journal.resolveSibling("run.journal.early");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(l -> l.startsWith("{\"id\""))
                        .count()
                : 0;
    }

    @Test
    void refusesAJournalOfOtherSettings(@TempDir Path folder) throws Exception {
        Path journal = folder.resolve("run.journal");
        study(new Walk()).journal(journal).run();
        assertThatThrownBy(() -> study(new Walk()).seed(4).journal(journal).run())
                .hasMessageContaining("seed is 3 there and 4 here")
                .hasMessageContaining("Maybe choose another journal");
        Path text = folder.resolve("notes.txt");
        Files.writeString(text, "my notes");
        assertThatThrownBy(() -> study(new Walk()).journal(text).run())
                .hasMessageContaining("is not a journal of Fathom");
        assertThat(text).hasContent("my notes");
    }

    @Test
    void namesADamagedLine(@TempDir Path folder) throws Exception {
        Path journal = folder.resolve("run.journal");
        study(new Walk()).journal(journal).run();
        List<String> lines = Files.readAllLines(journal);
        lines.set(5, "{\"id\":4,\"asked\":5,");
        Files.write(journal, lines);
        assertThatThrownBy(() -> study(new Walk()).journal(journal).run())
                .hasMessageContaining("line 6 of the journal")
                .hasMessageContaining("is damaged");
    }

    @Test
    void allowsOneWriterAtATime(@TempDir Path folder) {
        Path journal = folder.resolve("run.journal");
        Study<double[]> inner = study(new Walk()).journal(journal);
        Result<double[]> outer = Study.of(BOX, (double[] x) -> {
                    assertThatThrownBy(inner::run).hasMessageContaining("is being written by another run");
                    return Outcome.of(sphere(x));
                })
                .optimizer(new Walk())
                .budget(3)
                .journal(journal)
                .run();
        assertThat(outer.failures()).isZero();
    }

    /// Opens a journal in another process and prints what that says.
    public static final class Rival {
        /// @param args the journal
        public static void main(String[] args) {
            try {
                study(new Walk()).journal(Path.of(args[0])).run();
            } catch (IllegalStateException e) {
                IO.println(e.getMessage());
            }
        }
    }

    @Test
    void allowsOneProcessAtATime(@TempDir Path folder) throws Exception {
        Path journal = folder.resolve("run.journal");
        List<String> said = new ArrayList<>();
        study(new Walk()).journal(journal).budget(5).run();
        Study.of(BOX, (double[] x) -> {
                    if (said.isEmpty()) {
                        Process rival = new ProcessBuilder(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Rival.class.getName(),
                                        journal.resolveSibling("own.journal").toString())
                                .redirectErrorStream(true)
                                .start();
                        said.addAll(rival.inputReader().readAllLines());
                    }
                    return Outcome.of(sphere(x));
                })
                .optimizer(new Walk())
                .budget(200)
                .seed(3)
                .journal(journal.resolveSibling("own.journal"))
                .run();
        assertThat(String.join(" ", said)).contains("is being written by another run");
    }

    @Test
    void refusesWhatCannotBeKnown() {
        Evaluation<double[]> nonsense = new Evaluation<>(new double[] {1, 1, 1}, new double[] {1, 2}, 0, 1, 0);
        assertThatThrownBy(() -> study(new Walk()).warmStart(List.of(nonsense)).run())
                .hasMessageContaining("cannot start from")
                .hasMessageContaining("2 losses");
    }

    @Test
    void startsFromWhatIsKnown() {
        Result<double[]> known = study(new Walk()).run();
        List<Evaluation<double[]>> best = known.front();
        Result<double[]> warm = study(new Walk()).budget(30).warmStart(best).run();
        assertThat(warm.value()).isLessThanOrEqualTo(known.value());
        Result<double[]> suggested =
                study(new Walk()).budget(1).suggest(new double[] {1, 1, 1}).run();
        assertThat(suggested.value()).isLessThan(1e-20);
    }

    @Test
    @SuppressWarnings("NullAway") // what must not happen is what is tested
    void bearsObjectivesThatChangeTheirArgumentOrReturnNull(@TempDir Path folder) {
        Path journal = folder.resolve("run.journal");
        AtomicInteger calls = new AtomicInteger();
        Study<double[]> study = Study.of(BOX, (double[] x) -> {
                    double loss = sphere(x);
                    Arrays.fill(x, 99);
                    return calls.incrementAndGet() % 4 == 0 ? null : Outcome.of(loss);
                })
                .optimizer(new Walk())
                .budget(40)
                .journal(journal);
        Result<double[]> result = study.run();
        assertThat(result.failures()).isEqualTo(10);
        assertThat(study.run().best()).isEqualTo(result.best());
    }

    @Test
    void combinesRecipes() {
        Recipe recipe = Recipe.portfolio(
                        0.3, Recipe.use(new Walk()), Recipe.use(new Halves(6)), Recipe.use(new Compass()))
                .then(Recipe.Length.ofBudget(0.5), Recipe.use(new Compass()));
        List<Event> events = new ArrayList<>();
        Result<double[]> result = Study.minimize(BOX, StudyTest::sphere)
                .optimizer(recipe)
                .budget(400)
                .observe(events::add)
                .run();
        assertThat(result.value()).isLessThan(1e-3);
        assertThat(events).hasAtLeastOneElementOfType(Event.Restarted.class);
    }

    @Test
    void findsTheFrontOfTwoObjectives() {
        Result<double[]> result = Study.of(
                        Space.reals(1, -2, 4), (double[] x) -> Outcome.of(x[0] * x[0], (x[0] - 2) * (x[0] - 2)))
                .goal(Goal.minimize(2))
                .optimizer(new Walk())
                .budget(100)
                .run();
        assertThat(result.front()).hasSizeGreaterThan(3);
        for (int i = 1; i < result.front().size(); i++) {
            assertThat(result.front().get(i).losses()[1])
                    .isLessThan(result.front().get(i - 1).losses()[1]);
        }
    }
}
