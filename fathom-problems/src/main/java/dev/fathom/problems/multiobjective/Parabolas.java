package dev.fathom.problems.multiobjective;

import static dev.fathom.problems.multiobjective.Tradeoff.filled;

import java.util.List;

/// Two objectives, each of which has a single best point; the best compromises lie on the line between the two.
public final class Parabolas {

    private Parabolas() {}

    /// f₁ = x², f₂ = (x - 2)², one variable in [-1000, 1000]. Front: √f₁ + √f₂ = 2.
    ///
    /// Source: Schaffer, "Multiple Objective Optimization with Vector Evaluated Genetic Algorithms", 1985; the box is
    /// that of Deb et al., "A Fast and Elitist Multiobjective Genetic Algorithm: NSGA-II", IEEE TEC 6 (2002).
    public static Tradeoff schaffer() {
        return new Tradeoff(
                filled(1, -1000),
                filled(1, 1000),
                x -> schaffer(x[0]),
                new double[2],
                filled(2, 4),
                n -> Spread.points(n, List.of(new double[] {0, 2}), Parabolas::schaffer));
    }

    private static double[] schaffer(double x) {
        return new double[] {x * x, (x - 2) * (x - 2)};
    }

    /// f₁ = 1 - exp(-Σ (xᵢ - 1/√d)²), f₂ = 1 - exp(-Σ (xᵢ + 1/√d)²), variables in [-4, 4]. Front: both as functions of
    /// s = √d xᵢ in [-1, 1], which are 1 - exp(-(s ∓ 1)²).
    ///
    /// Source: Fonseca and Fleming, "Multiobjective Genetic Algorithms Made Easy: Selection, Sharing and Mating
    /// Restriction", 1995; the box is that of Deb et al. 2002.
    ///
    /// @param d at least 2
    public static Tradeoff fonsecaFleming(int d) {
        double best = 1 / Math.sqrt(d);
        return new Tradeoff(
                filled(d, -4),
                filled(d, 4),
                x -> new double[] {hole(x, best), hole(x, -best)},
                new double[2],
                filled(2, 1 - StrictMath.exp(-4)),
                n -> Spread.points(n, List.of(new double[] {-1, 1}), s ->
                        new double[] {hole(new double[] {s}, 1), hole(new double[] {s}, -1)}));
    }

    private static double hole(double[] x, double center) {
        double sum = 0;
        for (double xi : x) {
            sum += (xi - center) * (xi - center);
        }
        return 1 - StrictMath.exp(-sum);
    }
}
