package dev.fathom.lab;

import dev.fathom.lab.measure.Hypervolume;
import dev.fathom.problems.Known;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The hypervolumes of known fronts, each computed once. Safe to use from several threads.
///
/// n points of a front of m objectives lack about n^(-1/(m-1)) of its volume. So it is computed for n and for n·2^(m-1)
/// points, where it lacks half as much, and extrapolated: twice the second minus the first.
final class References {

    private static final int POINTS = 1 << 15;
    /// Beyond three objectives the volume of many points takes long.
    private static final int FEWER_POINTS = 1 << 8;

    private final ConcurrentMap<String, Double> volumes = new ConcurrentHashMap<>();

    /// The share of the box between ideal and reference that the front dominates; 1 where the front is not known.
    double volume(String problem, Known.Front front) {
        return volumes.computeIfAbsent(problem, name -> compute(front));
    }

    private static double compute(Known.Front front) {
        int m = front.ideal().length;
        int n = m <= 3 ? POINTS : FEWER_POINTS;
        if (front.points().apply(n).length == 0) {
            return 1;
        }
        return 2 * volume(front, n << (m - 1)) - volume(front, n);
    }

    private static double volume(Known.Front front, int n) {
        double[] ideal = front.ideal();
        double[] reference = front.reference();
        List<double[]> scaled = new ArrayList<>();
        for (double[] losses : front.points().apply(n)) {
            double[] z = new double[ideal.length];
            for (int k = 0; k < z.length; k++) {
                z[k] = Math.max(0, (losses[k] - ideal[k]) / (reference[k] - ideal[k]));
            }
            scaled.add(z);
        }
        double[] corner = new double[ideal.length];
        Arrays.fill(corner, 1);
        return Hypervolume.of(scaled.toArray(double[][]::new), corner);
    }
}
