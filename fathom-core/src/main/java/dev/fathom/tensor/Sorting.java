package dev.fathom.tensor;

import java.util.Arrays;

/// Stable sorting of columns: the leading bits of each number and its index in one `long`, sorted; where leading bits
/// agree, the numbers themselves decide.
final class Sorting {

    private Sorting() {}

    static Tensor indices(HeapTensor x, int groups) {
        HeapTensor out = x.heap().make(x.rows(), 1);
        int size = x.groupRows(groups);
        for (int g = 0; g < groups; g++) {
            int first = g * size;
            long[] packed = sorted(x, first, size);
            long mask = mask(size);
            for (int i = 0; i < size; i++) {
                out.data()[first + i] = first + (packed[i] & mask);
            }
        }
        return out;
    }

    static Tensor ranks(HeapTensor x, int groups) {
        HeapTensor out = x.heap().make(x.rows(), 1);
        int size = x.groupRows(groups);
        for (int g = 0; g < groups; g++) {
            long[] packed = sorted(x, g * size, size);
            long mask = mask(size);
            for (int i = 0; i < size; i++) {
                out.data()[g * size + (int) (packed[i] & mask)] = i;
            }
        }
        return out;
    }

    private static long mask(int size) {
        return (1L << (32 - Integer.numberOfLeadingZeros(Math.max(1, size - 1)))) - 1;
    }

    private static long[] sorted(HeapTensor x, int first, int size) {
        long mask = mask(size);
        long[] packed = new long[size];
        for (int i = 0; i < size; i++) {
            packed[i] = (ordered(x, first + i) & ~mask) | i;
        }
        if (x.heap().threads() > 1) {
            Arrays.parallelSort(packed);
        } else {
            Arrays.sort(packed);
        }
        for (int i = 1; i < size; i++) {
            if ((packed[i] & ~mask) == (packed[i - 1] & ~mask)) {
                i = settle(x, first, packed, i - 1, mask);
            }
        }
        return packed;
    }

    /// The bits of a number as a `long` of the same order; NaN last, −0 as 0.
    private static long ordered(HeapTensor x, int i) {
        long bits = Double.doubleToLongBits(x.data()[x.offset() + i] + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /// Sorts a run of equal leading bits by the numbers, then by index.
    ///
    /// @return the last place of the run
    private static int settle(HeapTensor x, int first, long[] packed, int from, long mask) {
        int to = from + 1;
        long lead = packed[from] & ~mask;
        while (to < packed.length && (packed[to] & ~mask) == lead) {
            to++;
        }
        if (differ(x, first, packed, from, to, mask)) {
            Long[] run = new Long[to - from];
            Arrays.setAll(run, k -> packed[from + k]);
            Arrays.sort(
                    run,
                    (a, b) -> Long.compare(ordered(x, first + (int) (a & mask)), ordered(x, first + (int) (b & mask))));
            for (int k = 0; k < run.length; k++) {
                packed[from + k] = run[k];
            }
        }
        return to - 1;
    }

    private static boolean differ(HeapTensor x, int first, long[] packed, int from, int to, long mask) {
        long value = ordered(x, first + (int) (packed[from] & mask));
        for (int k = from + 1; k < to; k++) {
            if (ordered(x, first + (int) (packed[k] & mask)) != value) {
                return true;
            }
        }
        return false;
    }
}
