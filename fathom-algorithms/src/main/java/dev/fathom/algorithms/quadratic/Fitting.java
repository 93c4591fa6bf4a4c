package dev.fathom.algorithms.quadratic;

/// How quadratic models are fitted to k points that vary in v columns; p = (v+1)(v+2)/2 is the number of coefficients
/// of
/// a full quadratic.
///
/// All fit in standardized coordinates: points and outputs are centred at their means and divided by their standard
/// deviations.
public enum Fitting {
    /// Least squares over the monomials 1, u_i, u_i² and u_i u_j, with the squared length of all coefficients times
    /// 0.001
    /// added to the sum of squares, unless the monomials are independent over the points (k ≥ p at least). Any k ≥ 2.
    RIDGE,

    /// Least squares over all monomials; no model for k < p. Dependent monomials are fitted as by [#RIDGE].
    REGRESSION,

    /// Of all quadratics through the points the one with the least Frobenius norm of the Hessian matrix (Conn,
    /// Scheinberg
    /// and Vicente, "Introduction to Derivative-Free Optimization", 2009, section 5.3); no model for k < 2. For k ≥ p
    /// as
    /// [#REGRESSION]; as [#RIDGE] where the points do not span their v columns.
    MINIMUM_FROBENIUS,

    /// As [#RIDGE], without the products u_i u_j: 2v + 1 coefficients, the Hessian matrix is diagonal. Any k ≥ 2.
    DIAGONAL,

    /// For each output either [#DIAGONAL] or a full quadratic, [#REGRESSION] for k > p and [#MINIMUM_FROBENIUS] below:
    /// whichever misses points by less when they are left out of its fit. Only [#DIAGONAL] for v ≥ 50; no model for k <
    /// v
    /// or k < 2.
    ///
    /// Full quadratics in few points are what a direct search makes no progress with, unless the function is one, and
    /// diagonal ones never follow a rotated valley; chosen in this way they were about as good as the better of the
    /// two.
    AUTO
}
