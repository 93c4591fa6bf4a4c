package dev.fathom.math;

/// Standard normal deviates by the ziggurat method with layers of equal area.
///
/// Marsaglia and Tsang, "The ziggurat method for generating random variables" (J. Stat. Software 2000), in the form of
/// Doornik ("An improved ziggurat method", 2005): layer and position come from disjoint bits of one 64-bit number.
/// Tables and wedges use [StrictMath] only, so that the stream is the same on every machine.
final class Ziggurat {

    /// For numbers one by one: 256 layers, whose tables fit a cache beside other things. 1.5 % of the numbers begin at
    /// the edge of a layer.
    static final Ziggurat COARSE = new Ziggurat(256, 3.654152885361009, 0.00492867323399);
    /// For numbers in bulk: 1,024 layers, of whose numbers 0.4 % begin at an edge.
    static final Ziggurat FINE = new Ziggurat(1024, 4.038849846109505, 0.001226324646353085);

    private static final double UNIT = 0x1.0p-52;

    /// Right end of the base strip.
    private final double end;
    /// Right edge of layer i, decreasing; at last 0.
    private final double[] right;
    /// `exp(-right[i]²/2)`
    private final double[] density;
    /// `right[i+1] / right[i]`: the share of layer i that lies wholly under the curve.
    private final double[] ratio;

    /// @param layers a power of two, up to 2¹¹
    /// @param end right end of the base strip
    /// @param area of each layer
    private Ziggurat(int layers, double end, double area) {
        this.end = end;
        right = new double[layers + 1];
        density = new double[layers + 1];
        ratio = new double[layers];
        double f = StrictMath.exp(-0.5 * end * end);
        right[0] = area / f;
        right[1] = end;
        for (int i = 2; i < layers; i++) {
            right[i] = StrictMath.sqrt(-2 * StrictMath.log(area / right[i - 1] + f));
            f = StrictMath.exp(-0.5 * right[i] * right[i]);
        }
        for (int i = 0; i <= layers; i++) {
            density[i] = StrictMath.exp(-0.5 * right[i] * right[i]);
        }
        for (int i = 0; i < layers; i++) {
            ratio[i] = right[i + 1] / right[i];
        }
    }

    /// `ratio [layers]`, not to be written to: most deviates are `u · right[layer]` for `|u| < ratio[layer]`, where the
    /// layer is the low bits and [#position] u. Whoever draws them keeps both tables in constants of its own, which
    /// makes
    /// the loop twice as fast.
    double[] ratio() {
        return ratio;
    }

    /// `right [layers + 1]`, not to be written to.
    double[] right() {
        return right;
    }

    /// Uniform in `[-1, 1)`, from the upper 53 bits.
    static double position(long bits) {
        return (bits >> 11) * UNIT;
    }

    /// What is rare: the wedges of the layers, the tail, and what is drawn anew.
    ///
    /// @param first bits whose position is not below the ratio of their layer
    /// @param rng what else is needed
    double edge(long first, Rng rng) {
        long bits = first;
        while (true) {
            int layer = (int) bits & (ratio.length - 1);
            double u = position(bits);
            if (Math.abs(u) < ratio[layer]) {
                return u * right[layer];
            }
            if (layer == 0) {
                return tail(rng, u < 0);
            }
            double x = u * right[layer];
            double height = density[layer + 1] + rng.nextDouble() * (density[layer] - density[layer + 1]);
            if (height < StrictMath.exp(-0.5 * x * x)) {
                return x;
            }
            bits = rng.nextLong();
        }
    }

    /// Marsaglia's method for the tail beyond the base strip.
    private double tail(Rng rng, boolean negative) {
        double x;
        double y;
        do {
            x = StrictMath.log(1 - rng.nextDouble()) / end;
            y = StrictMath.log(1 - rng.nextDouble());
        } while (-2 * y < x * x);
        return negative ? x - end : end - x;
    }
}
