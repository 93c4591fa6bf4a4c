package dev.fathom.problems.leastsquares;

/// The vector function of a least-squares problem. A pure function, safe to call from several threads at once.
@FunctionalInterface
public interface Residuals {

    /// r [m] at x [d], which is left alone.
    double[] at(double[] x);

    /// Σ rᵢ², summed in order.
    default double squares(double[] x) {
        double sum = 0;
        for (double r : at(x)) {
            sum += r * r;
        }
        return sum;
    }

    /// Σ |rᵢ|, summed in order.
    default double magnitudes(double[] x) {
        double sum = 0;
        for (double r : at(x)) {
            sum += Math.abs(r);
        }
        return sum;
    }
}
