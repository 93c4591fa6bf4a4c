package dev.fathom.algorithms.quadratic;

import java.util.Arrays;

/// A quadratic function of x, kept in standardized coordinates.
public final class Quadratic {

    private final Scaling scaling;
    private final Form form;

    Quadratic(Scaling scaling, Form form) {
        this.scaling = scaling;
        this.form = form;
    }

    /// The value at a point.
    ///
    /// @param x `[n]`
    public double value(double[] x) {
        return form.value(scaling.inward(x));
    }

    /// The gradient at a point; 0 in columns that did not vary among the fitted points.
    ///
    /// @param x `[n]`
    /// @param out `∂q/∂x [n]`
    public void gradient(double[] x, double[] out) {
        double[] u = scaling.inward(x);
        double[] slope = new double[u.length];
        form.gradient(u, slope);
        Arrays.fill(out, 0);
        for (int i = 0; i < u.length; i++) {
            out[scaling.columns[i]] = slope[i] / scaling.size[i];
        }
    }

    /// The second derivative by two columns, the same everywhere.
    public double curvature(int i, int j) {
        int a = Arrays.binarySearch(scaling.columns, i);
        int b = Arrays.binarySearch(scaling.columns, j);
        if (a < 0 || b < 0 || (form.isDiagonal() && a != b)) {
            return 0;
        }
        return (form.isDiagonal() ? form.hessian()[0][a] : form.hessian()[a][b]) / (scaling.size[a] * scaling.size[b]);
    }

    Form form() {
        return form;
    }
}
