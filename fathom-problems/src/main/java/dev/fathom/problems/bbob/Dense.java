package dev.fathom.problems.bbob;

/// A matrix [d×d].
final class Dense implements Linear {

    private final int d;
    private final double[] byColumn;

    private Dense(int d, double[] byColumn) {
        this.d = d;
        this.byColumn = byColumn;
    }

    static Dense ofColumns(double[][] columns) {
        int d = columns.length;
        double[] byColumn = new double[d * d];
        for (int j = 0; j < d; j++) {
            System.arraycopy(columns[j], 0, byColumn, j * d, d);
        }
        return new Dense(d, byColumn);
    }

    @Override
    public double[] of(double[] z) {
        double[] image = new double[d];
        for (int j = 0; j < d; j++) {
            double zj = z[j];
            int column = j * d;
            for (int i = 0; i < d; i++) {
                image[i] += byColumn[column + i] * zj;
            }
        }
        return image;
    }

    @Override
    public double[] transposed(double[] z) {
        double[] image = new double[d];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < d; i++) {
                image[j] += byColumn[j * d + i] * z[i];
            }
        }
        return image;
    }

    /// This matrix times diag(lambda) times the right one.
    Dense times(double[] lambda, Dense right) {
        double[][] columns = new double[d][];
        for (int j = 0; j < d; j++) {
            double[] column = new double[d];
            for (int i = 0; i < d; i++) {
                column[i] = lambda[i] * right.byColumn[j * d + i];
            }
            columns[j] = of(column);
        }
        return ofColumns(columns);
    }
}
