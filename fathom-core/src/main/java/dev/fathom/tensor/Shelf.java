package dev.fathom.tensor;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/// Arrays that wait to be used again, by length. Belongs to one thread at a time.
final class Shelf {

    private final Map<Integer, ArrayDeque<double[]>> arrays = new HashMap<>();

    double[] take(int length) {
        ArrayDeque<double[]> waiting = arrays.get(length);
        double[] array = waiting == null ? null : waiting.poll();
        return array == null ? new double[length] : array;
    }

    void put(double[] array) {
        arrays.computeIfAbsent(array.length, n -> new ArrayDeque<>()).push(array);
    }
}
