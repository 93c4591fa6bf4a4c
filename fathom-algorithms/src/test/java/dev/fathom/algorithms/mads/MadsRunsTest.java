package dev.fathom.algorithms.mads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.Evaluation;
import dev.fathom.Goal;
import dev.fathom.Objective;
import dev.fathom.Outcome;
import dev.fathom.Problem;
import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.algorithm.Recipe;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MadsRunsTest {

    private static final Mads PLAIN = new Mads()
            .with(Parameters.DIRECTION_TYPE, List.of(DirectionType.ORTHO_2N))
            .with(Parameters.QUAD_MODEL_SEARCH, false)
            .with(Parameters.NM_SEARCH, false);

    private static Result<double[]> run(TestProblem problem, Mads mads, long budget) {
        return Study.of(problem.problem(1))
                .optimizer(Recipe.use(mads).once())
                .budget(budget)
                .seed(1)
                .run();
    }

    @ParameterizedTest
    @CsvSource({"snake,PB,1e-4", "disk:d10,PB,1e-3", "disk:d10,EB,0.1", "g01,PB,1e-3", "g06,PB,1e-2", "g08,PB,1e-4"})
    void constrainedProblemsAreSolved(String name, OutputType type, double tolerance) {
        TestProblem problem = Problems.of(name);
        List<OutputType> outputs = new ArrayList<>(List.of(OutputType.OBJ));
        for (int k = 0; k < problem.goal().constraints(); k++) {
            outputs.add(type);
        }
        Result<double[]> result = run(problem, new Mads().with(Parameters.BB_OUTPUT_TYPE, outputs), 3000);
        Evaluation<double[]> best = result.bestSeen().orElseThrow();
        assertThat(best.isFeasible()).isTrue();
        assertThat(best.loss())
                .isCloseTo(problem.minimum(), within(tolerance * Math.max(1, Math.abs(problem.minimum()))));
    }

    @Test
    void extremeBarriersAreSatisfiedFirst() {
        Space<double[]> space = Space.reals(2).init(new double[] {-3, 2});
        Objective<double[]> objective =
                x -> Outcome.of(x[0] * x[0] + x[1] * x[1]).subjectTo(1 - x[0], x[1] - 0.5);
        Mads mads = new Mads().with(Parameters.BB_OUTPUT_TYPE, List.of(OutputType.OBJ, OutputType.EB, OutputType.EB));
        Result<double[]> result = Study.of(
                        Problem.of(space, objective, Goal.minimize().withConstraints(2)))
                .optimizer(Recipe.use(mads).once())
                .budget(600)
                .run();
        assertThat(result.best()[0]).isCloseTo(1, within(1e-3));
        assertThat(result.best()[1]).isCloseTo(0, within(0.05));
        assertThat(result.reason()).contains("phase one");
    }

    @Test
    void wholeVariablesEndByThemselves() {
        Space<List<Object>> space = Space.tuple(
                Space.integer(-20, 20).init(15), Space.integer(-20, 20).init(-11));
        Result<List<Object>> result = Study.minimize(space, v -> {
                    int a = (Integer) v.get(0);
                    int b = (Integer) v.get(1);
                    return (a - 3) * (a - 3) + (b - 4) * (b - 4) + 0.1 * a * b;
                })
                .optimizer(Recipe.use(new Mads()).once())
                .budget(5000)
                .run();
        assertThat(result.best()).isEqualTo(List.of(3, 4));
        assertThat(result.evaluations()).isLessThan(1682); // all points there are
        assertThat(result.reason()).contains("mesh");
    }

    @Test
    void granularVariablesStayOnTheirGrid() {
        List<double[]> seen = new ArrayList<>();
        Space<double[]> space = Space.reals(3).init(new double[] {1, 1.5, 2});
        Mads mads = new Mads().with(Parameters.GRANULARITY, PerVariable.of(0.1, 0.25, 0));
        Result<double[]> result = Study.minimize(space, x -> {
                    seen.add(x.clone());
                    return (x[0] - 0.33) * (x[0] - 0.33) + (x[1] - 0.6) * (x[1] - 0.6) + (x[2] - 0.7) * (x[2] - 0.7);
                })
                .optimizer(Recipe.use(mads).once())
                .budget(600)
                .run();
        assertThat(seen).allSatisfy(x -> {
            assertThat(x[0] / 0.1 - Math.rint(x[0] / 0.1)).isCloseTo(0, within(1e-9));
            assertThat(x[1] / 0.25 - Math.rint(x[1] / 0.25)).isCloseTo(0, within(1e-9));
        });
        assertThat(result.best()[0]).isCloseTo(0.3, within(1e-9));
        assertThat(result.best()[1]).isCloseTo(0.5, within(1e-9));
        assertThat(result.best()[2]).isCloseTo(0.7, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORTHO 2N", "ORTHO N+1 NEG", "ORTHO N+1 QUAD", "N+1 UNI", "QR 2N", "LT 2N", "LT N+1", "CS"})
    void everyDirectionTypeConverges(String type) {
        Mads mads = PLAIN.with(
                Parameters.DIRECTION_TYPE,
                List.of(Parameters.DIRECTION_TYPE.read(type).getFirst()));
        Result<double[]> result = run(Problems.of("mesh-sphere:d5"), mads, 3000);
        assertThat(result.value()).isLessThan(1e-6);
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECTION_SOURCE,HALTON",
        "ANISOTROPIC_MESH,no",
        "SIMPLE_LINE_SEARCH,yes",
        "SPECULATIVE_SEARCH,no",
        "QUAD_MODEL_SEARCH,yes",
        "NM_SEARCH,yes",
        "VNS_MADS_SEARCH,yes",
        "VNSMART_MADS_SEARCH,yes",
        "LH_SEARCH,20 2",
        "MEGA_SEARCH_POLL,yes",
        "EVAL_OPPORTUNISTIC,no",
        "EVAL_QUEUE_SORT,RANDOM",
        "EVAL_QUEUE_SORT,LEXICOGRAPHICAL",
        "EVAL_QUEUE_SORT,DIR_LAST_SUCCESS",
        "BB_MAX_BLOCK_SIZE,4",
        "ORTHO_MESH_REFINE_FREQ,2",
        "TRIAL_POINT_MAX_ADD_UP,12"
    })
    void everySwitchConverges(String name, String value) {
        Mads mads = Mads.of(PLAIN.settings().with(name, value));
        Result<double[]> result = run(Problems.of("mesh-sphere:d4"), mads, 4000);
        assertThat(result.value()).isLessThan(1e-6);
    }

    @Test
    void functionsOfTheUserAreCalled() {
        TestProblem problem = Problems.of("mesh-sphere:d3");
        Hooks hooks = new Hooks((centre, frame) -> List.of(new double[3]), null, x -> x[0], null, null);
        Mads mads = PLAIN.with(Parameters.EVAL_QUEUE_SORT, Choices.QueueSort.SURROGATE)
                .withHooks(hooks);
        assertThat(run(problem, mads, 30).value()).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "MAX_ITERATIONS,5,MAX_ITERATIONS 5",
        "MAX_EVAL,40,MAX_EVAL 40",
        "MIN_FRAME_SIZE,* 0.01,MIN_FRAME_SIZE",
        "MIN_MESH_SIZE,* 0.001,MIN_MESH_SIZE",
        "STOP_IF_FEASIBLE,yes,feasible"
    })
    void theReasonOfTheEndIsTold(String name, String value, String words) {
        Mads mads = Mads.of(PLAIN.settings().with(name, value));
        assertThat(run(Problems.of("mesh-sphere:d3"), mads, 5000).reason()).contains(words);
    }

    @Test
    void neighbourhoodsEscapeLocalMinima() {
        double with = 0;
        double without = 0;
        for (long seed = 0; seed < 9; seed++) {
            Mads shaking = PLAIN.with(Parameters.VNS_MADS_SEARCH, true);
            with += rastrigin(shaking, seed);
            without += rastrigin(PLAIN, seed);
        }
        assertThat(with).isLessThan(without);
    }

    private static double rastrigin(Mads mads, long seed) {
        return Study.of(Problems.of("mesh-rastrigin:d4").problem(1))
                .optimizer(Recipe.use(mads).once())
                .budget(2000)
                .seed(seed)
                .run()
                .value();
    }
}
