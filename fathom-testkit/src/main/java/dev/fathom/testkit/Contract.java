package dev.fathom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.Budget;
import dev.fathom.Goal;
import dev.fathom.Optimizer;
import dev.fathom.Outcome;
import dev.fathom.Search;
import dev.fathom.Trial;
import dev.fathom.algorithm.Recipe;
import dev.fathom.math.Rng;
import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The promises that every way of searching must keep, each as a test.
///
/// ```java
/// @TestFactory
/// Stream<DynamicTest> myAlgorithm() {
///     return Contract.of("MyAlgorithm", Recipe.use(new MyAlgorithm())).tests();
/// }
/// ```
///
/// @param name how the tests call it
/// @param recipe what is tested
/// @param budget evaluations of a run on the easy problem, at least 60
/// @param solved what the median final loss of the shifted sphere `Σ (x_j - 1.5)²`, `x ∈ [-5, 5]³`, over [#SEEDS] seeds
/// must not exceed
public record Contract(String name, Recipe recipe, int budget, double solved) {

    /// Number of seeds of the comparisons in distribution.
    public static final int SEEDS = 11;

    /// Evaluations of the runs that are not measured.
    private static final int ROUNDS = 200;

    private static final double TARGET = 1.5;
    private static final Space<double[]> BOX = Space.reals(3, -5, 5);

    /// 1,000 evaluations, after which the loss must be a thousandth of where the search starts.
    public static Contract of(String name, Recipe recipe) {
        return new Contract(name, recipe, 1_000, 3 * TARGET * TARGET / 1000);
    }

    /// The same with another threshold for the easy problem.
    public Contract solving(double threshold) {
        return new Contract(name, recipe, budget, threshold);
    }

    /// The same with another budget.
    public Contract withBudget(int evaluations) {
        return new Contract(name, recipe, evaluations, solved);
    }

    /// All promises as tests.
    public Stream<DynamicTest> tests() {
        Resumption resumption = new Resumption(recipe, ROUNDS);
        return Stream.of(
                test("solves its easy problem", this::solvesItsEasyProblem),
                test("repeats with its seed", this::repeatsWithItsSeed),
                test("differs with another seed or is deterministic", this::anotherSeedIsAnotherRun),
                test("recommends before the first ask", this::recommendsBeforeTheFirstAsk),
                test("stays inside the bounds", this::staysInsideTheBounds),
                test("respects cheap constraints", this::respectsCheapConstraints),
                test("prefers feasible points", this::prefersFeasiblePoints),
                test("survives failures, NaN and infinity", this::survivesFailures),
                test("survives nothing but failures", this::survivesNothingButFailures),
                test("learns in any order, twice, and what it did not ask", this::learnsInAnyOrder),
                test("bears more workers than its generation", this::bearsManyWorkers),
                test("searches one column", this::searchesOneColumn),
                test("searches a mixed space", this::searchesMixedSpace),
                test("bears a flat loss", this::bearsFlatLoss),
                test("bears a hole in a plain", this::bearsAHoleInAPlain),
                test("evaluates suggestions", this::evaluatesSuggestions),
                test("resumes exactly after every kind of stop", resumption::sequential),
                test("resumes exactly with parallel workers", resumption::parallel),
                test("resumes exactly when results arrive in any order", resumption::asynchronous));
    }

    private DynamicTest test(String promise, Resumption.Check check) {
        return DynamicTest.dynamicTest(name + " " + promise, check::run);
    }

    // ---- the promises ----

    void solvesItsEasyProblem() {
        double[] losses = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            Search search = new Search(recipe, Budget.of(budget), 1, seed);
            try (Optimizer<double[]> optimizer = Optimizer.of(BOX, Goal.minimize(), search)) {
                losses[seed] = minimize(optimizer, Contract::sphere);
            }
        }
        assertThat(median(losses))
                .as("median of the final losses %s of %s", Arrays.toString(losses), name)
                .isLessThanOrEqualTo(solved);
    }

    void repeatsWithItsSeed() {
        assertThat(asks(7)).isDeepEqualTo(asks(7));
    }

    void anotherSeedIsAnotherRun() {
        // deterministic methods ask the same points with every seed: then all seeds must agree
        boolean same = Arrays.deepEquals(asks(7), asks(8));
        assertThat(Arrays.deepEquals(asks(7), asks(9))).isEqualTo(same);
    }

    private double[][] asks(long seed) {
        List<double[]> points = new ArrayList<>();
        try (Optimizer<double[]> optimizer = open(BOX, seed, 1)) {
            for (int i = 0; i < 60; i++) {
                Trial<double[]> trial = optimizer.ask();
                points.add(trial.value());
                optimizer.tell(trial, sphere(trial.value()));
            }
        }
        return points.toArray(double[][]::new);
    }

    void recommendsBeforeTheFirstAsk() {
        try (Optimizer<double[]> optimizer = open(BOX, 1, 1)) {
            assertInside(optimizer.recommend());
            assertThat(optimizer.best()).isEmpty();
        }
    }

    void staysInsideTheBounds() {
        // the optimum lies outside, so that every method is drawn to the bounds
        try (Optimizer<double[]> optimizer = open(BOX, 3, 2)) {
            for (int i = 0; i < ROUNDS; i++) {
                Trial<double[]> trial = optimizer.ask();
                assertInside(trial.value());
                optimizer.tell(trial, Arrays.stream(trial.value()).sum());
            }
        }
    }

    void respectsCheapConstraints() {
        Space<double[]> space = BOX.subjectTo("x0 + x1 <= 1", x -> x[0] + x[1] - 1);
        try (Optimizer<double[]> optimizer = open(space, 4, 1)) {
            for (int i = 0; i < 100; i++) {
                Trial<double[]> trial = optimizer.ask();
                assertThat(trial.value()[0] + trial.value()[1]).isLessThanOrEqualTo(1);
                optimizer.tell(trial, sphere(trial.value()));
            }
            assertThat(optimizer.recommend())
                    .satisfies(x -> assertThat(x[0] + x[1]).isLessThanOrEqualTo(1));
        }
    }

    void prefersFeasiblePoints() {
        // feasible where x0 <= 1; the unconstrained optimum is not
        Goal goal = Goal.minimize().withConstraints(1);
        try (Optimizer<double[]> optimizer = Optimizer.of(BOX, goal, search(5, 1))) {
            for (int i = 0; i < ROUNDS; i++) {
                Trial<double[]> trial = optimizer.ask();
                double[] x = trial.value();
                optimizer.tell(trial, Outcome.of(sphere(x)).subjectTo(x[0] - 1));
            }
            assertThat(optimizer.recommend()[0]).isLessThanOrEqualTo(1);
            assertThat(optimizer.best())
                    .hasValueSatisfying(best -> assertThat(best.isFeasible()).isTrue());
        }
    }

    void survivesFailures() {
        Rng rng = Rng.of(6);
        try (Optimizer<double[]> optimizer = open(BOX, 6, 2)) {
            for (int i = 0; i < ROUNDS; i++) {
                Trial<double[]> trial = optimizer.ask();
                switch (rng.nextInt(10)) {
                    case 0 -> optimizer.tell(trial, Double.NaN);
                    case 1 -> optimizer.tell(trial, Double.POSITIVE_INFINITY);
                    case 2 -> optimizer.tell(trial, Double.NEGATIVE_INFINITY);
                    case 3 -> optimizer.tell(trial, Outcome.failed("the simulator crashed"));
                    default -> optimizer.tell(trial, sphere(trial.value()));
                }
            }
            assertThat(optimizer.failures()).isPositive();
            assertThat(sphere(optimizer.recommend())).isLessThan(3 * TARGET * TARGET);
        }
    }

    void survivesNothingButFailures() {
        try (Optimizer<double[]> optimizer = open(BOX, 7, 1)) {
            for (int i = 0; i < 60; i++) {
                optimizer.tell(optimizer.ask(), Outcome.failed("nothing works"));
            }
            assertThat(optimizer.best()).isEmpty();
            assertThat(optimizer.recommend()).hasSize(3);
        }
    }

    void learnsInAnyOrder() {
        Rng rng = Rng.of(8);
        List<Trial<double[]>> open = new ArrayList<>();
        try (Optimizer<double[]> optimizer = open(BOX, 8, 5)) {
            optimizer.tell(new double[] {4, 4, 4}, Outcome.of(sphere(new double[] {4, 4, 4})));
            for (int i = 0; i < ROUNDS; i++) {
                open.add(optimizer.ask());
                if (open.size() == 5) {
                    Trial<double[]> trial = open.remove(rng.nextInt(5));
                    optimizer.tell(trial, sphere(trial.value()));
                    if (i % 20 == 0) {
                        optimizer.tell(trial, sphere(trial.value()));
                        optimizer.tell(new double[] {1, 1, i / (double) ROUNDS}, Outcome.of(sphere(new double[] {
                            1, 1, i / (double) ROUNDS
                        })));
                    }
                }
            }
            assertThat(sphere(optimizer.recommend())).isLessThan(3 * TARGET * TARGET);
        }
    }

    void bearsManyWorkers() {
        try (Optimizer<double[]> optimizer = open(BOX, 9, 64)) {
            for (int round = 0; round < 4; round++) {
                List<Trial<double[]>> trials = optimizer.ask(64);
                trials.forEach(t -> optimizer.tell(t, sphere(t.value())));
            }
            assertThat(sphere(optimizer.recommend())).isLessThan(3 * TARGET * TARGET);
        }
    }

    void searchesOneColumn() {
        Space<double[]> line = Space.reals(1, -5, 5);
        try (Optimizer<double[]> optimizer = open(line, 10, 1)) {
            assertThat(minimize(optimizer, Contract::sphere)).isLessThan(0.25);
        }
    }

    void searchesMixedSpace() {
        Space<Map<String, Object>> space = Space.group(
                Space.log("rate", 1e-4, 1),
                Space.integer("layers", 1, 8),
                Space.choice("kind", "relu", "tanh", "gelu"),
                Space.bool("bias"));
        try (Optimizer<Map<String, Object>> optimizer = open(space, 11, 1)) {
            for (int i = 0; i < ROUNDS; i++) {
                Trial<Map<String, Object>> trial = optimizer.ask();
                optimizer.tell(trial, mixed(trial.value()));
            }
            assertThat(mixed(optimizer.recommend())).isLessThan(mixed(space.initial()));
        }
    }

    private static double mixed(Map<String, Object> value) {
        double rate = StrictMath.log10(number(value, "rate")) + 3;
        double layers = number(value, "layers") - 7;
        return rate * rate
                + layers * layers
                + ("gelu".equals(value.get("kind")) ? 0 : 1)
                + (Boolean.TRUE.equals(value.get("bias")) ? 0 : 1);
    }

    private static double number(Map<String, Object> value, String name) {
        return value.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    void bearsFlatLoss() {
        try (Optimizer<double[]> optimizer = open(BOX, 12, 1)) {
            for (int i = 0; i < ROUNDS; i++) {
                Trial<double[]> trial = optimizer.ask();
                assertInside(trial.value());
                optimizer.tell(trial, 1.0);
            }
        }
    }

    /// One hole in a plain: restarted searches that converge on the plain must not grow without end.
    void bearsAHoleInAPlain() {
        try (Optimizer<double[]> optimizer = open(BOX, 18, 1)) {
            double[] hole = {0.1, 0.2, 0.3};
            optimizer.suggest(hole);
            for (int i = 0; i < 15 * ROUNDS; i++) {
                Trial<double[]> trial = optimizer.ask();
                optimizer.tell(trial, Arrays.equals(trial.value(), hole) ? -1 : 0);
            }
            assertThat(optimizer.recommend()).containsExactly(hole);
        }
    }

    void evaluatesSuggestions() {
        try (Optimizer<double[]> optimizer = open(BOX, 13, 1)) {
            optimizer.suggest(new double[] {TARGET, TARGET, TARGET});
            Trial<double[]> trial = optimizer.ask();
            assertThat(sphere(trial.value())).isLessThan(1e-20);
            optimizer.tell(trial, sphere(trial.value()));
            assertThat(minimize(optimizer, Contract::sphere)).isLessThan(1e-20);
        }
    }

    // ---- tools ----

    private Search search(long seed, int workers) {
        return new Search(recipe, Budget.of(ROUNDS), workers, seed);
    }

    private <T> Optimizer<T> open(Space<T> space, long seed, int workers) {
        return Optimizer.of(space, Goal.minimize(), search(seed, workers));
    }

    private double minimize(Optimizer<double[]> optimizer, java.util.function.ToDoubleFunction<double[]> f) {
        while (optimizer.hasBudget()) {
            Trial<double[]> trial = optimizer.ask();
            optimizer.tell(trial, f.applyAsDouble(trial.value()));
        }
        return f.applyAsDouble(optimizer.recommend());
    }

    private static void assertInside(double[] x) {
        assertThat(x).hasSize(3);
        for (double v : x) {
            assertThat(v).isBetween(-5.0, 5.0);
        }
    }

    /// `Σ (x_j - 1.5)²`.
    static double sphere(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += (v - TARGET) * (v - TARGET);
        }
        return sum;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
