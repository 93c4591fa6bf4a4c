package dev.fathom.algorithms.largescale;

import dev.fathom.algorithms.linear.Vectors;

/// At most m direction vectors out of all that a search has had, chosen so that they come from times some distance
/// apart.
///
/// Loshchilov (2014), algorithm 6: of two neighbours in time that are closest, the younger gives way, or the oldest of
/// all once all distances are large enough.
final class Directions {

    /// `[m×d]`, in no order.
    final double[] vectors;

    private final int d;
    private final int[] order;
    private final long[] times;
    private final double[] squares;
    private int count;

    Directions(int m, int d) {
        this.d = d;
        vectors = new double[m * d];
        order = new int[m];
        times = new long[m];
        squares = new double[m];
    }

    /// m.
    int capacity() {
        return order.length;
    }

    /// How many there are.
    int count() {
        return count;
    }

    /// Where the i-th oldest begins in [#vectors].
    int offset(int i) {
        return order[i] * d;
    }

    /// ‖p_i‖² of the i-th oldest.
    double square(int i) {
        return squares[order[i]];
    }

    /// Takes a vector as the youngest.
    ///
    /// @param gap distance in time that is large enough
    /// @return the number, from the oldest on, of the first vector that is not the same as before
    int keep(double[] vector, long time, long gap) {
        int dropped = count < order.length ? count : superfluous(gap);
        if (count < order.length) {
            order[count] = count;
            count++;
        }
        int slot = order[dropped];
        System.arraycopy(order, dropped + 1, order, dropped, count - 1 - dropped);
        order[count - 1] = slot;
        times[slot] = time;
        squares[slot] = Vectors.dot(vector, 0, vector, 0, d);
        System.arraycopy(vector, 0, vectors, slot * d, d);
        return dropped;
    }

    private int superfluous(long gap) {
        int closest = 0;
        long least = gap;
        for (int i = 1; i < count; i++) {
            long distance = times[order[i]] - times[order[i - 1]];
            if (distance < least) {
                least = distance;
                closest = i;
            }
        }
        return closest;
    }
}
