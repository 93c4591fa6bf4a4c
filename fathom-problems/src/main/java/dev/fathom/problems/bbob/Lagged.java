package dev.fathom.problems.bbob;

/// The lagged Fibonacci generator from which the constraints are made. It belongs to their definition and serves
/// nothing else. Not safe for several threads.
final class Lagged {

    private static final int LONG_LAG = 607;
    private static final int SHORT_LAG = 273;
    private static final int BEGIN = 12;
    private static final long WORD = 0xFFFF_FFFFL;
    private static final long MULTIPLIER = 1_812_433_253L;

    private final double[] table = new double[LONG_LAG];
    private int next = BEGIN;

    /// @param seed of which the lowest 32 bits count
    Lagged(long seed) {
        long s = seed & WORD;
        for (int i = 0; i < LONG_LAG; i++) {
            table[i] = s / (double) WORD;
            s = MULTIPLIER * (s ^ (s >> 30)) + i + 1 & WORD;
        }
    }

    /// A number between 0 and 1, uniformly distributed.
    double uniform() {
        if (next == LONG_LAG) {
            renew();
        }
        return table[next++];
    }

    private void renew() {
        for (int i = 0; i < LONG_LAG; i++) {
            int lag = i < SHORT_LAG ? i + LONG_LAG - SHORT_LAG : i - SHORT_LAG;
            double sum = table[i] + table[lag];
            table[i] = sum >= 1 ? sum - 1 : sum;
        }
        next = 0;
    }

    /// A number with the standard normal distribution: √(-2 log u₁) cos 2πu₂.
    double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }
}
