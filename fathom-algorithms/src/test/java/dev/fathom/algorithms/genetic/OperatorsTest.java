package dev.fathom.algorithms.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithm.Shape;
import dev.fathom.math.Noise;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OperatorsTest {

    private static final Heap HEAP = Heap.single();
    private static final Noise NOISE = new Noise(5);

    /// Rows whose rank is their place, in a domain without bounds.
    private static Breeding breeding(Tensor x, int searches, int children) {
        return breeding(x, searches, children, Domain.of(Shape.reals(x.columns()), HEAP));
    }

    private static Breeding breeding(Tensor x, int searches, int children, Domain domain) {
        int p = x.rows() / searches;
        double[] ranks = IntStream.range(0, x.rows()).mapToDouble(i -> i % p).toArray();
        return new Breeding(x, HEAP.column(ranks), searches, children, domain);
    }

    /// Row i holds i everywhere.
    private static Tensor counted(int rows, int columns) {
        return HEAP.full(rows, columns, 0)
                .plus(HEAP.column(IntStream.range(0, rows).asDoubleStream().toArray()));
    }

    private static Domain box(int d, double low, double high) {
        Shape shape = Shape.reals(d);
        return Domain.of(
                new Shape(
                        Space.reals(d, low, high).step(1).init(0).columns(),
                        1,
                        0,
                        shape.budget(),
                        1,
                        false,
                        shape.start()),
                HEAP);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    // ---- selection ----

    @Test
    void tournamentsAreWonAsOftenAsByDrawingOneByOne() {
        int n = 4;
        int count = 100_000;
        double[] won = breeding(counted(n, 1), 1, 1).winners(3, count, NOISE).toArray();
        for (int place = 0; place < n; place++) {
            int at = place;
            double share = Arrays.stream(won).filter(w -> w == at).count() / (double) count;
            double expected = Math.pow(1 - place / 4.0, 3) - Math.pow(1 - (place + 1) / 4.0, 3);
            assertThat(share).as("place %d", place).isCloseTo(expected, within(0.005)); // 3 standard errors
        }
    }

    @Test
    void winnersComeFromTheirOwnSearch() {
        double[] ranks = {1, 0, 2, 2, 1, 0};
        Breeding two = new Breeding(counted(6, 1), HEAP.column(ranks), 2, 1, Domain.of(Shape.reals(1), HEAP));
        double[] won = two.winners(200, 2, NOISE).toArray(); // the best one, nearly surely
        assertThat(won).containsExactly(1, 1, 5, 5);
        assertThat(Arrays.stream(two.winners(1, 50, NOISE).toArray()).limit(50)).allMatch(v -> v < 3);
        assertThat(Arrays.stream(two.winners(1, 50, NOISE).toArray()).skip(50)).allMatch(v -> v >= 3);
    }

    // ---- crossover ----

    @Test
    void onePointCrossoverCutsOnceAndPairsComplementEachOther() {
        int d = 6;
        int children = 400;
        double[] x = new PointCrossover(1, 1)
                .of(breeding(counted(50, d), 1, children), NOISE)
                .toArray();
        int[] cuts = new int[d];
        for (int i = 0; i < children / 2; i++) {
            double[] first = Arrays.copyOfRange(x, i * d, (i + 1) * d);
            double[] second = Arrays.copyOfRange(x, (i + children / 2) * d, (i + children / 2 + 1) * d);
            assertThat(first[0] + second[0]).isEqualTo(first[d - 1] + second[d - 1]);
            int changes = 0;
            for (int j = 1; j < d; j++) {
                assertThat(first[j] + second[j]).isEqualTo(first[0] + second[0]);
                if (first[j] != first[j - 1]) {
                    changes++;
                    cuts[j]++;
                }
            }
            assertThat(changes).isEqualTo(first[0] == second[0] ? 0 : 1);
        }
        assertThat(Arrays.stream(cuts).skip(1)).allMatch(c -> c > 15); // 40 expected
    }

    @Test
    void twoPointCrossoverSwapsOneSegment() {
        int d = 9;
        double[] x = new PointCrossover(2, 1)
                .of(breeding(counted(1000, d), 1, 200), NOISE)
                .toArray();
        int swapped = 0;
        for (int i = 0; i < 200; i++) {
            int changes = 0;
            for (int j = 1; j < d; j++) {
                changes += x[i * d + j] != x[i * d + j - 1] ? 1 : 0;
            }
            assertThat(changes).isLessThanOrEqualTo(2);
            swapped += changes;
        }
        assertThat(swapped).isGreaterThan(150);
    }

    @Test
    void simulatedBinaryCrossoverKeepsTheMiddleAndSpreadsByEta() {
        int pairs = 40_000;
        Tensor parents = HEAP.column(-1, 1); // pairs of equal parents make equal children
        double[] x = new SimulatedBinary(8, 1)
                .of(breeding(parents, 1, 2 * pairs), NOISE)
                .toArray();
        double[] beta = new double[pairs];
        int different = 0;
        for (int i = 0; i < pairs; i++) {
            double sum = x[i] + x[i + pairs];
            assertThat(Math.abs(sum)).isIn(0.0, 2.0);
            if (sum == 0) {
                beta[different++] = Math.abs(x[i]);
            }
        }
        assertThat(different / (double) pairs).isCloseTo(0.5, within(0.01));
        double[] half = Arrays.copyOf(beta, different);
        assertThat(Arrays.stream(half).filter(b -> b < 1).count() / (double) different)
                .isCloseTo(0.5, within(0.015));
        // E β = ½ (η+1)/(η+2) + ½ (η+1)/η
        assertThat(mean(half)).isCloseTo(0.5 * 9 / 10 + 0.5 * 9 / 8, within(0.005));
    }

    @Test
    void cutAndSpliceJoinsAHeadWithATail() {
        int d = 6; // lists of at most five elements, which tell list and place
        double[] rows = {3, 11, 12, 13, 0, 0, 2, 21, 22, 0, 0, 0};
        double[] x = new CutAndSplice(1)
                .of(breeding(HEAP.of(rows, 2, d), 1, 300, box(d, -10, 100)), NOISE)
                .toArray();
        for (int i = 0; i < 300; i++) {
            int length = (int) x[i * d];
            assertThat(length).isBetween(0, 5);
            double[] list = Arrays.copyOfRange(x, i * d + 1, i * d + 1 + length);
            int rise = 0;
            while (rise < length && list[rise] % 10 == rise + 1 && (int) list[rise] / 10 == (int) list[0] / 10) {
                rise++; // the head begins with the first element of a list
            }
            for (int j = rise + 1; j < length; j++) {
                assertThat(list[j]).isEqualTo(list[j - 1] + 1); // a tail goes on to the end of a list
            }
            if (rise < length && length < 5) { // longer ones lose their ends
                assertThat(list[length - 1]).isIn(13.0, 22.0);
            }
        }
        int total = IntStream.range(0, 150)
                .map(i -> (int) (x[i * d] + x[(i + 150) * d]))
                .max()
                .orElseThrow();
        assertThat(total).isEqualTo(6); // two lists of three
    }

    // ---- mutation ----

    @Test
    void gaussianMutationHasItsDeviationAndProbability() {
        Breeding zeros = breeding(HEAP.full(20_000, 2, 0), 1, 20_000);
        double[] x = new GaussianMutation(0.3, 0.25).of(zeros, NOISE).toArray();
        double[] changed = Arrays.stream(x).filter(v -> v != 0).toArray();
        assertThat(changed.length / (double) x.length).isCloseTo(0.25, within(0.01));
        assertThat(mean(changed)).isCloseTo(0, within(0.01));
        assertThat(Math.sqrt(mean(Arrays.stream(changed).map(v -> v * v).toArray())))
                .isCloseTo(0.3, within(0.01));
    }

    @Test
    void polynomialMutationFollowsItsFormulaAndStaysInside() {
        Domain box = box(1, -1, 3);
        double[] r = HEAP.uniform(1000, 1, NOISE.fork(0)).toArray();
        double[] x = new PolynomialMutation(20, 1)
                .of(breeding(HEAP.full(1000, 1, -0.6), 1, 1000, box), NOISE)
                .toArray();
        double below = 0.1; // δ₁ of −0.6 in [−1, 3]
        for (int i = 0; i < x.length; i++) {
            double delta = r[i] < 0.5
                    ? Math.pow(2 * r[i] + (1 - 2 * r[i]) * Math.pow(1 - below, 21), 1 / 21.0) - 1
                    : 1 - Math.pow(2 * (1 - r[i]) + 2 * (r[i] - 0.5) * Math.pow(below, 21), 1 / 21.0);
            assertThat(x[i]).isCloseTo(-0.6 + 4 * delta, within(1e-12));
            assertThat(x[i]).isBetween(-1.0, 3.0);
        }
    }

    @Test
    void flipsAndRedrawsSomeNumbers() {
        double[] bits = new FlipMutation(0.1)
                .of(breeding(HEAP.full(5000, 2, 1), 1, 5000, box(2, -1, 1)), NOISE)
                .toArray();
        assertThat(bits).containsOnly(1.0, -1.0);
        assertThat(mean(bits)).isCloseTo(0.8, within(0.02));
        double[] drawn = new UniformMutation(1)
                .of(breeding(HEAP.full(5000, 2, 1), 1, 5000, box(2, -1, 3)), NOISE)
                .toArray();
        assertThat(mean(drawn)).isCloseTo(1, within(0.05));
        assertThat(Arrays.stream(drawn).max().orElseThrow()).isBetween(2.99, 3.0);
    }

    // ---- permutation ----

    @Test
    void permutationKeepsTheNumbersOfEachColumnAndTheBestRow() {
        int p = 40;
        Tensor x = HEAP.gaussian(2 * p, 3, NOISE);
        for (boolean all : new boolean[] {false, true}) {
            double[] after =
                    new CosynePermutation(all).of(breeding(x, 2, p), NOISE).toArray();
            for (int g = 0; g < 2; g++) {
                int from = g * p;
                for (int j = 0; j < 3; j++) {
                    int column = j;
                    double[] old = IntStream.range(from, from + p)
                            .mapToDouble(i -> x.at(i, column))
                            .sorted()
                            .toArray();
                    double[] now = IntStream.range(from, from + p)
                            .mapToDouble(i -> after[i * 3 + column])
                            .sorted()
                            .toArray();
                    assertThat(now).containsExactly(old);
                }
                if (!all) {
                    assertThat(Arrays.copyOfRange(after, from * 3, from * 3 + 3))
                            .containsExactly(x.rows(from, from + 1).toArray());
                }
            }
        }
    }

    @Test
    void permutationLeavesBetterRowsMoreOften() {
        int p = 101;
        int d = 4;
        Tensor x = counted(p, d);
        double[] moved = new double[p];
        for (int t = 0; t < 400; t++) {
            double[] after = new CosynePermutation(false)
                    .of(breeding(x, 1, p), NOISE.fork(t))
                    .toArray();
            for (int i = 0; i < p; i++) {
                moved[i] += after[i * d] != i ? 1 / 400.0 : 0;
            }
        }
        // leavers of row i: 1 − (1 − i/100)^¼, of whom about one in 20 returns
        assertThat(moved[50]).isCloseTo(1 - Math.pow(0.5, 0.25), within(0.08));
        assertThat(moved[99]).isCloseTo(1 - Math.pow(0.01, 0.25), within(0.1));
        assertThat(moved[0]).isZero();
    }

    // ---- lists of operators ----

    @Test
    void aLambdaIsAnOperatorAndNumbersOfChildrenAreMadeToFit() {
        Operator best = (parents, noise) -> Groups.first(parents.x(), 1, parents.searches());
        Operator add = (parents, noise) -> parents.x().plus(10);
        Tensor x = Operator.apply(List.of(best, add), breeding(counted(8, 2), 2, 3), NOISE);
        assertThat(x.toArray()).containsExactly(10, 10, 10, 10, 10, 10, 14, 14, 14, 14, 14, 14);
        assertThat(new PointCrossover(1, 2)
                        .of(breeding(counted(8, 2), 2, 3), NOISE)
                        .rows())
                .isEqualTo(6);
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThatThrownBy(() -> new GaussianMutation(0.1, 1.5))
                .hasMessageContaining("1.5")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> new SimulatedBinary(8, 0)).hasMessageContaining("0. Maybe");
        assertThatThrownBy(() -> new GeneticAlgorithm().withOperators()).hasMessageContaining("Maybe");
        SteadyStateGa steady = new SteadyStateGa(20).use(new SimulatedBinary(8, 4));
        assertThatThrownBy(() -> steady.use(PointCrossover.one(4))).hasMessageContaining("SimulatedBinary");
    }
}
