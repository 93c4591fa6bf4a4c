package dev.fathom.algorithms.linear;

import dev.fathom.tensor.Tensor;

/// The exponentials of a square matrix and of its negative, by scaling and squaring of a Taylor polynomial (Moler and
/// Van
/// Loan, "Nineteen dubious ways to compute the exponential of a matrix, twenty-five years later", SIAM Review 2003).
///
/// Even and odd parts, `cosh X` and `X·(sinh X/X)`, serve both; they are polynomials of `X²` of degree 6 and 5. With
/// `‖X‖₁ ≤ ¼` what they leave out is below 0.25¹³/13! = 2.4e-18.
///
/// @param positive `exp(X) [d×d]`
/// @param negative `exp(−X) [d×d]`
public record Exponential(Tensor positive, Tensor negative) {

    private static final double LARGEST_NORM = 0.25;
    private static final int MOST_SQUARINGS = 1100;

    /// The exponentials of X.
    ///
    /// @param x X `[d×d]`
    /// @param identity I `[d×d]`
    public static Exponential of(Tensor x, Tensor identity) {
        double norm = x.abs().columnSums(1).reshape(x.columns(), 1).columnMax(1).at(0, 0);
        int squarings = norm > LARGEST_NORM && norm <= Double.MAX_VALUE
                ? Math.min(MOST_SQUARINGS, Math.getExponent(norm / LARGEST_NORM) + 1)
                : 0;
        Exponential small = taylor(x.times(Math.scalb(1.0, -squarings)), identity);
        Tensor positive = small.positive;
        Tensor negative = small.negative;
        for (int i = 0; i < squarings; i++) {
            positive = positive.product(positive);
            negative = negative.product(negative);
        }
        return new Exponential(positive, negative);
    }

    private static Exponential taylor(Tensor x, Tensor identity) {
        Tensor y = x.product(x);
        Tensor y2 = y.product(y);
        Tensor y3 = y2.product(y);
        // cosh X = Σ Y^i/(2i)!, i = 0 … 6
        Tensor even = quadratic(identity, y, y2, 0, 2, 4)
                .plus(y3.product(quadratic(identity, y, y2, 6, 8, 10).plus(y3.times(1 / factorial(12)))));
        // sinh X = X Σ Y^i/(2i + 1)!, i = 0 … 5
        Tensor odd =
                x.product(quadratic(identity, y, y2, 1, 3, 5).plus(y3.product(quadratic(identity, y, y2, 7, 9, 11))));
        return new Exponential(even.plus(odd), even.minus(odd));
    }

    /// `I/a! + Y/b! + Y²/c!`
    private static Tensor quadratic(Tensor identity, Tensor y, Tensor y2, int a, int b, int c) {
        return identity.times(1 / factorial(a)).plus(y.times(1 / factorial(b))).plus(y2.times(1 / factorial(c)));
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
