package dev.fathom.algorithms.model;

/// p(t) = v + b (t − m) + c (t − m)²
///
/// @param m where it is centred
/// @param v its value there
/// @param b its slope there
/// @param c half its second derivative
record Parabola(double m, double v, double b, double c) {

    /// The parabola through three points, centred at the middle one; t0 < t1 < t2.
    static Parabola through(double t0, double v0, double t1, double v1, double t2, double v2) {
        double left = (v1 - v0) / (t1 - t0);
        double right = (v2 - v1) / (t2 - t1);
        double c = (right - left) / (t2 - t0);
        return new Parabola(t1, v1, (left * (t2 - t1) + right * (t1 - t0)) / (t2 - t0), c);
    }

    /// The t of its least value, where c > 0.
    double vertex() {
        return m - b / (2 * c);
    }
}
