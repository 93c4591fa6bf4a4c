package dev.fathom.problems.bbob;

import static dev.fathom.problems.bbob.Transformations.affine;

import java.util.function.ToDoubleFunction;

/// Functions 21 and 22: the highest of m Gaussian peaks, whose places, shapes and heights are random, counts.
///
/// v = max_i w_i exp(-Σ_j C_ij (z_j - y_ij)² / 2d), f = T_osz(10 - v)². The maximum is found among the logarithms, so
/// one exponential is enough. Peaks run along the rows of the arrays, which lets the inner loop use vectors.
final class Gallagher implements ToDoubleFunction<double[]> {

    private final int peaks;
    private final double[] place;
    private final Linear rotation;
    private final double[] heights;
    private final double[] logHeights;
    private final double[][] shapes;
    private final double[][] rotatedPlaces;

    /// @param peaks their number m
    /// @param width of the box in which they lie, b
    /// @param low the box's lower bound with changed sign, c
    /// @param alpha the square root of the condition of the highest peak, α₁
    Gallagher(Instance instance, int peaks, double width, double low, double alpha) {
        int d = instance.d();
        this.peaks = peaks;
        rotation = instance.q();
        heights = heights(peaks);
        logHeights = heights.clone();
        for (int i = 0; i < peaks; i++) {
            logHeights[i] = StrictMath.log(heights[i]);
        }
        shapes = shapes(d, alpha, instance.seed());
        rotatedPlaces = new double[d][peaks];
        double[] u = Draws.uniform(peaks * d, instance.seed());
        place = affine(instance.suite().firstPeak(), 0).of(place(u, 0, width, low, d));
        for (int i = peaks - 1; i >= 0; i--) {
            double[] image = rotation.of(i == 0 ? place : place(u, i, width, low, d));
            for (int j = 0; j < d; j++) {
                rotatedPlaces[j][i] = image[j];
            }
        }
    }

    /// The place of the highest peak, x_opt [d].
    double[] optimum() {
        return place.clone();
    }

    private static double[] heights(int peaks) {
        double[] heights = new double[peaks];
        heights[0] = 10;
        for (int i = 1; i < peaks; i++) {
            heights[i] = 1.1 + 8 * (i - 1) / (peaks - 2.0);
        }
        return heights;
    }

    /// C_ij = α_i^(q_j/(d-1) - ½), [d×m], with q a random permutation for each peak.
    private double[][] shapes(int d, double alpha, long seed) {
        int[] ranks = Draws.order(peaks - 1, seed);
        double[][] columns = new double[d][peaks];
        for (int i = 0; i < peaks; i++) {
            double condition = i == 0 ? alpha : StrictMath.pow(1000, ranks[i - 1] / (peaks - 2.0));
            int[] order = Draws.order(d, seed + 1000L * i);
            for (int j = 0; j < d; j++) {
                columns[j][i] = StrictMath.pow(condition, order[j] / (d - 1.0) - 0.5);
            }
        }
        return columns;
    }

    private static double[] place(double[] u, int i, double width, double low, int d) {
        double[] y = new double[d];
        for (int j = 0; j < d; j++) {
            y[j] = width * u[i * d + j] - low;
        }
        return y;
    }

    @Override
    public double applyAsDouble(double[] x) {
        double[] distances = distances(rotation.of(x));
        double half = 0.5 / x.length;
        int best = 0;
        for (int i = 1; i < peaks; i++) {
            if (logHeights[i] - half * distances[i] > logHeights[best] - half * distances[best]) {
                best = i;
            }
        }
        double v = heights[best] * StrictMath.exp(-half * distances[best]);
        double regret = Transformations.osz(10 - v);
        return regret * regret;
    }

    private double[] distances(double[] z) {
        double[] distances = new double[peaks];
        for (int j = 0; j < z.length; j++) {
            add(distances, z[j], shapes[j], rotatedPlaces[j]);
        }
        return distances;
    }

    private static void add(double[] distances, double z, double[] shape, double[] place) {
        for (int i = 0; i < distances.length; i++) {
            double apart = z - place[i];
            distances[i] += shape[i] * (apart * apart);
        }
    }
}
