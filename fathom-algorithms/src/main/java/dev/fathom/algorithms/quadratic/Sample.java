package dev.fathom.algorithms.quadratic;

import dev.fathom.algorithms.linear.Definite;
import org.jspecify.annotations.Nullable;

/// Points and outputs in standardized coordinates.
final class Sample {

    final Scaling scaling;
    /// Number of points, k.
    final int count;
    /// Number of columns that vary, v.
    final int width;
    /// The points, [k][v].
    final double[][] u;
    /// Standardized outputs, [m][k].
    final double[][] z;

    /// Mean and standard deviation of the outputs, [m].
    final double[] mean;

    final double[] size;

    Sample(Scaling scaling, double[][] u, double[][] z, double[] mean, double[] size) {
        this.scaling = scaling;
        this.count = u.length;
        this.width = scaling.columns.length;
        this.u = u;
        this.z = z;
        this.mean = mean;
        this.size = size;
    }

    /// @return null if there are fewer than two points, none differ, or a number is not finite or too large
    static @Nullable Sample of(double[][] points, double[][] outputs) {
        if (points.length < 2) {
            return null;
        }
        Scaling scaling = Scaling.of(points);
        if (scaling == null) {
            return null;
        }
        int m = outputs[0].length;
        double[][] z = new double[m][];
        double[] mean = new double[m];
        double[] size = new double[m];
        for (int i = 0; i < m; i++) {
            z[i] = Scaling.column(outputs, i);
            mean[i] = Scaling.mean(z[i]);
            double deviation = Scaling.deviation(z[i], mean[i]);
            if (!(deviation < Double.POSITIVE_INFINITY)) {
                return null;
            }
            size[i] = deviation > 0 ? deviation : 1;
            for (int s = 0; s < points.length; s++) {
                z[i][s] = (z[i][s] - mean[i]) / size[i];
            }
        }
        double[][] u = new double[points.length][];
        for (int s = 0; s < u.length; s++) {
            u[s] = scaling.inward(points[s]);
        }
        return new Sample(scaling, u, z, mean, size);
    }

    /// Number of coefficients of a full quadratic.
    int coefficients() {
        return (width + 1) * (width + 2) / 2;
    }

    /// G = u uᵀ [k][k], upper triangle.
    double[][] products() {
        double[][] g = new double[count][count];
        double[][] rows = transposed(u);
        Definite.addProducts(rows, rows, g);
        return g;
    }

    /// The function of one output from coefficients for its standardized values.
    Form form(int output, double constant, double[] slope, double[][] hessian) {
        Form raw = new Form(constant, slope, hessian).times(size[output]);
        return new Form(raw.constant() + mean[output], raw.slope(), raw.hessian());
    }

    static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = Scaling.column(rows, j);
        }
        return columns;
    }
}
