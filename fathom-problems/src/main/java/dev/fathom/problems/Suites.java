package dev.fathom.problems;

import dev.fathom.problems.bbob.FunctionPair;
import java.util.List;

/// The BBOB suites, as [NumberedSuite] describes their names.
final class Suites {

    private static final int MANY = 200_000;
    private static final int DENSE = 5_000;
    private static final int SPARSE = 100_000;
    private static final List<Integer> CUSTOMARY = List.of(2, 3, 5, 10, 20, 40);
    private static final List<Integer> MULTIPLES = List.of(5, 10, 20, 40, 80, 160);
    private static final List<Integer> LARGE = List.of(20, 40, 80, 160, 320, 640);

    private static final List<NumberedSuite> ALL = List.of(
            new NumberedSuite(
                    "bbob",
                    "24 noiseless functions",
                    "Hansen et al. 2009",
                    1,
                    24,
                    MANY,
                    DENSE,
                    Suites::group,
                    CUSTOMARY,
                    SuiteProblems::noiseless),
            new NumberedSuite(
                    "bbob-largescale",
                    "bbob for many variables: cheap rotations",
                    "Ait ElHara et al. 2019",
                    1,
                    24,
                    MANY,
                    SPARSE,
                    Suites::group,
                    LARGE,
                    SuiteProblems::large),
            new NumberedSuite(
                    "bbob-boxed",
                    "bbob with optima anywhere in a box that is a wall",
                    "Hansen et al. 2021",
                    1,
                    24,
                    MANY,
                    DENSE,
                    Suites::group,
                    CUSTOMARY,
                    SuiteProblems::boxed),
            new NumberedSuite(
                    "bbob-noisy",
                    "30 functions with Gaussian, uniform or Cauchy noise",
                    "Hansen et al. 2009",
                    101,
                    130,
                    MANY,
                    DENSE,
                    Suites::noiseGroup,
                    CUSTOMARY,
                    SuiteProblems::noisy),
            new NumberedSuite(
                    "bbob-mixint",
                    "bbob with four fifths whole numbers, d a multiple of 5",
                    "Tušar et al. 2019",
                    1,
                    24,
                    MANY,
                    SPARSE,
                    Suites::group,
                    MULTIPLES,
                    SuiteProblems::mixed),
            new NumberedSuite(
                    "bbob-biobj",
                    "55 pairs of bbob functions, two objectives",
                    "Brockhoff et al. 2022",
                    1,
                    FunctionPair.COUNT,
                    FunctionPair.INSTANCES,
                    DENSE,
                    Suites::pairGroup,
                    CUSTOMARY,
                    SuiteProblems::paired),
            new NumberedSuite(
                    "bbob-constrained",
                    "9 objectives, each under 6 numbers of constraints",
                    "Dufossé et al. 2022",
                    1,
                    54,
                    MANY / 2,
                    1_000,
                    Suites::objectiveGroup,
                    CUSTOMARY,
                    SuiteProblems::constrained));

    private Suites() {}

    static List<Family> families() {
        return ALL.stream().map(NumberedSuite::family).toList();
    }

    static List<ProblemSet> sets() {
        return ALL.stream().map(NumberedSuite::set).toList();
    }

    /// The groups of RR-6829 under their short names.
    private static String group(int f) {
        return f <= 5 ? "separ" : f <= 9 ? "lcond" : f <= 14 ? "hcond" : f <= 19 ? "multi" : "multi2";
    }

    /// The groups of RR-6869: moderate noise, severe noise, severe noise on functions with many local minima.
    private static String noiseGroup(int f) {
        return f <= 106 ? "moderate" : f <= 121 ? "severe" : "multi-modal";
    }

    /// The groups of both functions.
    private static String pairGroup(int f) {
        int[] functions = FunctionPair.functions(f);
        return group(functions[0]) + "-" + group(functions[1]);
    }

    /// The objectives.
    private static String objectiveGroup(int f) {
        return switch ((f - 1) / 6) {
            case 0 -> "sphere";
            case 1 -> "ellipsoid";
            case 2 -> "slope";
            case 3 -> "ellipsoid-rotated";
            case 4 -> "discus";
            case 5 -> "cigar";
            case 6 -> "powers";
            case 7 -> "rastrigin";
            default -> "rastrigin-rotated";
        };
    }
}
