package dev.fathom.lab.measure;

import dev.fathom.lab.Solving;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// When each algorithm solved each problem, for data profiles and performance profiles (Moré and Wild, "Benchmarking
/// derivative-free optimization algorithms", SIAM J. Optim. 20, 2009). A problem counts as solved to precision τ by
/// the first point with f(x) ≤ f_L + τ·(f(x₀) − f_L) (equation 2.2): f(x₀) is the first value, which all algorithms
/// should share (if they do not, the largest finite one), f_L the best value that any of them found.
///
/// @param algorithms names, in order of first appearance
/// @param problems names, in order of first appearance
/// @param dimensions of the problems
/// @param times evaluations of algorithm a for problem p; `+∞` if not solved, [a][p]
public record SolvingTimes(List<String> algorithms, List<String> problems, List<Integer> dimensions, double[][] times) {

    /// Copies the lists and the times.
    public SolvingTimes {
        algorithms = List.copyOf(algorithms);
        problems = List.copyOf(problems);
        dimensions = List.copyOf(dimensions);
        times = Arrays.stream(times).map(double[]::clone).toArray(double[][]::new);
    }

    /// Solving times to a precision.
    ///
    /// @param histories one for each algorithm and problem
    /// @param tau τ in (0, 1), the part of the possible decrease that may be missing
    /// @throws IllegalArgumentException if a history is missing or appears twice, or τ is outside (0, 1)
    public static SolvingTimes of(List<History> histories, double tau) {
        if (!(tau > 0 && tau < 1)) {
            throw new IllegalArgumentException("tau must lie in (0, 1), but is " + tau + ". Maybe 1e-3?");
        }
        List<String> algorithms =
                histories.stream().map(History::algorithm).distinct().toList();
        List<String> problems =
                histories.stream().map(History::problem).distinct().toList();
        History[][] table = table(histories, algorithms, problems);
        double[][] times = new double[algorithms.size()][problems.size()];
        Integer[] dimensions = new Integer[problems.size()];
        for (int p = 0; p < problems.size(); p++) {
            double level = level(table, p, tau);
            for (int a = 0; a < algorithms.size(); a++) {
                times[a][p] = table[a][p].reached(level);
                dimensions[p] = table[a][p].dimension();
            }
        }
        return new SolvingTimes(algorithms, problems, List.of(dimensions), times);
    }

    /// Solving times to a precision from the common start to the known minimum, rather than to the best value found.
    /// Problems that some algorithm has no row for are left out.
    ///
    /// @param rows at most one for each algorithm and problem, all of one budget
    /// @param precision which of [Solving#precisions], from 0
    public static SolvingTimes fromStart(List<Solving> rows, int precision) {
        List<String> algorithms =
                rows.stream().map(Solving::algorithm).distinct().toList();
        Map<String, Map<String, Solving>> byProblem = new LinkedHashMap<>();
        for (Solving row : rows) {
            byProblem.computeIfAbsent(row.problem(), name -> new HashMap<>()).put(row.algorithm(), row);
        }
        byProblem.values().removeIf(found -> found.size() < algorithms.size());
        List<String> problems = List.copyOf(byProblem.keySet());
        double[][] times = new double[algorithms.size()][problems.size()];
        Integer[] dimensions = new Integer[problems.size()];
        for (int p = 0; p < problems.size(); p++) {
            for (Solving row : byProblem.getOrDefault(problems.get(p), Map.of()).values()) {
                long at = row.evaluations()[precision];
                times[algorithms.indexOf(row.algorithm())][p] = at == 0 ? Double.POSITIVE_INFINITY : at;
                dimensions[p] = row.dimension();
            }
        }
        return new SolvingTimes(algorithms, problems, List.of(dimensions), times);
    }

    private static History[][] table(List<History> histories, List<String> algorithms, List<String> problems) {
        Map<String, Integer> rows = new HashMap<>();
        algorithms.forEach(name -> rows.put(name, rows.size()));
        Map<String, Integer> columns = new HashMap<>();
        problems.forEach(name -> columns.put(name, columns.size()));
        History[][] table = new History[algorithms.size()][problems.size()];
        for (History history : histories) {
            table[rows.getOrDefault(history.algorithm(), 0)][columns.getOrDefault(history.problem(), 0)] = history;
        }
        if (histories.size() != algorithms.size() * problems.size()
                || Arrays.stream(table).flatMap(Arrays::stream).anyMatch(history -> history == null)) {
            throw new IllegalArgumentException(histories.size() + " histories for " + algorithms.size()
                    + " algorithms and " + problems.size()
                    + " problems: each pair needs exactly one. Maybe put the seed into the problem's name?");
        }
        return table;
    }

    private static double level(History[][] table, int p, double tau) {
        double start = Arrays.stream(table)
                .mapToDouble(row -> row[p].values()[0])
                .filter(Double::isFinite)
                .max()
                .orElseThrow(() -> new IllegalArgumentException("no algorithm has a finite first value on "
                        + table[0][p].problem() + ". Maybe every first evaluation failed?"));
        double best = Arrays.stream(table)
                .mapToDouble(row -> row[p].after(Double.POSITIVE_INFINITY))
                .min()
                .orElseThrow();
        return best + tau * (start - best);
    }

    /// Evaluations of algorithm a for problem p, [a][p].
    @Override
    public double[][] times() {
        return Arrays.stream(times).map(double[]::clone).toArray(double[][]::new);
    }

    /// Evaluations in units of d + 1, what one simplex gradient costs (equation 2.8): a data profile is the
    /// distribution function of these, ascending; unsolved problems are left out.
    public double[] simplexGradients(int algorithm) {
        double[] units = new double[problems.size()];
        for (int p = 0; p < units.length; p++) {
            units[p] = times[algorithm][p] / (dimensions.get(p) + 1);
        }
        return Arrays.stream(units).filter(Double::isFinite).sorted().toArray();
    }

    /// Evaluations divided by those of the fastest algorithm on the same problem (equation 2.4): a performance profile
    /// is the distribution function of these, ascending; unsolved problems are left out.
    public double[] ratios(int algorithm) {
        double[] ratios = new double[problems.size()];
        for (int p = 0; p < ratios.length; p++) {
            int column = p;
            double fastest =
                    Arrays.stream(times).mapToDouble(row -> row[column]).min().orElseThrow();
            ratios[p] = times[algorithm][p] / fastest;
        }
        return Arrays.stream(ratios).filter(Double::isFinite).sorted().toArray();
    }

    /// The share of problems solved within so many simplex gradients, d_s(α) of equation 2.8.
    public double dataProfile(int algorithm, double gradients) {
        return share(simplexGradients(algorithm), gradients);
    }

    /// The share of problems solved within so many times the evaluations of the fastest, ρ_s(α) of equation 2.5.
    public double performanceProfile(int algorithm, double ratio) {
        return share(ratios(algorithm), ratio);
    }

    private double share(double[] sorted, double limit) {
        return (double) Arrays.stream(sorted).filter(value -> value <= limit).count() / problems.size();
    }
}
