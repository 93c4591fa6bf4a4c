package dev.fathom.math;

/// Standard normal deviates by the ziggurat method with 256 layers of equal area.
///
/// Marsaglia and Tsang, "The ziggurat method for generating random variables" (J. Stat. Software 2000), in the form of
/// Doornik ("An improved ziggurat method", 2005): layer and position come from disjoint bits of one 64-bit number.
/// Tables and
/// wedges use [StrictMath] only, so that the stream is the same on every machine.
final class Ziggurat {

    private static final int LAYERS = 256;
    /// Right end of the base strip and the area of each layer, for 256 layers.
    private static final double R = 3.654152885361009;

    private static final double AREA = 0.00492867323399;
    private static final double UNIT = 0x1.0p-52;

    /// `X[i]`: right edge of layer i, decreasing; `X[LAYERS] = 0`.
    private static final double[] X = new double[LAYERS + 1];
    /// `exp(-X[i]²/2)`
    private static final double[] DENSITY = new double[LAYERS + 1];
    /// `RATIO[i] = X[i+1] / X[i]`: the share of layer i that lies wholly under the curve.
    private static final double[] RATIO = new double[LAYERS];

    static {
        double f = StrictMath.exp(-0.5 * R * R);
        X[0] = AREA / f;
        X[1] = R;
        for (int i = 2; i < LAYERS; i++) {
            X[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / X[i - 1] + f));
            f = StrictMath.exp(-0.5 * X[i] * X[i]);
        }
        X[LAYERS] = 0;
        for (int i = 0; i <= LAYERS; i++) {
            DENSITY[i] = StrictMath.exp(-0.5 * X[i] * X[i]);
        }
        for (int i = 0; i < LAYERS; i++) {
            RATIO[i] = X[i + 1] / X[i];
        }
    }

    private Ziggurat() {}

    /// The deviate that begins with these bits; where they are rejected, the next ones are made of them.
    static double of(long bits) {
        int layer = (int) (bits & 0xFF);
        double u = (bits >> 11) * UNIT; // uniform in [-1, 1)
        return Math.abs(u) < RATIO[layer] ? u * X[layer] : edge(bits);
    }

    /// `target[at + i] = of(bits[i])`
    static void of(long[] bits, double[] target, int at, int count) {
        for (int i = 0; i < count; i++) {
            target[at + i] = of(bits[i]);
        }
    }

    private static double edge(long bits) {
        return edge(bits, Rng.of(bits));
    }

    static double next(Rng rng) {
        long bits = rng.nextLong();
        int layer = (int) (bits & 0xFF);
        double u = (bits >> 11) * UNIT;
        return Math.abs(u) < RATIO[layer] ? u * X[layer] : edge(bits, rng);
    }

    /// What is rare: the wedges of the layers, the tail, and what is drawn anew.
    private static double edge(long first, Rng rng) {
        long bits = first;
        while (true) {
            int layer = (int) (bits & 0xFF);
            double u = (bits >> 11) * UNIT;
            if (Math.abs(u) < RATIO[layer]) {
                return u * X[layer];
            }
            if (layer == 0) {
                return tail(rng, u < 0);
            }
            double x = u * X[layer];
            double height = DENSITY[layer + 1] + rng.nextDouble() * (DENSITY[layer] - DENSITY[layer + 1]);
            if (height < StrictMath.exp(-0.5 * x * x)) {
                return x;
            }
            bits = rng.nextLong();
        }
    }

    /// Marsaglia's method for the tail beyond `R`.
    private static double tail(Rng rng, boolean negative) {
        double x;
        double y;
        do {
            x = StrictMath.log(1 - rng.nextDouble()) / R;
            y = StrictMath.log(1 - rng.nextDouble());
        } while (-2 * y < x * x);
        return negative ? x - R : R - x;
    }
}
