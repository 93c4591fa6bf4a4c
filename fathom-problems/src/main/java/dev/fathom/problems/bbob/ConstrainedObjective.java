package dev.fathom.problems.bbob;

import static dev.fathom.problems.bbob.Transformations.affine;
import static dev.fathom.problems.bbob.Transformations.powers;
import static dev.fathom.problems.bbob.Transformations.scale;
import static dev.fathom.problems.bbob.Transformations.shift;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// An objective of the constrained suite: factor · (F(y) + minimum), F(y) = core(map(y)), y = T(x - x*).
///
/// F is least elsewhere; the constraints are laid so that y = 0 is the best feasible point.
///
/// Source: Dufossé, Hansen, Brockhoff, Sampaio, Atamna and Auger, "Building Scalable Test Problems for Benchmarking
/// Constrained Optimizers", 2022.
///
/// @param deformation T
/// @param map leaves its argument alone
/// @param core what is added up
/// @param gradient of F at y = 0 up to a positive factor, [d]
/// @param factor of the whole
record ConstrainedObjective(
        Deformation deformation, Step map, ToDoubleFunction<double[]> core, double[] gradient, double factor) {

    /// How many objectives there are.
    static final int COUNT = 9;

    private static final long SECOND = 1_000_000;

    /// Of the cube around 0 in which places are drawn.
    static final double SIDE = 8;

    private static final Step AS_IS = z -> z;

    /// F at y [d].
    double of(double[] y) {
        return core.applyAsDouble(map.of(y));
    }

    /// One of the nine objectives.
    ///
    /// @param number from 0
    /// @param best x*, [d]
    /// @param seed of the place where F is least, and of the rotation
    static ConstrainedObjective of(int number, double[] best, long seed) {
        int d = best.length;
        double[] o = Draws.place(d, seed, SIDE);
        Deformation both = Deformation.OSZ.then(Deformation.asy(0.2, d));
        return switch (number) {
            case 0 -> quadratic(Deformation.NONE, shift(o), AS_IS, twoWeights(d, 1, 1), 10);
            case 1 -> quadratic(Deformation.OSZ, shift(o), AS_IS, powers(1e6, 1, d), 1e-4);
            case 2 -> slope(best, LinearSlope.towards(o));
            case 7 -> rastrigin(both, shift(wholeOptimum(d, seed)), AS_IS, d);
            default -> rotated(number, o, seed, Draws.rotation(d, seed + SECOND));
        };
    }

    private static ConstrainedObjective rotated(int number, double[] o, long seed, Linear r) {
        int d = o.length;
        Deformation asy = Deformation.asy(0.2, d);
        Step turned = shift(o).then(r);
        return switch (number) {
            case 3 -> quadratic(Deformation.OSZ, turned, r::transposed, powers(1e6, 1, d), 1e-4);
            case 4 -> quadratic(Deformation.OSZ, turned, r::transposed, twoWeights(d, 1e6, 1), 1e-4);
            case 5 -> {
                Step map = shift(Draws.place(d, seed + SECOND, SIDE)).then(r);
                yield quadratic(asy, map, r::transposed, twoWeights(d, 1, 1e6), 1e-4);
            }
            case 6 -> differentPowers(o, r);
            case 8 -> rastrigin(Deformation.OSZ.then(asy), r.then(shift(wholeOptimum(d, seed))), r::transposed, d);
            default -> throw new IllegalArgumentException("there is no objective " + number + ". Maybe take 0 to 8.");
        };
    }

    private static double[] twoWeights(int d, double first, double others) {
        double[] weights = new double[d];
        Arrays.fill(weights, others);
        weights[0] = first;
        return weights;
    }

    private static ConstrainedObjective quadratic(
            Deformation deformation, Step map, Step turnedBack, double[] weights, double factor) {
        double[] gradient = turnedBack.of(map.then(scale(weights)).of(new double[weights.length]));
        return new ConstrainedObjective(deformation, map, z -> Sums.weighted(weights, z), gradient, factor);
    }

    /// The constraints are moved to x*, the plane is not: it is taken at y + x* = x.
    private static ConstrainedObjective slope(double[] best, LinearSlope slope) {
        Step negative = affine(-1, 0);
        double[] gradient = negative.of(slope.steepness().clone());
        return new ConstrainedObjective(Deformation.NONE, shift(negative.of(best.clone())), slope, gradient, 10);
    }

    private static ConstrainedObjective differentPowers(double[] o, Linear r) {
        double[] exponents = affine(4, 2).of(Transformations.slopes(o.length));
        Step map = shift(affine(0.01 / Math.sqrt(Sums.sphere(o)), 0).of(o)).then(r);
        double[] slope = map.of(new double[o.length]);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = Math.signum(slope[i]) * exponents[i] * StrictMath.pow(Math.abs(slope[i]), exponents[i] - 1);
        }
        return new ConstrainedObjective(
                Deformation.NONE, map, z -> Sums.differentPowers(exponents, z), r.transposed(slope), 100);
    }

    /// At y = 0 all z are whole numbers, where the waves are level, so the gradient is that of Σ z_i².
    private static ConstrainedObjective rastrigin(Deformation deformation, Step map, Step turnedBack, int d) {
        return new ConstrainedObjective(deformation, map, Sums::rastrigin, turnedBack.of(map.of(new double[d])), 10);
    }

    private static double[] wholeOptimum(int d, long seed) {
        double[] x = Draws.uniform(d, seed);
        for (int i = 0; i < d; i++) {
            x[i] = (int) (10 * x[i] - 5);
        }
        if (Sums.sphere(x) == 0) {
            Arrays.setAll(x, i -> i % 9 - 4);
        }
        return x;
    }
}
