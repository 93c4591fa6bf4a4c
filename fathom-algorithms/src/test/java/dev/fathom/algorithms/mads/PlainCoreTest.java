package dev.fathom.algorithms.mads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.Outcome;
import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.math.Rng;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import dev.fathom.space.Space;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// MADS without models and simplex search, given the random numbers of NOMAD 4.5.1, finds the values that were measured
/// of it (minimum, median and maximum over the seeds 0 … 4): its mesh, directions, order, opportunism, cache and
/// barrier
/// are the same.
class PlainCoreTest {

    /// The generator of NOMAD: three words of 32 bits, advanced as often as the seed says; directions of normal
    /// numbers by the polar method.
    private static final class Stream implements UnitVectors {
        private int x = 123456789;
        private int y = 362436069;
        private int z = 521288629;

        Stream(int seed) {
            for (int i = 0; i < seed; i++) {
                word();
            }
        }

        private int word() {
            x ^= x << 16;
            x ^= x >>> 5;
            x ^= x << 1;
            int t = x;
            x = y;
            y = z;
            z = t ^ x ^ y;
            return z;
        }

        private double uniform() {
            return -1 + 2 * (Integer.toUnsignedLong(word()) / 4294967295.0);
        }

        private double normal() {
            while (true) {
                double u = uniform();
                double v = uniform();
                double w = u * u + v * v;
                if (w < 1 && w > 0) {
                    return u * Math.sqrt(-2 * Math.log(w) / w);
                }
            }
        }

        @Override
        public double[] next(int n) {
            double[] q = new double[n];
            Arrays.setAll(q, j -> normal());
            return UnitVectors.scaled(q, 1 / UnitVectors.length(q));
        }
    }

    /// Evaluates a problem a number of times, then ends the run.
    private static final class Counted implements Oracle {
        private final TestProblem problem;
        private final Space<double[]> space;
        private final double[] best;
        private int count;

        Counted(TestProblem problem, int budget) {
            this.problem = problem;
            this.space = problem.box().space();
            best = new double[budget];
        }

        @Override
        public Row at(double[] x) {
            if (count == best.length) {
                throw new Descent.Ended("budget");
            }
            Row row = new Row(count, x.clone(), 0);
            Outcome.Values values = problem.values(space.decode(x, 0));
            row.tell(values.losses(), values.constraints());
            double before = count == 0 ? Double.POSITIVE_INFINITY : best[count - 1];
            best[count++] = row.isFeasible() ? Math.min(before, row.value()) : before;
            return row;
        }

        @Override
        public Row[] all(double[][] points) {
            return Arrays.stream(points).map(this::at).toArray(Row[]::new);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mw-chebyquad:d8,50,0.025919214,0.028712713,0.032844745",
        "mw-chebyquad:d8,200,0.0090789257,0.010488968,0.017103206",
        "mw-chebyquad:d8,1000,0.0037977119,0.0057181512,0.008341935",
        "mw-osborne-one,100,0.064809698,0.17522263,1.1532352",
        "mw-osborne-one,1000,0.00043336979,0.0011482562,0.03585133",
        "mw-bdqrtic:d8,200,23.9195,30.474056,61.00624",
        "mw-bdqrtic:d8,1000,10.238991,10.239035,10.239277",
        "mw-rank-one-zero-abs:d7,100,15.653,29.61,105.125",
        "mw-rank-one-zero-abs:d7,1000,15.375,15.375,15.375",
        "mw-freudenstein-roth-abs,100,9.8979042,9.8979043,11.306698",
        "mesh-rastrigin:d10,100,95.749969,128.30914,141.86149",
        "mesh-rastrigin:d10,1000,0.084236023,2.4297875,3.3800457",
        "g02:d10,100,-0.20852372,-0.16015642,-0.14541614",
        "g02:d10,1000,-0.25355434,-0.23433153,-0.19323033"
    })
    void findsTheMeasuredValues(String name, int evaluations, double least, double median, double most) {
        double[] values = new double[5];
        for (int seed = 0; seed < values.length; seed++) {
            values[seed] = run(Problems.of(name), seed, evaluations);
        }
        Arrays.sort(values);
        assertThat(values[0]).isCloseTo(least, within(1e-7 * Math.abs(least)));
        assertThat(values[2]).isCloseTo(median, within(1e-7 * Math.abs(median)));
        assertThat(values[4]).isCloseTo(most, within(1e-7 * Math.abs(most)));
    }

    private static double run(TestProblem problem, int seed, int evaluations) {
        Settings settings = Settings.STANDARD
                .with("DIRECTION_TYPE", "ORTHO 2N")
                .with("QUAD_MODEL_SEARCH", "no")
                .with("NM_SEARCH", "no")
                .with("EVAL_QUEUE_SORT", "DIR_LAST_SUCCESS")
                .with("RHO", "inf");
        if (problem.goal().constraints() > 0) {
            settings = settings.with("BB_OUTPUT_TYPE", "OBJ EB EB");
        }
        Counted f = new Counted(problem, evaluations);
        Space<double[]> space = problem.box().space();
        Shape shape = new Shape(
                space.columns(),
                1,
                problem.goal().constraints(),
                evaluations,
                1,
                false,
                Start.origin(space.columns().size()));
        Mads.run(new Descent(f, shape, settings, Hooks.NONE, Rng.of(seed), new Stream(seed)));
        return f.best[Math.min(f.count, evaluations) - 1];
    }
}
