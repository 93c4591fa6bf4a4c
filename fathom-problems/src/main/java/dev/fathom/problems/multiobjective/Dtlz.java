package dev.fathom.problems.multiobjective;

import static dev.fathom.problems.multiobjective.Tradeoff.filled;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// Any number m of objectives; the first m - 1 variables say where on the front, the k others how far from it
/// (g ≥ 0, which is 0 on the front). All variables are in [0, 1].
///
/// Source: Deb, Thiele, Laumanns and Zitzler, "Scalable Test Problems for Evolutionary Multiobjective Optimization",
/// in: Evolutionary Multiobjective Optimization (2005), section 6.7.
public final class Dtlz {

    private Dtlz() {}

    /// Problem 1 to 7 with m objectives in m - 1 + k variables. Problems 5 and 6 are for m = 2 and 3 only: with more
    /// objectives the front is no longer the curve that it was meant to be (Ishibuchi, Masuda and Nojima, "Pareto
    /// Fronts of Many-Objective Degenerate Test Problems", IEEE TEC 20, 2016).
    ///
    /// @param m at least 2
    /// @param k at least 1
    public static Tradeoff problem(int number, int m, int k) {
        return switch (number) {
            case 1 -> simplex(m, k);
            case 2 -> sphere(m, k, x -> round(angles(x, m, 1), bowl(x, m)));
            case 3 -> sphere(m, k, x -> round(angles(x, m, 1), waves(x, m)));
            case 4 -> sphere(m, k, x -> round(angles(x, m, 100), bowl(x, m)));
            case 5 -> arc(m, k, x -> bent(x, m, bowl(x, m)));
            case 6 -> arc(m, k, x -> bent(x, m, roots(x, m)));
            case 7 -> pieces(m, k);
            default ->
                throw new IllegalArgumentException("there are problems 1 to 7, but not " + number + ". Maybe 2?");
        };
    }

    /// Front: Σ fⱼ = ½.
    private static Tradeoff simplex(int m, int k) {
        return Tradeoff.unit(m - 1 + k, x -> linear(x, m), filled(m, 0.5), n -> scaled(Spread.simplex(n, m), 0.5));
    }

    /// Front: Σ fⱼ² = 1.
    private static Tradeoff sphere(int m, int k, UnaryOperator<double[]> losses) {
        return Tradeoff.unit(m - 1 + k, losses, filled(m, 1), n -> normalized(Spread.simplex(n, m)));
    }

    /// Front: for three objectives f₁ = f₂, Σ fⱼ² = 1.
    private static Tradeoff arc(int m, int k, UnaryOperator<double[]> losses) {
        if (m > 3) {
            throw new IllegalArgumentException(
                    "the front is known for 2 and 3 objectives, but m is " + m + ". Maybe take dtlz2?");
        }
        double share = m == 2 ? 1 : Math.sqrt(0.5);
        double[] nadir = filled(m, share);
        nadir[m - 1] = 1;
        return Tradeoff.unit(
                m - 1 + k,
                losses,
                nadir,
                n -> Spread.points(n, List.of(new double[] {0, 1}), u -> {
                    double[] point = filled(m, share * StrictMath.cos(u * Math.PI / 2));
                    point[m - 1] = StrictMath.sin(u * Math.PI / 2);
                    return point;
                }));
    }

    /// Front: 2ᵐ⁻¹ pieces, those where each f (1 + sin 3πf) is a record.
    private static Tradeoff pieces(int m, int k) {
        List<double[]> pieces = Records.of(Dtlz::wave);
        double last = pieces.getLast()[1];
        double[] ideal = new double[m];
        ideal[m - 1] = 2.0 * m - (m - 1) * wave(last);
        double[] nadir = filled(m, last);
        nadir[m - 1] = 2.0 * m;
        return new Tradeoff(
                new double[m - 1 + k],
                filled(m - 1 + k, 1),
                x -> hills(x, m, 1 + 9 * mean(x, m)),
                ideal,
                nadir,
                n -> piecesFront(n, m, pieces));
    }

    private static double[][] piecesFront(int n, int m, List<double[]> pieces) {
        double[] axis = Spread.along(Spread.side(n, m - 1), pieces, u -> new double[] {u, wave(u)});
        double[][] axes = new double[m - 1][];
        Arrays.fill(axes, axis);
        return Spread.grid(List.of(axes)).stream().map(x -> hills(x, m, 1)).toArray(double[][]::new);
    }

    private static double wave(double u) {
        return u * (1 + StrictMath.sin(3 * Math.PI * u));
    }

    /// Problem 1: fⱼ = ½ (1 + g) Π_{i≤m-j} xᵢ (1 - x_{m-j+1}).
    private static double[] linear(double[] x, int m) {
        double g = waves(x, m);
        double[] f = new double[m];
        double product = (1 + g) / 2;
        for (int j = m - 1; j > 0; j--) {
            f[j] = product * (1 - x[m - 1 - j]);
            product *= x[m - 1 - j];
        }
        f[0] = product;
        return f;
    }

    /// Problems 2 to 6: fⱼ = (1 + g) Π_{i≤m-j} cos θᵢ sin θ_{m-j+1}.
    ///
    /// @param theta angles in [0, π/2], [m-1]
    private static double[] round(double[] theta, double g) {
        int m = theta.length + 1;
        double[] f = new double[m];
        double product = 1 + g;
        for (int j = m - 1; j > 0; j--) {
            f[j] = product * StrictMath.sin(theta[m - 1 - j]);
            product *= StrictMath.cos(theta[m - 1 - j]);
        }
        f[0] = product;
        return f;
    }

    /// θᵢ = ½π xᵢ^α.
    private static double[] angles(double[] x, int m, double alpha) {
        double[] theta = new double[m - 1];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = Math.PI / 2 * (alpha == 1 ? x[i] : StrictMath.pow(x[i], alpha));
        }
        return theta;
    }

    /// Problems 5 and 6: θ₁ = ½π x₁, θᵢ = π (1 + 2g xᵢ) / (4 (1 + g)).
    private static double[] bent(double[] x, int m, double g) {
        double[] theta = angles(x, m, 1);
        for (int i = 1; i < theta.length; i++) {
            theta[i] = Math.PI / (4 * (1 + g)) * (1 + 2 * g * x[i]);
        }
        return round(theta, g);
    }

    /// Problem 7: fⱼ = xⱼ for j < m; f_m = (1 + g) m - Σ fⱼ (1 + sin 3πfⱼ).
    private static double[] hills(double[] x, int m, double g) {
        double[] f = Arrays.copyOf(x, m);
        f[m - 1] = (1 + g) * m;
        for (int j = 0; j < m - 1; j++) {
            f[m - 1] -= wave(x[j]);
        }
        return f;
    }

    /// g = Σ (xᵢ - ½)².
    private static double bowl(double[] x, int m) {
        double sum = 0;
        for (int i = m - 1; i < x.length; i++) {
            sum += (x[i] - 0.5) * (x[i] - 0.5);
        }
        return sum;
    }

    /// g = 100 Σ 1 + (xᵢ - ½)² - cos 20π(xᵢ - ½).
    private static double waves(double[] x, int m) {
        double sum = 0;
        for (int i = m - 1; i < x.length; i++) {
            double y = x[i] - 0.5;
            sum += y * y + (1 - StrictMath.cos(20 * Math.PI * y));
        }
        return 100 * sum;
    }

    /// g = Σ xᵢ^0.1.
    private static double roots(double[] x, int m) {
        double sum = 0;
        for (int i = m - 1; i < x.length; i++) {
            sum += StrictMath.pow(x[i], 0.1);
        }
        return sum;
    }

    private static double mean(double[] x, int m) {
        double sum = 0;
        for (int i = m - 1; i < x.length; i++) {
            sum += x[i];
        }
        return sum / (x.length - m + 1);
    }

    private static double[][] scaled(double[][] points, double factor) {
        for (double[] point : points) {
            for (int j = 0; j < point.length; j++) {
                point[j] *= factor;
            }
        }
        return points;
    }

    /// The same directions, of length 1.
    static double[][] normalized(double[][] points) {
        for (double[] point : points) {
            double sum = 0;
            for (double p : point) {
                sum += p * p;
            }
            for (int j = 0; j < point.length; j++) {
                point[j] /= Math.sqrt(sum);
            }
        }
        return points;
    }
}
