package dev.fathom.algorithms.mads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All evaluated points. Coordinates are equal that agree in 44 bits of their mantissas.
final class Cache {

    private static final long HALF = 1L << 7;
    private static final long MASK = -(HALF << 1);

    private final Map<Key, Point> points = new HashMap<>();
    private final List<Point> order = new ArrayList<>();

    private record Key(long[] bits) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Arrays.equals(bits, key.bits);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bits);
        }
    }

    private static Key key(double[] x) {
        long[] bits = new long[x.length];
        for (int j = 0; j < bits.length; j++) {
            bits[j] = (Double.doubleToLongBits(x[j] + 0.0) + HALF) & MASK;
        }
        return new Key(bits);
    }

    @Nullable
    Point get(double[] x) {
        return points.get(key(x));
    }

    void put(Point point) {
        if (points.put(key(point.x()), point) == null) {
            order.add(point);
        }
    }

    /// In the order of their evaluation.
    List<Point> points() {
        return order;
    }
}
