package dev.fathom.lab.report;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Finds places for labels side by side, near where they belong.
final class Labels {

    private Labels() {}

    /// Moves places apart until neighbours are a gap apart, as little as possible (pool adjacent violators: labels that
    /// collide form a block around their mean place).
    ///
    /// @param wanted places, in any order, [n]
    /// @param gap least distance
    /// @param low no place is below, if there is room
    /// @param high no place is above
    /// @return places in the order of the wanted ones, [n]
    static double[] apart(double[] wanted, double gap, double low, double high) {
        int[] order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wanted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sums = new double[wanted.length];
        int[] sizes = new int[wanted.length];
        int blocks = 0;
        for (int i = 0; i < order.length; i++) {
            sums[blocks] = wanted[order[i]] - i * gap;
            sizes[blocks++] = 1;
            while (blocks > 1 && sums[blocks - 2] / sizes[blocks - 2] > sums[blocks - 1] / sizes[blocks - 1]) {
                sums[blocks - 2] += sums[blocks - 1];
                sizes[blocks - 2] += sizes[blocks - 1];
                blocks--;
            }
        }
        double[] places = new double[wanted.length];
        int i = 0;
        for (int block = 0; block < blocks; block++) {
            for (int in = 0; in < sizes[block]; in++, i++) {
                double most = high - (order.length - 1) * gap;
                double start = Math.max(low, Math.min(most, sums[block] / sizes[block]));
                places[order[i]] = start + i * gap;
            }
        }
        return places;
    }
}
