package dev.fathom.problems.bbob;

import java.util.ArrayList;
import java.util.List;

/// A problem of the bi-objective suite: two of the 24 functions at the same x. Safe to evaluate from several threads at
/// once.
///
/// Source: Brockhoff, Auger, Hansen and Tušar, "Using Well-Understood Single-Objective Functions in Multiobjective
/// Black-Box Optimization Test Suites", 2022.
///
/// @param first one objective
/// @param second the other one
public record FunctionPair(BbobFunction first, BbobFunction second) {

    /// How many problems there are.
    public static final int COUNT = 55;

    /// How many instances there are.
    public static final int INSTANCES = 15;

    private static final int[] MEMBERS = {1, 2, 6, 8, 13, 14, 15, 17, 20, 21};
    private static final int[] FIRST_INSTANCES = {2, 3, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31};
    private static final int[] SECOND_INSTANCES = {4, 5, 8, 10, 12, 14, 16, 18, 21, 22, 24, 26, 28, 30, 34};
    private static final List<int[]> PAIRS = pairs();

    private static List<int[]> pairs() {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < MEMBERS.length; i++) {
            for (int j = i; j < MEMBERS.length; j++) {
                pairs.add(new int[] {MEMBERS[i], MEMBERS[j]});
            }
        }
        return pairs;
    }

    /// Makes a problem.
    ///
    /// @param problem its number, 1 to 55
    /// @param instance which of its instances, 1 to 15
    /// @param d dimension, at least 2
    /// @throws IllegalArgumentException if there is no problem or no instance of that number
    public static FunctionPair of(int problem, int instance, int d) {
        if (instance < 1 || instance > INSTANCES) {
            throw new IllegalArgumentException("there is no instance " + instance
                    + " in the suite. Maybe take a number from 1 to " + INSTANCES + ".");
        }
        int[] functions = functions(problem);
        return new FunctionPair(
                Suite.BBOB.function(functions[0], FIRST_INSTANCES[instance - 1], d),
                Suite.BBOB.function(functions[1], SECOND_INSTANCES[instance - 1], d));
    }

    /// The numbers of the two functions, (1, 1), (1, 2), … (21, 21).
    ///
    /// @throws IllegalArgumentException if there is no problem of that number
    public static int[] functions(int problem) {
        if (problem < 1 || problem > COUNT) {
            throw new IllegalArgumentException(
                    "there is no function " + problem + " in the suite. Maybe take a number from 1 to " + COUNT + ".");
        }
        return PAIRS.get(problem - 1).clone();
    }

    /// Both values at x [d], [2].
    public double[] values(double[] x) {
        return new double[] {first.applyAsDouble(x), second.applyAsDouble(x)};
    }

    /// The least value of each objective, [2].
    public double[] ideal() {
        return new double[] {first.minimum(), second.minimum()};
    }

    /// The value of each objective where the other one is least, [2]: no point of the front is worse.
    public double[] nadir() {
        return new double[] {first.applyAsDouble(second.optimum()), second.applyAsDouble(first.optimum())};
    }

    /// n points, evenly spaced on the segment between the two optima. They are the best compromises if both values grow
    /// with the distance to the optimum and with nothing else, [n][2].
    ///
    /// @param n at least 1
    public double[][] segment(int n) {
        double[] from = first.optimum();
        double[] to = second.optimum();
        double[][] values = new double[n][];
        for (int k = 0; k < n; k++) {
            double share = n == 1 ? 0.5 : k / (n - 1.0);
            double[] x = from.clone();
            for (int i = 0; i < x.length; i++) {
                x[i] += share * (to[i] - from[i]);
            }
            values[k] = values(x);
        }
        return values;
    }
}
