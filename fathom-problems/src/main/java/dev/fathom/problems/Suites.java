package dev.fathom.problems;

import dev.fathom.problems.bbob.BbobFunction;
import dev.fathom.problems.bbob.Suite;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Suites of numbered functions, of which there are many instances: `bbob:f8:i3:d10` is the third instance of function
/// 8 in 10 dimensions. Without `f` and `i` it is the first instance of function 1.
final class Suites {

    private static final double BOUND = 5;

    private Suites() {}

    static List<Family> families() {
        return List.of(
                family(
                        "bbob",
                        "24 noiseless functions, as in bbob:f8:i3:d10 (function 1 to 24, instance, dimension)",
                        Suite.BBOB,
                        5_000),
                family(
                        "bbob-largescale",
                        "bbob for many variables: cheap rotations, as in bbob-largescale:f8:i3:d640",
                        Suite.LARGESCALE,
                        100_000));
    }

    static List<ProblemSet> sets() {
        return List.of(
                set("bbob", "24 noiseless functions (Hansen et al. 2009)", List.of(2, 3, 5, 10, 20, 40)),
                set(
                        "bbob-largescale",
                        "bbob for many variables (Ait ElHara et al. 2019)",
                        List.of(20, 40, 80, 160, 320, 640)));
    }

    private static ProblemSet set(String name, String description, List<Integer> dimensions) {
        List<String> functions =
                IntStream.rangeClosed(1, 24).mapToObj(f -> name + ":f" + f).toList();
        List<String> labels =
                IntStream.rangeClosed(1, 24).mapToObj(String::valueOf).toList();
        List<String> groups =
                IntStream.rangeClosed(1, 24).mapToObj(Suites::group).toList();
        return new ProblemSet(name, description, functions, labels, groups, dimensions, 15);
    }

    /// The groups of RR-6829 under their short names.
    private static String group(int f) {
        return f <= 5 ? "separ" : f <= 9 ? "lcond" : f <= 14 ? "hcond" : f <= 19 ? "multi" : "multi2";
    }

    private static Family family(String name, String description, Suite suite, int most) {
        Setting function = new Setting("f", 1, 1, 24, true);
        Setting instance = new Setting("i", 1, 1, 200_000, true);
        Setting dimension = new Setting(ProblemName.DIMENSION, 10, 2, most, true);
        List<Setting> settings = List.of(function, instance, dimension);
        return new Family(
                name,
                description,
                settings,
                full -> problem(
                        name, suite, (int) function.of(full), (int) instance.of(full), (int) dimension.of(full)));
    }

    private static TestProblem problem(String name, Suite suite, int f, int i, int d) {
        BbobFunction function = suite.function(f, i, d);
        return TestProblem.of(
                name + ":f" + f + ":i" + i + ":d" + d,
                filled(d, -BOUND),
                filled(d, BOUND),
                function,
                function.optimum(),
                function.minimum());
    }

    private static double[] filled(int d, double value) {
        double[] x = new double[d];
        Arrays.fill(x, value);
        return x;
    }
}
