package dev.fathom.problems.bbob;

/// The suites of 24 noiseless functions.
///
/// Source: Hansen, Finck, Ros and Auger, RR-6829, 2009; for many variables Varelas et al., "A Comparative Study of
/// Large-Scale Variants of CMA-ES", 2018, and Ait ElHara et al., "COCO: The Large Scale Black-Box Optimization
/// Benchmarking (bbob-largescale) Test Suite", 2019. Random numbers are drawn as in the COCO platform.
public enum Suite {
    /// Any dimension from 2 on, customarily 2, 3, 5, 10, 20 and 40; rotations cost d² operations.
    BBOB,

    /// Customarily 20, 40, 80, 160, 320 and 640 variables; rotations cost at most 40 d operations.
    LARGESCALE;

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
        return this == BBOB ? Draws.rotation(instance.d(), seed) : Blocks.of(instance, seed, isQ);
    }

    /// γ, the factor that keeps values in the same range.
    double gamma(int d) {
        return this == BBOB ? 1 : Math.min(1, (double) BLOCK / d);
    }

    /// How many variables are the special ones of functions 11 to 13.
    int special(int d) {
        return this == BBOB ? 1 : Math.ceilDiv(d, BLOCK);
    }

    /// The factor of |ẑ₁| / 10⁴ in function 7.
    double edge(int d) {
        return this == BBOB ? 1 : d;
    }

    /// The dimension that scales functions 8, 9 and 19.
    int valleyDimension(int d) {
        return this == BBOB ? d : Math.min(d, BLOCK);
    }

    /// Whether function 9 has the optimum of function 8.
    boolean shiftsRotatedRosenbrock() {
        return this == LARGESCALE;
    }
}
