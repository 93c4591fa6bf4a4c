package dev.fathom.algorithms.cma;

import dev.fathom.algorithms.linear.Definite;
import dev.fathom.tensor.Tensor;

/// The covariance C of one search over tensors, with a factor `C = RᵀR` as of its last decomposition, so that rows
/// `z R` of normal rows z have the covariance C.
public sealed interface Covariance {

    /// `z R` `[n×d]`
    Tensor scaled(Tensor z);

    /// `y R⁻¹` `[n×d]`
    Tensor whitened(Tensor y);

    /// The diagonal of C `[1×d]`.
    Tensor variances();

    /// `keep C + c_1 p_cᵀp_c + Σ_i rate_i y_iᵀy_i` with the factor as it is.
    ///
    /// @param keep `[1×1]`
    /// @param path p_c `[1×d]`
    /// @param y `[n×d]`
    /// @param rate `[n×1]`
    Covariance adapted(Tensor keep, double c1, Tensor path, Tensor y, Tensor rate);

    /// `E C E` with the factor as it is.
    ///
    /// @param e the diagonal of E `[1×d]`
    Covariance stretched(Tensor e);

    /// The same with its factor.
    Covariance decomposed();

    /// Whether the condition number is too large for a factor to tell anything.
    boolean isSingular();

    /// Any covariance.
    ///
    /// @param matrix C `[d×d]`
    /// @param factor R `[d×d]`, an upper triangle
    /// @param inverse R⁻¹ `[d×d]`
    /// @param identity I `[d×d]`
    /// @param condition `‖R‖²‖R⁻¹‖²`, an upper bound of the condition number of RᵀR
    record Full(Tensor matrix, Tensor factor, Tensor inverse, Tensor identity, double condition) implements Covariance {

        private static final double LEAST_PIVOT = 1e-15;
        private static final double MORE = 1e-6;
        private static final double CONDITION = 1e14;

        /// I.
        static Full start(Tensor row) {
            int d = row.columns();
            double[] unit = new double[d * d];
            for (int j = 0; j < d; j++) {
                unit[j * d + j] = 1;
            }
            Tensor identity = row.substrate().of(unit, d, d);
            return new Full(identity, identity, identity, identity, (double) d * d);
        }

        @Override
        public Tensor scaled(Tensor z) {
            return z.product(factor);
        }

        @Override
        public Tensor whitened(Tensor y) {
            return y.product(inverse);
        }

        @Override
        public Tensor variances() {
            return matrix.times(identity).columnSums(1);
        }

        @Override
        public Full adapted(Tensor keep, double c1, Tensor path, Tensor y, Tensor rate) {
            Tensor ofPath = path.transpose().product(path.times(c1));
            Tensor ofRows = y.times(rate).transpose().product(y);
            return with(matrix.times(keep).plus(ofPath).plus(ofRows));
        }

        @Override
        public Full stretched(Tensor e) {
            return with(matrix.times(e).times(e.transpose()));
        }

        private Full with(Tensor other) {
            return new Full(other, factor, inverse, identity, condition);
        }

        /// Where C is not positive definite the factor stays, and the diagonal grows until it is.
        @Override
        public Full decomposed() {
            int d = matrix.columns();
            double[][] r = square(matrix.toArray(), d);
            if (!Definite.factor(r, LEAST_PIVOT)) {
                return with(matrix.plus(matrix.times(identity).times(MORE)));
            }
            double[] triangle = upper(r);
            double[] inverted = upper(Definite.inverse(r));
            return new Full(
                    matrix,
                    matrix.substrate().of(triangle, d, d),
                    matrix.substrate().of(inverted, d, d),
                    identity,
                    squares(triangle) * squares(inverted));
        }

        private static double[][] square(double[] values, int d) {
            double[][] rows = new double[d][d];
            for (int i = 0; i < d; i++) {
                System.arraycopy(values, i * d, rows[i], 0, d);
            }
            return rows;
        }

        private static double[] upper(double[][] rows) {
            int d = rows.length;
            double[] values = new double[d * d];
            for (int i = 0; i < d; i++) {
                System.arraycopy(rows[i], i, values, i * d + i, d - i);
            }
            return values;
        }

        private static double squares(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value * value;
            }
            return sum;
        }

        @Override
        public boolean isSingular() {
            double d = matrix.columns();
            return !(condition <= CONDITION * d * d);
        }
    }

    /// A diagonal covariance.
    ///
    /// @param variances the diagonal of C `[1×d]`
    /// @param deviations the diagonal of R `[1×d]`
    record Diagonal(Tensor variances, Tensor deviations) implements Covariance {

        /// What a variance keeps of itself at least, which matters only where the rows are not the search's own.
        private static final double FALL = 1e-3;

        /// I.
        static Diagonal start(Tensor row) {
            Tensor ones = row.substrate().full(1, row.columns(), 1);
            return new Diagonal(ones, ones);
        }

        @Override
        public Tensor scaled(Tensor z) {
            return z.times(deviations);
        }

        @Override
        public Tensor whitened(Tensor y) {
            return y.over(deviations);
        }

        @Override
        public Diagonal adapted(Tensor keep, double c1, Tensor path, Tensor y, Tensor rate) {
            Tensor next = variances.times(keep).plus(path.square().times(c1)).plus(y.weightedSquares(rate, 1));
            return new Diagonal(next.max(variances.times(FALL)), deviations);
        }

        @Override
        public Diagonal stretched(Tensor e) {
            return new Diagonal(variances.times(e.square()), deviations);
        }

        @Override
        public Diagonal decomposed() {
            return new Diagonal(variances, variances.sqrt());
        }

        /// One column after the other has its own width, whatever that of the others.
        @Override
        public boolean isSingular() {
            return false;
        }
    }
}
