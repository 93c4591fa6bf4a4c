package dev.fathom.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The declared fronts of all problems of several objectives.
class FrontsTest {

    private static final double TINY = 1e-9;

    static Stream<String> problems() {
        return Stream.concat(
                Compromises.families().stream().map(Family::function),
                Stream.of(
                        "zdt3:d2",
                        "zdt5:d35",
                        "dtlz1:m2",
                        "dtlz2:m5:k3",
                        "dtlz5:m2",
                        "dtlz7:m2",
                        "dtlz7:m4",
                        "wfg1:m3",
                        "wfg2:m3:l4",
                        "wfg3:m4",
                        "wfg6:m4",
                        "wfg8:m3:k6:l7",
                        "fonseca-fleming:d2"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void pointsOfTheFrontDoNotDominateEachOther(String name) {
        double[][] points = front(name).points().apply(200);
        for (double[] a : points) {
            assertThat(dominated(a, points, 0)).as(name).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void randomPointsDominateNoneOfTheFront(String name) {
        TestProblem problem = Problems.of(name);
        double[][] points = front(name).points().apply(150);
        Rng rng = Rng.of(21).fork(name);
        for (int k = 0; k < 400; k++) {
            double[] values = problem.values(random(problem.box(), rng)).losses();
            assertThat(values).hasSize(problem.goal().objectives());
            assertThat(dominated(values, points, TINY)).as(name).isEmpty();
        }
    }

    /// Also that there are about as many as were asked for, where the number is free.
    @ParameterizedTest
    @MethodSource("problems")
    void idealAndReferenceEncloseTheFront(String name) {
        Known.Front front = front(name);
        double[][] points = front.points().apply(300);
        if (!name.startsWith("zdt5") && !name.equals("wfg3:m4")) {
            assertThat(points.length).isBetween(150, 300);
        }
        double[] least = front.reference();
        for (double[] point : points) {
            for (int j = 0; j < point.length; j++) {
                assertThat(point[j]).isBetween(front.ideal()[j] - TINY, front.reference()[j] - TINY);
                least[j] = Math.min(least[j], point[j]);
            }
        }
        if (points.length > 0) {
            assertThat(distance(least, front.ideal())).as(name).isLessThan(1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void namesAreMadeAgainAndSearchesBeginOffTheFront(String name) {
        TestProblem problem = Problems.of(name);
        assertThat(Problems.of(problem.name()).name()).isEqualTo(problem.name());
        Box box = problem.box();
        assertThat(box.contains(box.start())).isTrue();
        double[] values = problem.values(box.start()).losses();
        boolean behind = name.equals("wfg3:m4")
                || Arrays.stream(front(name).points().apply(5000)).anyMatch(point -> dominates(point, values, 0.01));
        assertThat(behind).isTrue();
    }

    /// Some steps from each of many points that were found to be good lead to none that is better than the front.
    @ParameterizedTest
    @MethodSource("problems")
    void localSearchDoesNotPassTheFront(String name) {
        TestProblem problem = Problems.of(name);
        double[][] points = front(name).points().apply(200);
        Rng rng = Rng.of(22).fork(name);
        for (int run = 0; run < 4; run++) {
            double[] x = random(problem.box(), rng);
            double weight = rng.nextDouble();
            for (int k = 0; k < 400; k++) {
                double[] y = neighbour(x, problem.box(), rng);
                if (weighed(problem, y, weight) <= weighed(problem, x, weight)) {
                    x = y;
                }
            }
            double[] values = problem.values(x).losses();
            assertThat(dominated(values, points, 1e-6)).as(name).isEmpty();
        }
    }

    private static double weighed(TestProblem problem, double[] x, double weight) {
        double[] f = problem.values(x).losses();
        double sum = weight * f[0];
        for (int j = 1; j < f.length; j++) {
            sum += (1 - weight) * f[j];
        }
        return sum;
    }

    private static double[] neighbour(double[] x, Box box, Rng rng) {
        double[] y = x.clone();
        int j = rng.nextInt(y.length);
        if (box.isReal()) {
            double step = (box.high()[j] - box.low()[j]) * StrictMath.pow(10, -4 * rng.nextDouble());
            y[j] = Math.clamp(y[j] + step * rng.nextGaussian(), box.low()[j], box.high()[j]);
        } else {
            y[j] = 1 - y[j];
        }
        return y;
    }

    private static double[] random(Box box, Rng rng) {
        double[] x = box.start();
        for (int j = 0; j < x.length; j++) {
            x[j] = rng.nextDouble(box.low()[j], box.high()[j] + (box.isReal() ? 0 : 1));
            x[j] = box.isReal() ? x[j] : Math.floor(x[j]);
        }
        return x;
    }

    private static Known.Front front(String name) {
        return (Known.Front) Problems.of(name).known();
    }

    /// Those points of the front that a dominates.
    private static List<double[]> dominated(double[] a, double[][] points, double margin) {
        return Arrays.stream(points)
                .filter(point -> dominates(a, point, margin))
                .toList();
    }

    /// Whether a is better than b by more than the margin in one objective, and not worse in any.
    private static boolean dominates(double[] a, double[] b, double margin) {
        boolean better = false;
        for (int j = 0; j < a.length; j++) {
            if (a[j] > b[j]) {
                return false;
            }
            better |= a[j] < b[j] - margin;
        }
        return better;
    }

    private static double distance(double[] a, double[] b) {
        double most = 0;
        for (int j = 0; j < a.length; j++) {
            most = Math.max(most, Math.abs(a[j] - b[j]));
        }
        return most;
    }
}
