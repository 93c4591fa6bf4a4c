package dev.fathom.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.Goal;
import dev.fathom.Outcome;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Sequential;
import dev.fathom.problems.Box;
import dev.fathom.problems.Formula;
import dev.fathom.problems.Known;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DecreaseTest {

    /// x² + 7, starting at 10, where delta is 100.
    private static TestProblem parabola(double start, AtomicInteger calls) {
        return new TestProblem(
                "parabola",
                Box.reals(new double[] {-1000}, new double[] {1000}, new double[] {start}),
                Goal.minimize(),
                Formula.of(x -> {
                    calls.incrementAndGet();
                    return x[0] * x[0] + 7;
                }),
                null,
                new Known.Optimum(new double[1], 7));
    }

    private static Tracker run(TestProblem problem, double... points) throws InterruptedException {
        Sequential listed = (f, shape, rng) -> {
            for (double point : points) {
                f.at(new double[] {shape.columns().getFirst().quantile((point + 1000) / 2000)});
            }
            return "the list is at its end";
        };
        Contestant contestant = new Contestant("Listed", Recipe.use(listed));
        Runner runner = new Runner(
                problem,
                Runner.search(contestant, points.length, Workers.one(), 1),
                new Quality.Regret(7),
                Decrease.of(problem).levels(),
                Trace.none());
        runner.run(Workers.one());
        return runner.tracker();
    }

    @Test
    void timesAreThoseOfTheCommonStart() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        // Deltas 400, 16, 9, 81, 0.09, 0.01; solved at 10, 0.1, 0.001 and 0.00001.
        Tracker tracker = run(parabola(10, calls), 20, 4, 3, 9, 0.3, 0.1);
        assertThat(tracker.first()).isCloseTo(400, Offset.offset(1e-6));
        assertThat(tracker.solved()).containsExactly(3, 5, 0, 0);
        assertThat(tracker.evaluations()).isEqualTo(6);
        assertThat(calls).hasValue(7);
    }

    @Test
    void severalPrecisionsAreReachedAtOnce() throws InterruptedException {
        Tracker tracker = run(parabola(10, new AtomicInteger()), 11, 0.01, 0.001);
        assertThat(tracker.solved()).containsExactly(2, 2, 2, 3);
    }

    @Test
    void whatCountsForNothingIsNotTheFirst() {
        Tracker tracker = new Tracker(TestProblem.targets(), new double[] {5, 1}, 1);
        for (double delta : new double[] {Double.POSITIVE_INFINITY, Double.NaN, 50, 5, 60, 2}) {
            tracker.add(delta, 0);
        }
        assertThat(tracker.first()).isEqualTo(50);
        assertThat(tracker.solved()).containsExactly(4, 0);
        assertThat(new Tracker(TestProblem.targets(), new double[0], 1).first()).isNaN();
    }

    @Test
    void levelsDoNotLieBelowTheLastTarget() {
        Decrease near = Decrease.of(parabola(0.01, new AtomicInteger()));
        assertThat(near.start()).isCloseTo(1e-4, Offset.offset(1e-12));
        assertThat(near.levels()[1]).isCloseTo(1e-7, Offset.offset(1e-12));
        assertThat(near.levels()[2]).isEqualTo(TestProblem.targets()[50]);
        assertThat(near.levels()[3]).isEqualTo(TestProblem.targets()[50]);
    }

    @Test
    void someProblemsHaveNone() {
        assertThat(Decrease.of(parabola(0, new AtomicInteger())).levels()).isEmpty();
        assertThat(Decrease.of(Problems.of("zdt1")).start()).isNaN();
        TestProblem failing = new TestProblem(
                "failing",
                Box.cube(1, 0, 1),
                Goal.minimize(),
                Formula.of(x -> {
                    throw new IllegalStateException("no value");
                }),
                null,
                new Known.Optimum(new double[1], 0));
        assertThat(Decrease.of(failing).start()).isNaN();
    }

    @Test
    void anInfeasibleStartCountsWithItsLoss() {
        TestProblem problem = new TestProblem(
                "cut",
                Box.reals(new double[] {0}, new double[] {10}, new double[] {2}),
                Goal.minimize().withConstraints(1),
                x -> new Outcome.Values(new double[] {x[0]}, new double[] {5 - x[0]}),
                null,
                new Known.Optimum(new double[] {5}, 5));
        assertThat(Decrease.of(problem).start()).isEqualTo(3);
        assertThat(Decrease.of(problem).levels()[0]).isCloseTo(0.3, Offset.offset(1e-12));
    }
}
