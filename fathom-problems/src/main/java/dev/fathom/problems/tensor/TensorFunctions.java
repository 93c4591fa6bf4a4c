package dev.fathom.problems.tensor;

import dev.fathom.Objective;
import dev.fathom.TensorObjective;
import dev.fathom.tensor.Tensor;

/// Classic functions written with the verbs of [Tensor], for populations `x [n×d]` on any substrate. All are to be
/// minimized, and rows may be evaluated apart.
public final class TensorFunctions {

    private TensorFunctions() {}

    /// `Σ x²`, least 0 at the origin.
    public static TensorObjective sphere() {
        return Objective.tensor(x -> x.rowDots(x)).byRows();
    }

    /// `10 d + Σ (x² − 10 cos 2πx)`, least 0 at the origin; a local minimum near every point of whole numbers.
    public static TensorObjective rastrigin() {
        return Objective.tensor(x -> x.rowDots(x)
                        .minus(x.times(2 * Math.PI).cos().rowSums().times(10))
                        .plus(10.0 * x.columns()))
                .byRows();
    }

    /// `Σ 10^(6 j/(d−1)) x_j²`, j = 0 … d − 1, least 0 at the origin.
    public static TensorObjective ellipsoid() {
        return Objective.tensor(x -> {
                    double[] scales = new double[x.columns()];
                    for (int j = 0; j < scales.length; j++) {
                        scales[j] = StrictMath.pow(10, 6.0 * j / Math.max(1, scales.length - 1));
                    }
                    return x.square().times(x.substrate().row(scales)).rowSums();
                })
                .byRows();
    }

    /// `Σ 100 (x_{j+1} − x_j²)² + (x_j − 1)²` over j < d, least 0 where all are 1.
    public static TensorObjective rosenbrock() {
        return Objective.tensor(x -> {
                    Tensor first = x.columns(0, x.columns() - 1);
                    Tensor next = x.columns(1, x.columns());
                    return next.minus(first.square())
                            .square()
                            .times(100)
                            .plus(first.plus(-1).square())
                            .rowSums();
                })
                .byRows();
    }

    /// Kursawe's two objectives in three variables: `Σ −10 exp(−0.2 √(x_j² + x_{j+1}²))` and `Σ |x|^0.8 + 5 sin x³`.
    ///
    /// Kursawe, "A variant of evolution strategies for vector optimization" (PPSN 1991).
    public static TensorObjective kursawe() {
        return Objective.tensor(2, x -> {
                    Tensor squares = x.square();
                    Tensor lengths = squares.columns(0, x.columns() - 1)
                            .plus(squares.columns(1, x.columns()))
                            .sqrt();
                    Tensor first = lengths.times(-0.2).exp().times(-10).rowSums();
                    Tensor second = x.abs()
                            .log()
                            .times(0.8)
                            .exp()
                            .plus(x.times(squares).sin().times(5))
                            .rowSums();
                    return first.beside(second);
                })
                .byRows();
    }
}
