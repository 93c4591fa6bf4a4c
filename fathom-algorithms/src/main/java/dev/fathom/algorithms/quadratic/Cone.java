package dev.fathom.algorithms.quadratic;

import dev.fathom.algorithms.linear.Inverse;
import dev.fathom.algorithms.linear.Vectors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The cone of the negatives of n directions d_j at a point c, as a box: `x(y) = c − Σ_j (ε + (1 − ε) y_j) d_j` for `y`
/// in
/// `[0, 1]ⁿ`, with ε = 0.01, which keeps x off the border of the cone.
///
/// The minimizer of a model in this box completes n poll directions to a positive spanning set of n + 1 (Audet, Ianni,
/// Le
/// Digabel and Tribes, "Reducing the number of function evaluations in mesh adaptive direct search algorithms", 2014).
public final class Cone {

    private static final double INSET = 0.01;

    private final double[] centre;
    /// d_j, [n][n], one in each row.
    private final double[][] directions;
    /// D⁻¹, where the columns of D are the directions divided by their lengths, [n][n].
    private final double[][] inverse;

    private final double[] length;

    private Cone(double[] centre, double[][] directions, double[] length, double[][] inverse) {
        this.centre = centre;
        this.directions = directions;
        this.length = length;
        this.inverse = inverse;
    }

    /// The cone at a point.
    ///
    /// @param centre c `[n]`
    /// @param directions `[n][n]`, one in each row
    /// @return null if the directions are not linearly independent
    public static @Nullable Cone of(double[] centre, double[][] directions) {
        int n = centre.length;
        double[] length = new double[n];
        double[][] columns = new double[n][n];
        for (int j = 0; j < n; j++) {
            length[j] = Vectors.norm(directions[j]);
            for (int i = 0; i < n; i++) {
                columns[i][j] = directions[j][i] / length[j];
            }
        }
        double[][] inverse = Inverse.of(columns);
        return inverse == null ? null : new Cone(centre.clone(), directions.clone(), length, inverse);
    }

    /// The y of a point, outside `[0, 1]ⁿ` for points outside of the box.
    ///
    /// @param x `[n]`
    /// @return `[n]`
    public double[] inward(double[] x) {
        int n = x.length;
        double[] back = new double[n];
        for (int i = 0; i < n; i++) {
            back[i] = centre[i] - x[i];
        }
        double[] y = new double[n];
        for (int j = 0; j < n; j++) {
            y[j] = (Vectors.dot(inverse[j], 0, back, 0, n) / length[j] - INSET) / (1 - INSET);
        }
        return y;
    }

    /// x(y)
    ///
    /// @param y `[n]`
    /// @return `[n]`
    public double[] outward(double[] y) {
        double[] x = centre.clone();
        for (int j = 0; j < y.length; j++) {
            Vectors.add(-(INSET + (1 - INSET) * y[j]), directions[j], 0, x, 0, x.length);
        }
        return x;
    }

    /// Where models fitted in the coordinates y have their least value in the box; the least violation where they have
    /// no
    /// feasible point.
    ///
    /// @param points `x [k][n]`
    /// @param outputs `[k][m]`, the objective, then the constraints
    /// @return `x [n]`; null if no model can be made
    public double @Nullable [] minimizer(double[][] points, double[][] outputs, Fitting how) {
        double[][] inside = new double[points.length][];
        for (int s = 0; s < inside.length; s++) {
            inside[s] = inward(points[s]);
        }
        Models models = Models.fit(inside, outputs, how);
        if (models == null) {
            return null;
        }
        double[] ones = new double[centre.length];
        Arrays.fill(ones, 1);
        Solution solution = Subproblem.solve(models, new double[centre.length], ones, new double[0][]);
        double[] y = solution.feasible() != null ? solution.feasible() : solution.infeasible();
        return y == null ? null : outward(y);
    }
}
