package dev.fathom.lab.measure;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/// How near a set of points comes to the best front, and how evenly it covers it; all objectives to be minimized,
/// distances Euclidean in the objectives as they are. Smaller is better in all of them.
public final class FrontDistances {

    private FrontDistances() {}

    /// Inverted generational distance: mean over the front of the distance to the nearest point (Coello Coello, Reyes
    /// Sierra 2004). Not compatible with domination: a better set can have a larger value.
    ///
    /// @param points [n][m], n ≥ 1
    /// @param front points of the best front, [k][m], k ≥ 1
    /// @throws IllegalArgumentException if one is empty, or numbers of objectives differ
    public static double inverted(double[][] points, double[][] front) {
        return meanOfNearest(points, front, FrontDistances::distance);
    }

    /// IGD⁺: as [#inverted], but a point lies only as far from a point of the front as it is worse (Ishibuchi, Masuda,
    /// Tanigaki, Nojima, "Modified distance calculation in generational distance and inverted generational distance",
    /// EMO 2015). A set that weakly dominates another has no larger value.
    ///
    /// @param points [n][m], n ≥ 1
    /// @param front points of the best front, [k][m], k ≥ 1
    /// @throws IllegalArgumentException if one is empty, or numbers of objectives differ
    public static double invertedPlus(double[][] points, double[][] front) {
        return meanOfNearest(points, front, FrontDistances::shortfall);
    }

    /// Additive ε: by how much all objectives of the points must be lowered so that each point of the front is weakly
    /// dominated (Zitzler, Thiele, Laumanns, Fonseca, Grunert da Fonseca, "Performance assessment of multiobjective
    /// optimizers", IEEE Trans. Evol. Comput. 7, 2003). Negative if the points lie before the front.
    ///
    /// @param points [n][m], n ≥ 1
    /// @param front points of the best front, [k][m], k ≥ 1
    /// @throws IllegalArgumentException if one is empty, or numbers of objectives differ
    public static double epsilon(double[][] points, double[][] front) {
        check(points, front);
        return Arrays.stream(front)
                .mapToDouble(target -> nearest(points, target, FrontDistances::excess))
                .max()
                .orElseThrow();
    }

    /// Spread Δ for any number of objectives: 0 if the points reach the front's extremes and each has its nearest
    /// neighbour equally far (Zhou, Jin, Zhang, Sendhoff, Tsang, "Combining model-based and genetics-based offspring
    /// generation for multi-objective optimization using a convergence criterion", CEC 2006, there over the front; here
    /// over the points): (Σ_m d(e_m, S) + Σ_x |d(x, S∖x) − d̄|) / (Σ_m d(e_m, S) + n·d̄), with e_m the point of the
    /// front that is best in objective m, and 0 if all points and extremes are one.
    ///
    /// @param points [n][m], n ≥ 2
    /// @param front points of the best front, [k][m], k ≥ 1
    /// @throws IllegalArgumentException if there are not two points, the front is empty, or numbers of objectives
    ///     differ
    public static double spread(double[][] points, double[][] front) {
        check(points, front);
        if (points.length < 2) {
            throw new IllegalArgumentException("one point has no spread. Maybe measure the distance only?");
        }
        double[] gaps = gaps(points);
        double mean = Arrays.stream(gaps).average().orElseThrow();
        double uneven = Arrays.stream(gaps).map(gap -> Math.abs(gap - mean)).sum();
        double extremes = 0;
        for (int m = 0; m < front[0].length; m++) {
            extremes += nearest(points, best(front, m), FrontDistances::distance);
        }
        double whole = extremes + points.length * mean;
        return whole == 0 ? 0 : (extremes + uneven) / whole;
    }

    private static double[] best(double[][] front, int m) {
        double[] best = front[0];
        for (double[] point : front) {
            best = point[m] < best[m] ? point : best;
        }
        return best;
    }

    private static double[] gaps(double[][] points) {
        double[] gaps = new double[points.length];
        Arrays.fill(gaps, Double.POSITIVE_INFINITY);
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
                gaps[i] = i == j ? gaps[i] : Math.min(gaps[i], distance(points[i], points[j]));
            }
        }
        return gaps;
    }

    private static double meanOfNearest(
            double[][] points, double[][] front, ToDoubleBiFunction<double[], double[]> far) {
        check(points, front);
        double sum = 0;
        for (double[] target : front) {
            sum += nearest(points, target, far);
        }
        return sum / front.length;
    }

    private static double nearest(double[][] points, double[] target, ToDoubleBiFunction<double[], double[]> far) {
        return Arrays.stream(points)
                .mapToDouble(point -> far.applyAsDouble(point, target))
                .min()
                .orElseThrow();
    }

    private static double distance(double[] point, double[] target) {
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            sum += (point[i] - target[i]) * (point[i] - target[i]);
        }
        return Math.sqrt(sum);
    }

    private static double shortfall(double[] point, double[] target) {
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            double worse = Math.max(0, point[i] - target[i]);
            sum += worse * worse;
        }
        return Math.sqrt(sum);
    }

    private static double excess(double[] point, double[] target) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < target.length; i++) {
            most = Math.max(most, point[i] - target[i]);
        }
        return most;
    }

    private static void check(double[][] points, double[][] front) {
        if (points.length == 0 || front.length == 0) {
            throw new IllegalArgumentException(points.length + " points against a front of " + front.length
                    + " points: neither may be empty. Maybe nothing feasible was found?");
        }
        Fronts.check(points, front[0].length);
        Fronts.check(front, front[0].length);
    }
}
