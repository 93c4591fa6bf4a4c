package dev.fathom.algorithms.cma;

import dev.fathom.algorithms.linear.Vectors;

/// One learning rate η that keeps the signal-to-noise ratio of changes Δ at αη: section 3.2 of Nomura, Akimoto and Ono
/// (GECCO 2023).
final class LearningRate {

    private final double alpha;
    private final double beta;
    private final double gamma;
    /// E, the average change.
    private final double[] average;
    /// V, the average of its squared length.
    private double squares;
    private double rate = 1;

    /// @param size how many numbers change
    LearningRate(int size, double alpha, double beta, double gamma) {
        this.alpha = alpha;
        this.beta = beta;
        this.gamma = gamma;
        average = new double[size];
    }

    /// η, `(0, 1]`.
    double rate() {
        return rate;
    }

    /// Learns from one change.
    ///
    /// @param change Δ in the coordinates in which the distribution before it is N(0, I)
    void adapt(double[] change) {
        Vectors.scale(average, 1 - beta); // E ← (1 − β)E + βΔ
        Vectors.add(beta, change, 0, average, 0, change.length);
        squares = (1 - beta) * squares + beta * Vectors.dot(change, 0, change, 0, change.length);
        double relative = ratio() / (alpha * rate) - 1;
        double bounded = Math.min(Math.max(relative, -1), 1);
        double next = rate * StrictMath.exp(Math.min(gamma * rate, beta) * bounded); // (19)
        rate = Double.isNaN(next) ? rate : Math.min(1, next);
    }

    /// SNR ≈ (‖E‖² − β/(2 − β) V)/(V − ‖E‖²), (15)
    private double ratio() {
        double signal = Vectors.dot(average, 0, average, 0, average.length);
        return (signal - beta / (2 - beta) * squares) / (squares - signal);
    }
}
