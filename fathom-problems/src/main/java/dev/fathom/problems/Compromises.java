package dev.fathom.problems;

import dev.fathom.Goal;
import dev.fathom.Outcome;
import dev.fathom.problems.multiobjective.Dtlz;
import dev.fathom.problems.multiobjective.Kursawe;
import dev.fathom.problems.multiobjective.Parabolas;
import dev.fathom.problems.multiobjective.Tradeoff;
import dev.fathom.problems.multiobjective.Wfg;
import dev.fathom.problems.multiobjective.Zdt;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Problems of several objectives. A search begins between a fifth and four fifths of each side of the box: the middle
/// is Pareto-optimal for some of them.
final class Compromises {

    private static final int LEAST_POSITIONS = 4;

    private static final Setting OBJECTIVES = new Setting("m", 2, 2, 20, true);

    private Compromises() {}

    static List<Family> families() {
        List<Family> families = new ArrayList<>();
        families.add(zdt(1, "convex front", 30));
        families.add(zdt(2, "concave front", 30));
        families.add(zdt(3, "front in five pieces", 30));
        families.add(zdt(4, "convex front behind 21^9 local ones", 10));
        families.add(bits());
        families.add(zdt(6, "concave front with few points at one end", 10));
        families.add(dtlz(1, "flat front behind many local ones", 5));
        families.add(dtlz(2, "spherical front", 10));
        families.add(dtlz(3, "spherical front behind many local ones", 10));
        families.add(dtlz(4, "spherical front with points near its edges only", 10));
        families.add(dtlz(5, "front of one dimension, for m = 2 and 3", 10));
        families.add(dtlz(6, "front of one dimension, hard to reach, for m = 2 and 3", 10));
        families.add(dtlz(7, "front in 2^(m-1) pieces", 20));
        families.add(wfg(1, "flat regions, bias, a mixed front"));
        families.add(wfg(2, "variables that depend on each other in pairs, a front in pieces"));
        families.add(wfg(3, "the same with a linear front; its points are known for m = 2"));
        families.add(wfg(4, "many local fronts, a spherical front"));
        families.add(wfg(5, "deceptive variables, a spherical front"));
        families.add(wfg(6, "variables that all depend on each other, a spherical front"));
        families.add(wfg(7, "positions that depend on distances, a spherical front"));
        families.add(wfg(8, "distances that depend on positions, a spherical front"));
        families.add(wfg(9, "all of these, deceptive, many local fronts, a spherical front"));
        families.add(fixed("kursawe", "Kursawe 1991: front of one point and three curves", 3, Kursawe::problem));
        families.add(fixed("schaffer", "Schaffer 1985: two parabolas of one variable", 1, Parabolas::schaffer));
        families.add(fonsecaFleming());
        return List.copyOf(families);
    }

    /// All of them in their customary sizes.
    static List<ProblemSet> sets() {
        return List.of(ProblemSet.of(
                "multiobjective",
                "zdt (2 objectives), dtlz (3), wfg (2) and three small problems with known fronts",
                families().stream().map(Family::function).toList()));
    }

    private static Family zdt(int number, String description, int d) {
        Setting dimension = new Setting(ProblemName.DIMENSION, d, 2, 100_000, true);
        return new Family(
                "zdt" + number,
                description + " (Zitzler, Deb and Thiele 2000)",
                List.of(dimension),
                name -> real(name.toString(), Zdt.problem(number, (int) dimension.of(name))));
    }

    private static Family bits() {
        Setting dimension = new Setting(
                ProblemName.DIMENSION, Zdt.FIRST_BITS + 10.0 * Zdt.BITS, Zdt.FIRST_BITS + Zdt.BITS, 100_000, true);
        return new Family(
                "zdt5",
                "d bits, 30 and 5 for each further variable; deceptive (Zitzler, Deb and Thiele 2000)",
                List.of(dimension),
                name -> {
                    int d = (int) dimension.of(name);
                    return problem(name.toString(), Box.digits(d, 1, Variable.WHOLE), Zdt.problem(5, d));
                });
    }

    private static Family dtlz(int number, String description, int k) {
        boolean curve = number == 5 || number == 6;
        Setting objectives = new Setting("m", 3, 2, curve ? 3 : 20, true);
        Setting distances = new Setting("k", k, 1, 100_000, true);
        return new Family(
                "dtlz" + number,
                description + "; m objectives, m - 1 + k variables (Deb et al. 2005)",
                List.of(objectives, distances),
                name -> real(
                        name.toString(), Dtlz.problem(number, (int) objectives.of(name), (int) distances.of(name))));
    }

    private static Family wfg(int number, String description) {
        Setting positions = new Setting("k", 0, 0, 100_000, true);
        Setting distances = new Setting("l", 20, 1, 100_000, true);
        return new Family(
                "wfg" + number,
                description + "; m objectives, k + l variables (Huband et al. 2006)",
                List.of(OBJECTIVES, positions, distances),
                name -> {
                    int m = (int) OBJECTIVES.of(name);
                    int k = (int) positions.of(name);
                    int chosen = k == 0 ? customary(m) : k;
                    Tradeoff tradeoff = Wfg.problem(number, m, chosen, (int) distances.of(name));
                    return real(with(name, "k", chosen), tradeoff);
                });
    }

    /// The least multiple of m - 1 that is at least 4.
    private static int customary(int m) {
        return Math.ceilDiv(LEAST_POSITIONS, m - 1) * (m - 1);
    }

    private static String with(ProblemName name, String key, double number) {
        SortedMap<String, Double> settings = new TreeMap<>(name.settings());
        settings.put(key, number);
        return new ProblemName(name.function(), settings).toString();
    }

    private static Family fixed(String function, String description, int d, Supplier<Tradeoff> tradeoff) {
        Setting dimension = new Setting(ProblemName.DIMENSION, d, d, d, true);
        return new Family(function, description, List.of(dimension), name -> real(name.toString(), tradeoff.get()));
    }

    private static Family fonsecaFleming() {
        Setting dimension = new Setting(ProblemName.DIMENSION, 3, 2, 100_000, true);
        return new Family(
                "fonseca-fleming",
                "Fonseca and Fleming 1995: two holes, a concave front",
                List.of(dimension),
                name -> real(name.toString(), Parabolas.fonsecaFleming((int) dimension.of(name))));
    }

    private static TestProblem real(String name, Tradeoff tradeoff) {
        double[] start = Starts.spread(tradeoff.low(), tradeoff.high());
        return problem(name, Box.reals(tradeoff.low(), tradeoff.high(), start), tradeoff);
    }

    private static TestProblem problem(String name, Box box, Tradeoff tradeoff) {
        return new TestProblem(
                name,
                box,
                Goal.minimize(tradeoff.objectives()),
                x -> Outcome.of(tradeoff.losses().apply(x)),
                null,
                new Known.Front(tradeoff.ideal(), tradeoff.reference(), tradeoff.points()));
    }
}
