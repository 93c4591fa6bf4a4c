package dev.fathom.problems;

/// The formulas of the classical test functions, for `import static`. All take x [d], d ≥ 1 unless said otherwise, and
/// are to be minimized. Transcendental functions are those of [StrictMath], so values are the same on every machine.
public final class Functions {

    /// Each coordinate of the minimizer of [#schwefel] in [-500, 500]ᵈ: where tan √x = -√x / 2.
    public static final double SCHWEFEL_OPTIMUM = 420.96874635998205;

    /// Each coordinate of the minimizer of [#styblinskiTang]: the smallest root of 4x³ - 32x + 5.
    public static final double STYBLINSKI_TANG_OPTIMUM = -2.903534027771177;

    /// The minimum of [#styblinskiTang] divided by d.
    public static final double STYBLINSKI_TANG_MINIMUM = -39.16616570377141;

    private static final double SCHWEFEL_SHIFT = 418.9828872724337;

    private Functions() {}

    /// f(x) = Σ xᵢ². Minimum 0 at the origin.
    ///
    /// Source: De Jong, "An Analysis of the Behavior of a Class of Genetic Adaptive Systems", 1975, F1.
    public static double sphere(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += xi * xi;
        }
        return sum;
    }

    /// f(x) = Σ c^((i-1)/(d-1)) xᵢ² with condition c ≥ 1; x₁² for d = 1. Minimum 0 at the origin.
    ///
    /// Source: Hansen and Ostermeier, "Completely Derandomized Self-Adaptation in Evolution Strategies", 2001, table 3.
    public static double ellipsoid(double[] x, double condition) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += StrictMath.pow(condition, i == 0 ? 0 : i / (x.length - 1.0)) * x[i] * x[i];
        }
        return sum;
    }

    /// f(x) = x₁² + c Σ_{i≥2} xᵢ² with condition c ≥ 1. Minimum 0 at the origin.
    ///
    /// Source: Hansen and Ostermeier 2001, table 3.
    public static double cigar(double[] x, double condition) {
        double first = x[0] * x[0];
        return first + condition * tail(x);
    }

    /// f(x) = c x₁² + Σ_{i≥2} xᵢ² with condition c ≥ 1. Minimum 0 at the origin. Also known as the tablet.
    ///
    /// Source: Hansen and Ostermeier 2001, table 3.
    public static double discus(double[] x, double condition) {
        return condition * x[0] * x[0] + tail(x);
    }

    private static double tail(double[] x) {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }

    /// f(x) = Σ_{i<d} 100 (xᵢ₊₁ - xᵢ²)² + (1 - xᵢ)², d ≥ 2. Minimum 0 at (1, …, 1); for d ≥ 4 there is a second local
    /// minimum near (-1, 1, …, 1).
    ///
    /// Source: Rosenbrock, "An Automatic Method for Finding the Greatest or Least Value of a Function", 1960, for d =
    /// 2; the chained form is customary.
    public static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            sum += 100 * valley * valley + slope * slope;
        }
        return sum;
    }

    /// f(x) = 10 d + Σ xᵢ² - 10 cos 2πxᵢ. Minimum 0 at the origin.
    ///
    /// Source: Rastrigin, "Systems of Extremal Control", 1974, for d = 2; Mühlenbein, Schomisch and Born, "The Parallel
    /// Genetic Algorithm as Function Optimizer", 1991, for all d.
    public static double rastrigin(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += xi * xi + 10 * (1 - StrictMath.cos(2 * Math.PI * xi));
        }
        return sum;
    }

    /// f(x) = 20 (1 - exp(-0.2 √(Σ xᵢ² / d))) + e - exp(Σ cos 2πxᵢ / d). Minimum 0 at the origin.
    ///
    /// Source: Ackley, "A Connectionist Machine for Genetic Hillclimbing", 1987, for d = 2; Bäck, "Evolutionary
    /// Algorithms in Theory and Practice", 1996, for all d.
    public static double ackley(double[] x) {
        double waves = 0;
        for (double xi : x) {
            waves += StrictMath.cos(2 * Math.PI * xi);
        }
        double hole = StrictMath.exp(-0.2 * Math.sqrt(sphere(x) / x.length));
        return 20 * (1 - hole) + (StrictMath.exp(1) - StrictMath.exp(waves / x.length));
    }

    /// f(x) = 1 + Σ xᵢ² / 4000 - Π cos(xᵢ / √i). Minimum 0 at the origin.
    ///
    /// Source: Griewank, "Generalized Descent for Global Optimization", 1981.
    public static double griewank(double[] x) {
        double product = 1;
        for (int i = 0; i < x.length; i++) {
            product *= StrictMath.cos(x[i] / Math.sqrt(i + 1.0));
        }
        return sphere(x) / 4000 + (1 - product);
    }

    /// f(x) = sin² πw₁ + Σ_{i<d} (wᵢ - 1)² (1 + 10 sin²(πwᵢ + 1)) + (w_d - 1)² (1 + sin² 2πw_d), wᵢ = 1 + (xᵢ - 1) / 4.
    /// Minimum 0 at (1, …, 1).
    ///
    /// Source: Laguna and Martí, "Experimental Testing of Advanced Scatter Search Designs for Global Optimization of
    /// Multimodal Functions", 2005, after Levy and Montalvo, "The Tunneling Algorithm", 1985.
    public static double levy(double[] x) {
        int last = x.length - 1;
        double sum = sineSquared(Math.PI * levyScale(x[0]));
        for (int i = 0; i < last; i++) {
            double w = levyScale(x[i]);
            sum += (w - 1) * (w - 1) * (1 + 10 * sineSquared(Math.PI * w + 1));
        }
        double w = levyScale(x[last]);
        return sum + (w - 1) * (w - 1) * (1 + sineSquared(2 * Math.PI * w));
    }

    private static double levyScale(double xi) {
        return 1 + (xi - 1) / 4;
    }

    private static double sineSquared(double angle) {
        double sine = StrictMath.sin(angle);
        return sine * sine;
    }

    /// f(x) = Σ 418.98288727… - xᵢ sin √|xᵢ|. Minimum 0 at (420.96874636…, …) in the box [-500, 500]ᵈ; outside of it
    /// the values fall without bound, so it is a problem only with bounds.
    ///
    /// Source: Schwefel, "Numerical Optimization of Computer Models", 1981, problem 2.26, shifted to a minimum of 0.
    public static double schwefel(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += SCHWEFEL_SHIFT - xi * StrictMath.sin(Math.sqrt(Math.abs(xi)));
        }
        return sum;
    }

    /// f(x) = ½ Σ xᵢ⁴ - 16 xᵢ² + 5 xᵢ. Minimum -39.16616570… d at (-2.90353403…, …).
    ///
    /// Source: Styblinski and Tang, "Experiments in Nonconvex Optimization: Stochastic Approximation with Function
    /// Smoothing and Simulated Annealing", 1990.
    public static double styblinskiTang(double[] x) {
        double sum = 0;
        for (double xi : x) {
            double square = xi * xi;
            sum += square * square - 16 * square + 5 * xi;
        }
        return sum / 2;
    }

    /// f(x) = Σ ⌊xᵢ + ½⌋². Minimum 0 for all x in [-½, ½)ᵈ.
    ///
    /// Source: Yao, Liu and Lin, "Evolutionary Programming Made Faster", 1999, f₆.
    public static double step(double[] x) {
        double sum = 0;
        for (double xi : x) {
            double rounded = Math.floor(xi + 0.5);
            sum += rounded * rounded;
        }
        return sum;
    }
}
