package dev.fathom.problems.bbob;

import java.util.Arrays;

/// A rotation of the large-scale suite: [a] B [b], small rotations B along the diagonal between two permutations.
///
/// w_i = v_{out(i)}, v = B u, u_i = z_{in(i)}.
///
/// Source: Ait ElHara, Auger and Hansen, "Permuted Orthogonal Block-Diagonal Transformation Matrices for Large Scale
/// Optimization Benchmarking", 2016.
final class Blocks implements Linear {

    private static final int SIZE = 40;
    private static final long SEEDS = 1_000_000;

    private final int[] in;
    private final Dense[] blocks;
    private final int[] out;

    private Blocks(int[] in, Dense[] blocks, int[] out) {
        this.in = in;
        this.blocks = blocks;
        this.out = out;
    }

    /// R or Q of that instance.
    ///
    /// @param seed of the first block
    /// @param isQ which of the two: they differ in the permutations
    static Blocks of(Instance instance, long seed, boolean isQ) {
        int d = instance.d();
        Dense[] blocks = new Dense[Math.ceilDiv(d, SIZE)];
        for (int k = 0; k < blocks.length; k++) {
            blocks[k] = Draws.rotation(Math.min(SIZE, d - k * SIZE), seed + k * SEEDS);
        }
        int first = firstPermutation(instance.function(), isQ);
        return new Blocks(permutation(instance, first), blocks, permutation(instance, first + 1));
    }

    /// The number of the permutation before the blocks, the one after them has the next number; negative for none.
    private static int firstPermutation(int function, boolean isQ) {
        return switch (function) {
            case 6, 7 -> isQ ? 2 : 4;
            case 13, 15 -> isQ ? 5 : 3;
            case 16, 17, 18, 23, 24 -> isQ ? 3 : 5;
            case 21, 22 -> -2;
            default -> 2;
        };
    }

    private static int[] permutation(Instance instance, int number) {
        int d = instance.d();
        int[] p = new int[d];
        Arrays.setAll(p, i -> i);
        if (number > 0 && d > SIZE) {
            shuffle(p, instance.seed() + number * SEEDS);
        }
        return p;
    }

    /// Exchanges each entry, in random order, with another one that is at most d/3 places away.
    private static void shuffle(int[] p, long seed) {
        int d = p.length;
        int[] order = Draws.order(d, seed);
        for (int n = 0; n < d; n++) {
            int i = order[n];
            int low = Math.max(0, i - d / 3);
            int high = Math.min(d - 1, i + d / 3);
            int j = low + (int) (Draws.uniform(1, seed + 1000L * (n + 1))[0] * (high - low));
            j = j >= i ? j + 1 : j;
            int kept = p[i];
            p[i] = p[j];
            p[j] = kept;
        }
    }

    @Override
    public double[] of(double[] z) {
        return permuted(z, false);
    }

    @Override
    public double[] transposed(double[] z) {
        return permuted(z, true);
    }

    private double[] permuted(double[] z, boolean transposed) {
        double[] v = new double[z.length];
        double[] u = new double[z.length];
        for (int i = 0; i < u.length; i++) {
            if (transposed) {
                u[out[i]] = z[i];
            } else {
                u[i] = z[in[i]];
            }
        }
        for (int k = 0; k < blocks.length; k++) {
            int from = k * SIZE;
            int to = Math.min(from + SIZE, v.length);
            double[] part = Arrays.copyOfRange(u, from, to);
            double[] image = transposed ? blocks[k].transposed(part) : blocks[k].of(part);
            System.arraycopy(image, 0, v, from, to - from);
        }
        for (int i = 0; i < u.length; i++) {
            if (transposed) {
                u[in[i]] = v[i];
            } else {
                u[i] = v[out[i]];
            }
        }
        return u;
    }
}
