package dev.fathom.problems.bbob;

/// The forms in which the 24 noiseless functions are used.
///
/// Source: Hansen, Finck, Ros and Auger, RR-6829, 2009; with walls Hansen et al., "COCO: A Platform for Comparing
/// Continuous Optimizers in a Black-Box Setting", 2021; under noise Hansen, Finck, Ros and Auger, "Real-Parameter
/// Black-Box Optimization Benchmarking 2009: Noisy Functions Definitions", RR-6869, 2009; for many variables Varelas et
/// al., "A Comparative Study of
/// Large-Scale Variants of CMA-ES", 2018, and Ait ElHara et al., "COCO: The Large Scale Black-Box Optimization
/// Benchmarking (bbob-largescale) Test Suite", 2019. Random numbers are drawn as in the COCO platform.
public enum Suite {
    /// Any dimension from 2 on, customarily 2, 3, 5, 10, 20 and 40; rotations cost d² operations.
    BBOB,

    /// Customarily 20, 40, 80, 160, 320 and 640 variables; rotations cost at most 40 d operations.
    LARGESCALE,

    /// Optima lie anywhere in the box [-5, 5]ᵈ, and outside of it every value is +∞.
    BOXED,

    /// What lies beneath the noise of [NoisyFunction]: outside the box every function rises by 100 f_pen(x), function
    /// 10 has the condition 10⁴, function 19 is a tenth of the usual one.
    NOISY;

    private static final int BLOCK = 40;

    /// Makes a function.
    ///
    /// @param function its number, 1 to 24
    /// @param instance which of its instances, 1 to 200,000: they differ in optimum, minimum and rotations
    /// @param d dimension, at least 2
    /// @throws IllegalArgumentException if there is no function of that number
    public BbobFunction function(int function, int instance, int d) {
        return Functions24.of(new Instance(this, function, instance, d));
    }

    /// The rotation made from that seed, as Q if it is that one, else as R.
    Linear rotation(Instance instance, long seed, boolean isQ) {
        return this == LARGESCALE ? Blocks.of(instance, seed, isQ) : Draws.rotation(instance.d(), seed);
    }

    /// γ, the factor that keeps values in the same range.
    double gamma(int d) {
        return this == LARGESCALE ? Math.min(1, (double) BLOCK / d) : 1;
    }

    /// How many variables are the special ones of functions 11 to 13.
    int special(int d) {
        return this == LARGESCALE ? Math.ceilDiv(d, BLOCK) : 1;
    }

    /// The factor of |ẑ₁| / 10⁴ in function 7.
    double edge(int d) {
        return this == LARGESCALE ? d : 1;
    }

    /// The dimension that scales functions 8, 9 and 19.
    int valleyDimension(int d) {
        return this == LARGESCALE ? Math.min(d, BLOCK) : d;
    }

    /// Whether function 9 has the optimum of function 8.
    boolean shiftsRotatedRosenbrock() {
        return this == LARGESCALE;
    }

    /// The side of the cube around 0 in which optima are drawn.
    double side() {
        return this == BOXED ? 10 : 8;
    }

    /// The factor of f_pen.
    ///
    /// @param usual the one that the function has of itself
    double penalty(double usual) {
        return switch (this) {
            case BBOB, LARGESCALE -> usual;
            case BOXED -> Double.POSITIVE_INFINITY;
            case NOISY -> 100;
        };
    }

    /// The factor that moves the highest peak of functions 21 and 22 towards 0.
    double firstPeak() {
        return this == BOXED ? 1 : 0.8;
    }

    /// The condition of function 10.
    double ellipsoidCondition() {
        return this == NOISY ? 1e4 : 1e6;
    }

    /// The factor of function 19.
    double griewankFactor() {
        return this == NOISY ? 1 : 10;
    }
}
