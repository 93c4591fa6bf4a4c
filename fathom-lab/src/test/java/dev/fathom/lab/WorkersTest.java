package dev.fathom.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.math.Rng;
import dev.fathom.problems.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkersTest {

    private static Finished run(String optimizer, Workers workers) throws InterruptedException {
        return Experiment.of(Problems.set("bbob"))
                .withOptimizers(optimizer)
                .withBudgets(List.of(Allowance.total(202)))
                .withWorkers(workers)
                .run(Key.parse(optimizer + "/bbob:f15:i2:d5/202/0"));
    }

    private static String deterministic(Finished row) {
        return row.clock() + " " + List.of(row.run().bestDelta(), row.checkpoints())
                + java.util.Arrays.toString(row.times())
                + java.util.Arrays.toString(row.run().hits());
    }

    @ParameterizedTest
    @EnumSource
    void simulatedTimeIsRepeated(Durations durations) throws InterruptedException {
        for (boolean batches : new boolean[] {false, true}) {
            Workers workers = new Workers(8, durations, batches);
            assertThat(deterministic(run("CMA", workers))).isEqualTo(deterministic(run("CMA", workers)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void durationsHaveMeanOne(Durations durations) {
        Rng rng = Rng.of(3);
        double sum = 0;
        for (int i = 0; i < 40_000; i++) {
            double duration = durations.draw(rng);
            assertThat(duration).isNotNegative();
            sum += duration;
        }
        assertThat(sum / 40_000).isBetween(0.97, 1.03); // the standard error of the widest one is 0.0066
    }

    @Test
    void workersShareTheTime() throws InterruptedException {
        assertThat(run("RandomSearch", Workers.one()).clock()).isEqualTo(202);
        assertThat(run("RandomSearch", new Workers(8, Durations.CONSTANT, false))
                        .clock())
                .isEqualTo(26); // 25 rounds of 8 and one of 2
        assertThat(run("RandomSearch", new Workers(8, Durations.CONSTANT, true)).clock())
                .isEqualTo(26);
    }

    @Test
    void waitingForTheSlowestTakesLonger() throws InterruptedException {
        double asynchronous = run("RandomSearch", new Workers(8, Durations.EXPONENTIAL, false))
                .clock();
        double batches =
                run("RandomSearch", new Workers(8, Durations.EXPONENTIAL, true)).clock();
        // on average 202 / 8 = 25 and 25 times the 8th harmonic number, 2.7
        assertThat(asynchronous).isBetween(17.0, 35.0);
        assertThat(batches).isBetween(50.0, 90.0);
    }

    @Test
    void aSearchThatCannotShareWaits() throws InterruptedException {
        Finished alone = run("NelderMead", Workers.one());
        Finished eight = run("NelderMead", new Workers(8, Durations.CONSTANT, false));
        assertThat(eight.run().bestDelta()).isEqualTo(alone.run().bestDelta());
        assertThat(eight.clock()).isBetween(150.0, 202.0); // only its first simplex is one request
    }

    @Test
    void timesBelongToHits() throws InterruptedException {
        Finished row = run("CMA", new Workers(4, Durations.LOGNORMAL, false));
        double last = 0;
        for (int j = 0; j < row.times().length; j++) {
            boolean isReached = row.run().hits()[j] > 0;
            assertThat(Double.isNaN(row.times()[j])).isEqualTo(!isReached);
            if (isReached) {
                assertThat(row.times()[j]).isBetween(last, row.clock());
                last = row.times()[j];
            }
        }
        assertThat(row.run().hits()[0]).isPositive();
    }
}
