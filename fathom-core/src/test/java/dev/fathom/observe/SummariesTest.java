package dev.fathom.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fathom.Averaging;
import dev.fathom.Direction;
import dev.fathom.Goal;
import dev.fathom.Objective;
import dev.fathom.Outcome;
import dev.fathom.Study;
import dev.fathom.Toys;
import dev.fathom.event.Event;
import dev.fathom.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummariesTest {

    private final List<Summary> summaries = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    /// What the summary of the generation `from … to` must be.
    private void check(Summary summary, int from, int to, Direction direction) {
        double[] ever = values.stream()
                .limit(to)
                .mapToDouble(v -> v)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double[] here = values.subList(from, to).stream()
                .mapToDouble(v -> v)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        boolean small = direction == Direction.MINIMIZE;
        Summary.Losses losses = summary.losses().getFirst();
        assertThat(summary.evaluations()).isEqualTo(to);
        assertThat(summary.failures()).isEqualTo(to - ever.length);
        assertThat(losses.bestEver()).isEqualTo(ever[small ? 0 : ever.length - 1]);
        assertThat(losses.worstEver()).isEqualTo(ever[small ? ever.length - 1 : 0]);
        assertThat(losses.best()).isEqualTo(here[small ? 0 : here.length - 1]);
        assertThat(losses.mean()).isCloseTo(Arrays.stream(here).average().orElseThrow(), within());
        assertThat(losses.median()).isEqualTo(here[(here.length - 1) / 2]);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }

    private double record(double value) {
        values.add(value);
        return value;
    }

    @Test
    void sumUpRowsToldOneByOne() {
        for (Direction direction : Direction.values()) {
            values.clear();
            summaries.clear();
            Study<double[]> study = Study.of(
                            Space.reals(2, -5, 5),
                            Objective.of(x -> record(Math.abs(x[0]) > 2 ? Double.NaN : x[0] * x[0] + x[1])))
                    .goal(new Goal(List.of(direction), 0, false));
            study.optimizer(new Toys.Halves(10))
                    .budget(35)
                    .observe(Summaries.to(summaries::add))
                    .run();
            assertThat(values).anyMatch(v -> v.isNaN()).hasSize(35);
            assertThat(summaries).extracting(Summary::iteration).containsExactly(1L, 2L, 3L, 4L);
            for (int i = 0; i < 4; i++) {
                check(summaries.get(i), 10 * i, Math.min(35, 10 * i + 10), direction);
            }
            assertThat(summaries).extracting(Summary::seconds).isSorted();
        }
    }

    @Test
    void sumUpWholePopulations() {
        Study<double[]> study = Study.maximize(Space.reals(3, -5, 5), Objective.tensor(x -> {
            var losses = x.square().rowSums();
            Arrays.stream(losses.toArray()).forEach(this::record);
            return losses;
        }));
        study.optimizer(new Averaging(20))
                .budget(50)
                .observe(Summaries.to(summaries::add))
                .run();
        assertThat(summaries).hasSize(3);
        for (int i = 0; i < 3; i++) {
            check(summaries.get(i), 20 * i, Math.min(50, 20 * i + 20), Direction.MAXIMIZE);
        }
    }

    @Test
    void leaveOutWhatIsInfeasible() {
        Goal goal = Goal.minimize().withConstraints(1);
        Study.of(Space.reals(1, -5, 5), (Objective<double[]>)
                        x -> Outcome.of(record(x[0])).subjectTo(-1 - x[0]))
                .goal(goal)
                .optimizer(new Toys.Halves(10))
                .budget(30)
                .observe(Summaries.to(summaries::add))
                .run();
        assertThat(values).anyMatch(v -> v < -1);
        values.replaceAll(v -> v < -1 ? Double.NaN : v);
        Summary last = summaries.getLast();
        assertThat(last.failures()).isZero();
        assertThat(last.losses().getFirst().bestEver())
                .isEqualTo(values.stream()
                        .filter(v -> !v.isNaN())
                        .min(Double::compare)
                        .orElseThrow());
        List<Double> evaluated = new ArrayList<>();
        Study.minimize(Space.reals(1, -5, 5), Objective.tensor(x -> {
                    var results = x.affine(x.substrate().row(1), x.substrate().row(0));
                    Arrays.stream(results.toArray()).forEach(evaluated::add);
                    return x.substrate().of(pairs(results.toArray()), x.rows(), 2);
                }))
                .goal(goal)
                .optimizer(new Averaging(20))
                .budget(60)
                .observe(Summaries.to(summaries::add))
                .run();
        assertThat(evaluated).anyMatch(v -> v < -1);
        assertThat(summaries.getLast().losses().getFirst().bestEver())
                .isEqualTo(evaluated.stream()
                        .filter(v -> v >= -1)
                        .min(Double::compare)
                        .orElseThrow());
    }

    private static double[] pairs(double[] x) {
        double[] pairs = new double[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            pairs[2 * i] = x[i];
            pairs[2 * i + 1] = -1 - x[i];
        }
        return pairs;
    }

    @Test
    void nameTheColumnsOfSeveralObjectives() {
        Study.of(Space.reals(2, -5, 5), (Objective<double[]>) x -> Outcome.of(x[0], x[1]))
                .goal(new Goal(List.of(Direction.MINIMIZE, Direction.MAXIMIZE), 0, false))
                .optimizer(new Toys.Halves(10))
                .budget(20)
                .observe(Summaries.to(summaries::add))
                .run();
        Summary last = summaries.getLast();
        assertThat(last.columns())
                .containsKeys("iter", "obj0_best_eval", "obj1_median_eval")
                .hasSize(14);
        assertThat(last.losses().get(0).bestEver())
                .isLessThan(last.losses().get(0).worstEver());
        assertThat(last.losses().get(1).bestEver())
                .isGreaterThan(last.losses().get(1).worstEver());
    }

    private List<Long> iterations(Pace pace, int budget) {
        summaries.clear();
        Study.minimize(Space.reals(2, -5, 5), x -> x[0] * x[0])
                .optimizer(new Toys.Halves(10))
                .budget(budget)
                .observe(Summaries.to(pace, summaries::add))
                .run();
        return summaries.stream().map(Summary::iteration).toList();
    }

    @Test
    void comeAtTheirPaceAndAtTheEnd() {
        assertThat(iterations(Pace.every(3), 100)).containsExactly(3L, 6L, 9L, 10L);
        assertThat(iterations(Pace.every(3), 90)).containsExactly(3L, 6L, 9L);
        assertThat(iterations(Pace.every(3).afterFirst(), 100)).containsExactly(1L, 4L, 7L, 10L);
        assertThat(iterations(Pace.every(1).afterFirst(), 30)).containsExactly(1L, 2L, 3L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pace.every(0))
                .withMessageContaining("every 0")
                .withMessageContaining("Maybe");
    }

    @Test
    void ofSearchesWithoutGenerationsComeAfterSoManyRows() {
        Study<double[]> study = Study.minimize(Space.reals(2, -5, 5), x -> record(x[0] * x[0] + x[1]))
                .optimizer(new Toys.Walk())
                .budget(45);
        study.observe(Summaries.to(summaries::add)).run();
        assertThat(summaries).hasSize(1);
        check(summaries.getFirst(), 0, 45, Direction.MINIMIZE);
        values.clear();
        summaries.clear();
        study.observe(Summaries.to(Pace.every(1).orRows(20), summaries::add)).run();
        assertThat(summaries).hasSize(3);
        check(summaries.get(1), 20, 40, Direction.MINIMIZE);
        check(summaries.get(2), 40, 45, Direction.MINIMIZE);
    }

    @Test
    void reachObserversAfterTheLastRowOfTheGeneration() {
        List<Event> events = new ArrayList<>();
        Study.minimize(Space.reals(2, -5, 5), x -> -record(x[0]))
                .optimizer(new Toys.Halves(10))
                .budget(40)
                .observe(events::add)
                .run();
        long told = 0;
        long generations = 0;
        for (Event event : events) {
            told += event instanceof Event.Told ? 1 : 0;
            if (event instanceof Event.Generation generation) {
                generations++;
                assertThat(told).isEqualTo(10 * generation.number());
            }
        }
        assertThat(generations).isEqualTo(4);
    }
}
