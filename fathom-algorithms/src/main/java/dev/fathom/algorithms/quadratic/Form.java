package dev.fathom.algorithms.quadratic;

import dev.fathom.algorithms.linear.Vectors;

/// q(u) = c + gᵀu + ½ uᵀHu
///
/// @param constant c
/// @param slope g `[v]`
/// @param hessian H `[v][v]`, symmetric; or one row, the diagonal of a diagonal H, for v > 1
@SuppressWarnings("ArrayRecordComponent")
record Form(double constant, double[] slope, double[][] hessian) {

    boolean isDiagonal() {
        return hessian.length < slope.length;
    }

    double value(double[] u) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * (slope[i] + 0.5 * product(u, i));
        }
        return constant + sum;
    }

    /// g + Hu
    void gradient(double[] u, double[] out) {
        for (int i = 0; i < u.length; i++) {
            out[i] = slope[i] + product(u, i);
        }
    }

    private double product(double[] u, int i) {
        return isDiagonal() ? hessian[0][i] * u[i] : Vectors.dot(hessian[i], 0, u, 0, u.length);
    }

    /// The same function of t, where u = middle + half·t in each column.
    Form within(double[] middle, double[] half) {
        int n = slope.length;
        double[] g = new double[n];
        gradient(middle, g);
        double[][] h = new double[hessian.length][n];
        for (int i = 0; i < n; i++) {
            g[i] *= half[i];
            for (int r = 0; r < h.length; r++) {
                h[r][i] = hessian[r][i] * half[i] * half[isDiagonal() ? i : r];
            }
        }
        return new Form(value(middle), g, h);
    }

    /// The same function with all entries of H.
    Form dense() {
        if (!isDiagonal()) {
            return this;
        }
        double[][] h = new double[slope.length][slope.length];
        for (int i = 0; i < slope.length; i++) {
            h[i][i] = hessian[0][i];
        }
        return new Form(constant, slope, h);
    }

    Form times(double factor) {
        double[] g = slope.clone();
        Vectors.scale(g, factor);
        double[][] h = hessian.clone();
        for (int i = 0; i < h.length; i++) {
            h[i] = hessian[i].clone();
            Vectors.scale(h[i], factor);
        }
        return new Form(constant * factor, g, h);
    }

    /// |g| + |H|, a bound of how the function varies where |u| ≤ 1.
    double size() {
        double squares = 0;
        for (double[] row : hessian) {
            squares += Vectors.dot(row, 0, row, 0, row.length);
        }
        return Vectors.norm(slope) + Math.sqrt(squares);
    }
}
