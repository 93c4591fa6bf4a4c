package dev.fathom.problems.bbob;

/// How noise changes v, the height above the minimum.
///
/// Source: Hansen, Finck, Ros and Auger, "Real-Parameter Black-Box Optimization Benchmarking 2009: Noisy Functions
/// Definitions", RR-6869, 2009, equations 2 to 4.
sealed interface Disturbance {

    /// The disturbed height.
    ///
    /// @param v at least 0
    double of(double v, Chance chance);

    /// v exp(β N): the smaller the value, the smaller the noise.
    record Gaussian(double beta) implements Disturbance {

        @Override
        public double of(double v, Chance chance) {
            return v * StrictMath.exp(beta * chance.normal());
        }
    }

    /// v U₁^β max(1, (10⁹ / (v + 10⁻⁹⁹))^(α U₂)): small values may be seen as large ones.
    record Uniform(double alpha, double beta) implements Disturbance {

        @Override
        public double of(double v, Chance chance) {
            double shrunk = v * StrictMath.pow(chance.uniform(), beta);
            return shrunk * Math.max(1, StrictMath.pow(1e9 / (v + 1e-99), alpha * chance.uniform()));
        }
    }

    /// v + α max(0, 1000 + N₁ / |N₂|), where the quotient counts with probability p only: rare values of any size.
    record Cauchy(double alpha, double p) implements Disturbance {

        @Override
        public double of(double v, Chance chance) {
            double outlier = chance.uniform() < p ? chance.normal() / Math.abs(chance.normal()) : 0;
            return v + alpha * Math.max(0, 1000 + outlier);
        }
    }
}
