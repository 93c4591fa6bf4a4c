package dev.fathom.algorithm;

/// Where and how wide a search begins. Restarts, chains and warm starts change it; algorithms read it from their
/// [Shape].
///
/// @param x the first guess in standard coordinates, `x [d]`; the origin is the initial value of every parameter
/// @param spread factor on the initial step size, `(0, ∞)`; 1 covers the space as its author scaled it
/// @param population factor on the algorithm's own population size, `(0, ∞)`
public record Start(double[] x, double spread, double population) {

    /// The origin, with spread 1 and population factor 1.
    public static Start origin(int dimension) {
        return new Start(new double[dimension], 1, 1);
    }

    /// The same at another point.
    public Start at(double[] point) {
        return new Start(point.clone(), spread, population);
    }

    /// The same with another spread.
    public Start withSpread(double factor) {
        return new Start(x, factor, population);
    }

    /// The same with another population factor.
    public Start withPopulation(double factor) {
        return new Start(x, spread, factor);
    }

    /// A population size multiplied by the factor: at least 2.
    public int scale(int size) {
        return (int) Math.max(2, Math.floor(size * population));
    }
}
