package dev.fathom.problems.bbob;

import dev.fathom.math.Rng;

/// A function of the noisy suite, 101 to 130: ten noiseless functions, each under Gaussian, uniform and Cauchy noise;
/// the first two under moderate noise as well. Safe to evaluate from several threads at once, each with its own
/// generator.
///
/// The noise acts on the height above the minimum; what is added outside the box is added after it.
///
/// Source: Hansen, Finck, Ros and Auger, "Real-Parameter Black-Box Optimization Benchmarking 2009: Noisy Functions
/// Definitions", RR-6869, 2009.
public final class NoisyFunction {

    /// The number of the first function.
    public static final int FIRST = 101;

    /// The number of the last function.
    public static final int LAST = 130;

    private static final int SEVERE = 107;
    private static final int KINDS = 3;
    private static final int[] INNER = {1, 8, 1, 8, 7, 10, 14, 17, 19, 21};
    private static final double OFFSET = 1.01e-8;

    private final BbobFunction inner;
    private final Disturbance disturbance;

    private NoisyFunction(BbobFunction inner, Disturbance disturbance) {
        this.inner = inner;
        this.disturbance = disturbance;
    }

    /// Makes a function.
    ///
    /// @param function its number, 101 to 130
    /// @param instance which of its instances, at least 1
    /// @param d dimension, at least 2
    /// @throws IllegalArgumentException if there is no function of that number
    public static NoisyFunction of(int function, int instance, int d) {
        if (function < FIRST || function > LAST) {
            throw new IllegalArgumentException("there is no function " + function
                    + " in the suite. Maybe take a number from " + FIRST + " to " + LAST + ".");
        }
        int inner = INNER[(function - FIRST) / KINDS];
        return new NoisyFunction(Suite.NOISY.function(inner, instance, d), disturbance(function, d));
    }

    private static Disturbance disturbance(int function, int d) {
        boolean severe = function >= SEVERE;
        double strength = severe ? 1 : 0.01;
        return switch ((function - FIRST) % KINDS) {
            case 0 -> new Disturbance.Gaussian(strength);
            case 1 -> new Disturbance.Uniform(strength * (0.49 + 1.0 / d), strength);
            default -> new Disturbance.Cauchy(strength, severe ? 0.2 : 0.05);
        };
    }

    /// The function without noise; its minimum is the least value that counts.
    public BbobFunction noiseless() {
        return inner;
    }

    /// What is measured at x [d].
    ///
    /// @param rng where the noise is drawn from
    public double measure(double[] x, Rng rng) {
        return measure(x, Chance.of(rng));
    }

    double measure(double[] x, Chance chance) {
        return disturbance.of(inner.rise(x), chance) + OFFSET + inner.minimum() + inner.outside(x);
    }
}
