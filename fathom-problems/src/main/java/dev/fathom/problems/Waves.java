package dev.fathom.problems;

import java.util.Arrays;

/// Formulas with many minima, in addition to [Functions]. All take x [d]; indices count from 1. "Artificial" is the
/// collection of the Nevergrad project, whose names differ.
final class Waves {

    /// Each coordinate of the minimizer of [#sumDeceptive] and [#maxDeceptive].
    static final double DECEPTIVE_OPTIMUM = 0.01944550799140620;

    /// The minimum of [#maxDeceptive], and of [#sumDeceptive] divided by d.
    static final double DECEPTIVE_MINIMUM = -0.02571242497445755;

    private static final double LUNACEK_BEST = 2.5;
    private static final double CAP = 10_000;
    private static final int PEAKS = 101;
    private static final int STEEPNESS = 10;

    private Waves() {}

    /// Rastrigin's function of sᵢ = 10^((i-1) / 2(d-1)) xᵢ, times 10 where xᵢ > 0 and i is odd. Minimum 0 at the
    /// origin. Artificial: bucherastrigin.
    ///
    /// Source: Hansen et al., INRIA report RR-6829, 2009, f₄ without penalty and oscillation.
    static double bucheRastrigin(double[] x) {
        double[] s = x.clone();
        for (int i = 0; i < s.length; i++) {
            double scale = StrictMath.pow(10, i == 0 ? 0 : i / (2.0 * (s.length - 1)));
            s[i] *= x[i] > 0 && i % 2 == 0 ? 10 * scale : scale;
        }
        return Functions.rastrigin(s);
    }

    /// Σ xᵢ² (1.1 + cos 1/xᵢ), terms with xᵢ = 0 being 0. Minimum 0 at the origin, waves ever denser around it.
    static double hm(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += xi * xi == 0 ? 0 : xi * xi * (1.1 + StrictMath.cos(1 / xi));
        }
        return sum;
    }

    /// min(Σ (xᵢ - 2.5)², d + Σ (xᵢ - μ)²) + 10 Σ 1 - cos 2π(xᵢ - 2.5), where μ = -√|5.25 / s|,
    /// s = 1 - 1 / (2 √(d+20) - 8.2). Minimum 0 at (2.5, …, 2.5); the wider of the two bowls is the worse one.
    ///
    /// Source: Lunacek, Whitley and Sutton, "The Impact of Global Structure on Search", PPSN X (2008).
    static double lunacek(double[] x) {
        double s = 1 - 1 / (2 * Math.sqrt(x.length + 20.0) - 8.2);
        double other = -Math.sqrt(Math.abs((LUNACEK_BEST * LUNACEK_BEST - 1) / s));
        double waves = 0;
        for (double xi : x) {
            waves += 1 - StrictMath.cos(2 * Math.PI * (xi - LUNACEK_BEST));
        }
        double best = Bowls.movedSphere(x, LUNACEK_BEST);
        return Math.min(best, x.length + Bowls.movedSphere(x, other)) + 10 * waves;
    }

    /// The least of a/101 + exp ‖x - c_a‖² for a = 0 … 100, at most 10⁴, where c_a,i = cos(a + √(i-1)). Minimum 1 at
    /// c₀.
    static double multipeak(double[] x) {
        double least = CAP;
        for (int a = 0; a < PEAKS; a++) {
            double square = 0;
            for (int i = 0; i < x.length; i++) {
                double away = x[i] - StrictMath.cos(a + Math.sqrt(i));
                square += away * away;
            }
            least = Math.min(least, (double) a / PEAKS + StrictMath.exp(Math.min(100, square)));
        }
        return least;
    }

    /// The minimizer of [#multipeak], [d].
    static double[] multipeakOptimum(int d) {
        double[] x = new double[d];
        Arrays.setAll(x, i -> StrictMath.cos(Math.sqrt(i)));
        return x;
    }

    /// Σ 3xᵢ² - 2 / (3^((xᵢ-2)²) + 0.1). Artificial: sumdeceptive.
    static double sumDeceptive(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += deceptive(xi);
        }
        return sum;
    }

    /// The greatest of those terms. Artificial: maxdeceptive.
    static double maxDeceptive(double[] x) {
        double most = Double.NEGATIVE_INFINITY;
        for (double xi : x) {
            most = Math.max(most, deceptive(xi));
        }
        return most;
    }

    private static double deceptive(double xi) {
        return 3 * xi * xi - 2 / (StrictMath.pow(3, (xi - 2) * (xi - 2)) + 0.1);
    }

    /// 1 - cos 2π‖x‖ + 0.1 ‖x‖: rings. Minimum 0 at the origin.
    ///
    /// Source: Salomon, "Re-evaluating Genetic Algorithm Performance under Coordinate Rotation of Benchmark Functions",
    /// BioSystems 39 (1996).
    static double salomon(double[] x) {
        double radius = Math.sqrt(Functions.sphere(x));
        return 1 - StrictMath.cos(2 * Math.PI * radius) + 0.1 * radius;
    }

    /// Σ |xᵢ sin xᵢ + 0.1 xᵢ|. Minimum 0 at the origin and at other points.
    ///
    /// Source: Clerc, "The Swarm and the Queen: Towards a Deterministic and Adaptive Particle Swarm Optimization",
    /// 1999.
    static double alpine(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += Math.abs(xi * StrictMath.sin(xi) + 0.1 * xi);
        }
        return sum;
    }

    /// Σ_{i<d} xᵢ² + 2xᵢ₊₁² + 0.3 (1 - cos 3πxᵢ) + 0.4 (1 - cos 4πxᵢ₊₁), d ≥ 2. Minimum 0 at the origin.
    ///
    /// Source: Bohachevsky, Johnson and Stein, "Generalized Simulated Annealing for Function Optimization", 1986, for d
    /// = 2; the sum is customary.
    static double bohachevsky(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double next = x[i + 1];
            sum += x[i] * x[i] + 2 * next * next;
            sum += 0.3 * (1 - StrictMath.cos(3 * Math.PI * x[i])) + 0.4 * (1 - StrictMath.cos(4 * Math.PI * next));
        }
        return sum;
    }

    /// -Π (-cos xᵢ) exp(-(xᵢ - π)²). Minimum -1 at (π, …, π), a needle on a flat ground.
    ///
    /// Source: Easom, "A Survey of Global Optimization Techniques", 1990, for d = 2.
    static double easom(double[] x) {
        double product = 1;
        for (double xi : x) {
            product *= -StrictMath.cos(xi);
        }
        return -product * StrictMath.exp(-Bowls.movedSphere(x, Math.PI));
    }

    /// -Σ sin xᵢ sin²⁰(i xᵢ² / π), in the box [0, π]ᵈ: d! valleys.
    ///
    /// Source: Michalewicz, "Genetic Algorithms + Data Structures = Evolution Programs", 1992.
    static double michalewicz(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum -= valley(i + 1, x[i]);
        }
        return sum;
    }

    private static double valley(int i, double xi) {
        return StrictMath.sin(xi) * StrictMath.pow(StrictMath.sin(i * xi * xi / Math.PI), 2.0 * STEEPNESS);
    }

    /// The minimizer of [#michalewicz], [d], by ternary search in the valleys next to π/2, where sin xᵢ is greatest;
    /// the value is exact up to rounding.
    static double[] michalewiczOptimum(int d) {
        double[] x = new double[d];
        for (int i = 1; i <= d; i++) {
            int middle = i / 4;
            double best = 0;
            for (int k = Math.max(0, middle - 2); k <= Math.min(i - 1, middle + 2); k++) {
                double candidate = highest(i, Math.PI * Math.sqrt((double) k / i), Math.PI * Math.sqrt((k + 1.0) / i));
                best = valley(i, candidate) > valley(i, best) ? candidate : best;
            }
            x[i - 1] = best;
        }
        return x;
    }

    private static double highest(int i, double low, double high) {
        double from = low;
        double to = high;
        for (int k = 0; k < 100; k++) {
            double left = from + (to - from) / 3;
            double right = to - (to - from) / 3;
            if (valley(i, left) < valley(i, right)) {
                from = left;
            } else {
                to = right;
            }
        }
        return (from + to) / 2;
    }
}
