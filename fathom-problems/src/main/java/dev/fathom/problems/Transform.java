package dev.fathom.problems;

import dev.fathom.math.Rng;
import java.util.Arrays;

/// What stands between the variables of a problem and the functions of its blocks: of all variables some are useless,
/// the others are cut into blocks of d, and block b sees y = Q_b (x_b - t_b).
///
/// Drawn from a seed, each part from a stream of its own: which variables are useful, the translations t, and the
/// orthogonal matrices Q.
///
/// @param used the variables of each block, in increasing order, [blocks][d]
/// @param shift t, [blocks][d]
/// @param turn Q by rows, [blocks][d][d]; no blocks where nothing is rotated
record Transform(int[][] used, double[][] shift, double[][][] turn) {

    static Transform draw(int d, int blocks, int useless, double factor, int exponent, boolean isRotated, Rng rng) {
        int useful = d * blocks;
        int[] chosen = choose(useful, useless, rng.fork("useful"));
        int[][] used = new int[blocks][];
        double[][] shift = new double[blocks][];
        double[][][] turn = new double[isRotated ? blocks : 0][][];
        for (int b = 0; b < blocks; b++) {
            used[b] = Arrays.copyOfRange(chosen, b * d, (b + 1) * d);
            shift[b] = translation(d, factor, exponent, rng.fork("shift").fork(b));
            if (isRotated) {
                turn[b] = orthogonal(d, rng.fork("rotate").fork(b));
            }
        }
        return new Transform(used, shift, turn);
    }

    /// So many of all variables, in increasing order.
    private static int[] choose(int useful, int useless, Rng rng) {
        int[] chosen = new int[useful];
        if (useless == 0) {
            Arrays.setAll(chosen, i -> i);
            return chosen;
        }
        System.arraycopy(rng.permutation(useful + useless), 0, chosen, 0, useful);
        Arrays.sort(chosen);
        return chosen;
    }

    /// N(0, 1)^exponent · factor in each variable.
    private static double[] translation(int d, double factor, int exponent, Rng rng) {
        double[] t = new double[d];
        for (int i = 0; i < d && factor != 0; i++) {
            t[i] = StrictMath.pow(rng.nextGaussian(), exponent) * factor;
        }
        return t;
    }

    /// The orthogonal factor of a matrix of normal numbers, by rows: uniformly distributed among all rotations and
    /// reflections. Each row is made orthogonal to those before it, twice.
    private static double[][] orthogonal(int d, Rng rng) {
        double[][] q = new double[d][d];
        for (int i = 0; i < d; i++) {
            rng.fillGaussian(q[i], 0, d);
            for (int j = 0; j < 2 * i; j++) {
                double[] other = q[j % i];
                double share = product(q[i], other);
                for (int k = 0; k < d; k++) {
                    q[i][k] -= share * other[k];
                }
            }
            double length = Math.sqrt(product(q[i], q[i]));
            for (int k = 0; k < d; k++) {
                q[i][k] /= length;
            }
        }
        return q;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    int blocks() {
        return used.length;
    }

    /// What block b sees of x: y [d].
    double[] inner(double[] x, int b) {
        int d = used[b].length;
        double[] moved = new double[d];
        for (int i = 0; i < d; i++) {
            moved[i] = x[used[b][i]] - shift[b][i];
        }
        if (turn.length == 0) {
            return moved;
        }
        double[] y = new double[d];
        for (int i = 0; i < d; i++) {
            y[i] = product(turn[b][i], moved);
        }
        return y;
    }

    /// Writes into x the variables for which all blocks see y [d].
    void outer(double[] y, double[] x) {
        for (int b = 0; b < blocks(); b++) {
            for (int i = 0; i < y.length; i++) {
                double back = turn.length == 0 ? y[i] : column(turn[b], i, y);
                x[used[b][i]] = back + shift[b][i];
            }
        }
    }

    private static double column(double[][] q, int i, double[] y) {
        double sum = 0;
        for (int k = 0; k < y.length; k++) {
            sum += q[k][i] * y[k];
        }
        return sum;
    }
}
