package dev.fathom.problems;

/// Formulas with one minimum (or one connected set of minima) and no deception, in addition to [Functions]. All take
/// x [d]; indices count from 1. "Artificial" is the collection of the Nevergrad project, whose names differ.
final class Bowls {

    private Bowls() {}

    /// f(x) = Σ (xᵢ - c)². Minimum 0 at (c, …, c). Artificial: sphere1, sphere2, sphere4.
    static double movedSphere(double[] x, double c) {
        double sum = 0;
        for (double xi : x) {
            sum += (xi - c) * (xi - c);
        }
        return sum;
    }

    /// f(x) = x_d² + c Σ_{i<d} xᵢ²: the cigar along the last axis. Minimum 0 at the origin. Artificial: altcigar.
    static double altCigar(double[] x, double condition) {
        return Functions.cigar(reversed(x), condition);
    }

    /// The ellipsoid with its axes in reverse order. Minimum 0 at the origin. Artificial: altellipsoid.
    static double altEllipsoid(double[] x, double condition) {
        return Functions.ellipsoid(reversed(x), condition);
    }

    /// The cigar of yᵢ = xᵢ^(1 + ½ (i-1)/(d-1) √xᵢ) where xᵢ > 0, xᵢ elsewhere. Minimum 0 at the origin.
    ///
    /// Source: Hansen et al., INRIA report RR-6829, 2009, f₁₂ without its rotations.
    static double bentCigar(double[] x, double condition) {
        double[] y = x.clone();
        for (int i = 1; i < y.length; i++) {
            if (y[i] > 0) {
                y[i] = StrictMath.pow(y[i], 1 + 0.5 * i / (y.length - 1.0) * Math.sqrt(y[i]));
            }
        }
        return Functions.cigar(y, condition);
    }

    /// exp of the whole part of the ellipsoid's logarithm, 0 at the origin: steps of equal height on a logarithmic
    /// scale. Artificial: stepellipsoid.
    static double stepEllipsoid(double[] x, double condition) {
        return stairs(Functions.ellipsoid(x, condition));
    }

    /// |Σ xᵢ|. Minimum 0 where the sum is 0. Artificial: doublelinearslope.
    static double doubleSlope(double[] x) {
        return Math.abs(sum(x));
    }

    /// The same in steps. Artificial: stepdoublelinearslope.
    static double stepDoubleSlope(double[] x) {
        return stairs(doubleSlope(x));
    }

    /// exp ⌊ln s⌋, rounded towards 1; 0 for 0.
    private static double stairs(double s) {
        double logarithm = StrictMath.log(s);
        return s == 0 ? 0 : StrictMath.exp(logarithm < 0 ? Math.ceil(logarithm) : Math.floor(logarithm));
    }

    /// Σ xᵢ. Without minimum, but for its box.
    static double sum(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += xi;
        }
        return sum;
    }

    /// tanh x₁. Without minimum, but for its box.
    static double tanh(double[] x) {
        return StrictMath.tanh(x[0]);
    }

    /// Σ (Σ_{j≤i} xⱼ)². Minimum 0 at the origin.
    ///
    /// Source: Schwefel, "Numerical Optimization of Computer Models", 1981, problem 1.2.
    static double schwefel12(double[] x) {
        double sum = 0;
        double partial = 0;
        for (double xi : x) {
            partial += xi;
            sum += partial * partial;
        }
        return sum;
    }

    /// Σ |xᵢ|. Minimum 0 at the origin.
    ///
    /// Source: Schwefel 1981, problem 2.20.
    static double schwefel220(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += Math.abs(xi);
        }
        return sum;
    }

    /// max |xᵢ|. Minimum 0 at the origin.
    ///
    /// Source: Schwefel 1981, problem 2.21.
    static double schwefel221(double[] x) {
        double most = 0;
        for (double xi : x) {
            most = Math.max(most, Math.abs(xi));
        }
        return most;
    }

    /// Σ |xᵢ| + Π |xᵢ|. Minimum 0 at the origin.
    ///
    /// Source: Schwefel 1981, problem 2.22.
    static double schwefel222(double[] x) {
        double product = 1;
        for (double xi : x) {
            product *= Math.abs(xi);
        }
        return schwefel220(x) + product;
    }

    /// s₁ + s₂² + s₂⁴, where s₁ = Σ xᵢ², s₂ = Σ ½ i xᵢ. Minimum 0 at the origin.
    ///
    /// Source: Rahnamayan, Tizhoosh and Salama, "A Novel Population Initialization Method for Accelerating Evolutionary
    /// Algorithms", 2007, there named after Zakharov.
    static double zakharov(double[] x) {
        double weighed = 0;
        for (int i = 0; i < x.length; i++) {
            weighed += (i + 1.0) / 2 * x[i];
        }
        double square = weighed * weighed;
        return Functions.sphere(x) + square + square * square;
    }

    /// (x₁ - 1)² + Σ_{i≥2} i (2xᵢ² - xᵢ₋₁)². Minimum 0 at xᵢ = 2^(-(2ⁱ - 2) / 2ⁱ).
    ///
    /// Source: Dixon and Price, "Truncated Newton Method for Sparse Unconstrained Optimization Using Automatic
    /// Differentiation", 1989.
    static double dixonPrice(double[] x) {
        double sum = (x[0] - 1) * (x[0] - 1);
        for (int i = 1; i < x.length; i++) {
            double valley = 2 * x[i] * x[i] - x[i - 1];
            sum += (i + 1.0) * valley * valley;
        }
        return sum;
    }

    /// The minimizer of [#dixonPrice], [d]: each the square root of half the one before.
    static double[] dixonPriceOptimum(int d) {
        double[] x = new double[d];
        x[0] = 1;
        for (int i = 1; i < d; i++) {
            x[i] = Math.sqrt(x[i - 1] / 2);
        }
        return x;
    }

    /// Σ |xᵢ|^(i+1). Minimum 0 at the origin.
    ///
    /// Source: Molga and Smutnicki, "Test Functions for Optimization Needs", 2005, section 2.5.
    static double differentPowers(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += StrictMath.pow(Math.abs(x[i]), i + 2.0);
        }
        return sum;
    }

    /// |s - d|^¼ + (½ s + Σ xᵢ) / d + ½, where s = Σ xᵢ². Minimum 0 at (-1, …, -1), at the end of a sharp ridge along a
    /// sphere.
    ///
    /// Source: Beyer and Finck, "HappyCat: A Simple Function Class Where Well-Known Direct Search Algorithms Do Fail",
    /// PPSN XII (2012).
    static double happyCat(double[] x) {
        double s = Functions.sphere(x);
        return StrictMath.pow(Math.abs(s - x.length), 0.25) + (0.5 * s + sum(x)) / x.length + 0.5;
    }

    /// -exp(-Σ xᵢ² / 4). Minimum -1 at the origin, flat far away. Artificial: minusgenzgaussianpeakintegral.
    static double gaussianPeak(double[] x) {
        return -StrictMath.exp(-Functions.sphere(x) / 4);
    }

    private static double[] reversed(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[x.length - 1 - i];
        }
        return y;
    }
}
