package dev.fathom.examples;

import dev.fathom.math.Rng;

/// A recurrent network whose weights are known roughly: 20 cells in ten pairs, in each of which one cell excites and
/// the
/// other inhibits, so that every pair rings after a pulse. No pair has the right period, and the pairs do not know of
/// each other: 40 of 400 weights are not 0.
///
/// The task is to answer one pulse with a decaying oscillation, `0.97^t sin(2πt / 20)`. Only the recurrent weights are
/// fitted, `w [400]`, row by row: `h ← tanh(W h + pulse)`. What comes in and how the cells are read is fixed.
final class Connectome {

    static final int CELLS = 20;
    /// Number of weights.
    static final int WEIGHTS = CELLS * CELLS;

    private static final int STEPS = 60;
    private static final double PERIOD = 20;
    private static final double DECAY = 0.97;
    private static final double PULSE = 0.25;

    private Connectome() {}

    /// The weights known beforehand, `[400]`: rotations with periods from 14 to 32 steps that lose 2 to 12 % a step.
    static double[] prior() {
        Rng rng = Rng.of(1986);
        double[] weights = new double[WEIGHTS];
        for (int cell = 0; cell < CELLS; cell += 2) {
            double angle = 2 * Math.PI / rng.nextDouble(14, 32);
            double keep = rng.nextDouble(0.88, 0.98);
            int other = cell + 1;
            weights[cell * CELLS + cell] = keep * StrictMath.cos(angle);
            weights[cell * CELLS + other] = -keep * StrictMath.sin(angle);
            weights[other * CELLS + cell] = keep * StrictMath.sin(angle);
            weights[other * CELLS + other] = keep * StrictMath.cos(angle);
        }
        return weights;
    }

    /// How well the answer fits: 1 is exact, 0 as good as silence.
    ///
    /// @param weights `[400]`
    static double reward(double[] weights) {
        double[] state = new double[CELLS];
        for (int cell = 0; cell < CELLS; cell += 2) {
            state[cell] = PULSE;
        }
        double missed = 0;
        double all = 0;
        for (int t = 1; t <= STEPS; t++) {
            state = step(weights, state);
            double target = StrictMath.pow(DECAY, t) * StrictMath.sin(2 * Math.PI * t / PERIOD);
            double gap = read(state) - target;
            missed += gap * gap;
            all += target * target;
        }
        return 1 - missed / all;
    }

    private static double[] step(double[] weights, double[] state) {
        double[] next = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            double sum = 0;
            for (int j = 0; j < CELLS; j++) {
                sum += weights[i * CELLS + j] * state[j];
            }
            next[i] = StrictMath.tanh(sum);
        }
        return next;
    }

    /// The mean of the second cells, in units of the pulse.
    private static double read(double[] state) {
        double sum = 0;
        for (int cell = 1; cell < CELLS; cell += 2) {
            sum += state[cell];
        }
        return sum / (CELLS / 2 * PULSE);
    }
}
