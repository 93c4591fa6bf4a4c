package dev.fathom.problems.bbob;

import static dev.fathom.problems.bbob.Transformations.affine;
import static dev.fathom.problems.bbob.Transformations.asy;
import static dev.fathom.problems.bbob.Transformations.lambda;
import static dev.fathom.problems.bbob.Transformations.powers;
import static dev.fathom.problems.bbob.Transformations.scale;
import static dev.fathom.problems.bbob.Transformations.shift;

import java.util.function.ToDoubleFunction;

/// The 24 functions, one method or line each: how x is mapped, what is added up, what is added outside the box.
///
/// In dimensions above 40 the large-scale suite multiplies many of them by γ and gives several variables the part of
/// the first one; in the other suites γ and this number are 1. R, Q and Λ are as in RR-6829.
final class Functions24 {

    private final Instance instance;
    private final Suite suite;
    private final int d;
    private final double[] o;

    private Functions24(Instance instance) {
        this.instance = instance;
        suite = instance.suite();
        d = instance.d();
        o = instance.optimum();
    }

    /// The function of that instance.
    static BbobFunction of(Instance instance) {
        return new Functions24(instance).function();
    }

    private BbobFunction function() {
        return switch (instance.function()) {
            case 1 -> scaled(o, shift(o), Sums::sphere);
            case 2 -> scaled(o, shift(o).then(Transformations::osz), weighted(1e6));
            case 3 -> scaled(o, separable().then(scale(lambda(10, d))), Sums::rastrigin);
            case 4 -> bueche();
            case 5 -> slope();
            case 6 -> sector();
            case 7 -> plain(o, stretched(10), steps(), 1);
            case 8 -> rosenbrock();
            case 9 -> suite.shiftsRotatedRosenbrock() ? shiftedRosenbrock() : valley(Sums::rosenbrock, suite.gamma(d));
            case 10 -> scaled(o, wavy(), weighted(suite.ellipsoidCondition()));
            case 11 -> scaled(o, wavy(), z -> Sums.twoGroups(z, special(), 1e6, 1));
            case 12 -> cigar();
            case 13 -> scaled(o, shift(o).then(product(10)), z -> Sums.ridge(z, special()));
            case 14 -> differentPowers();
            case 15 -> scaled(o, wavy().then(asy(0.2, d)).then(product(10)), Sums::rastrigin);
            case 16 -> plain(o, wavy().then(product(0.01)), Sums::weierstrass, 10.0 / d);
            case 17 -> schaffers(10);
            case 18 -> schaffers(1000);
            case 19 -> valley(Sums::griewankRosenbrock, suite.griewankFactor());
            case 20 -> schwefel();
            case 21 -> gallagher(new Gallagher(instance, 101, 10, 5, Math.sqrt(1000)));
            case 22 -> gallagher(new Gallagher(instance, 21, 9.8, 4.9, 1000));
            case 23 -> plain(o, shift(o).then(product(100)), Sums::katsuura, 1);
            case 24 -> lunacek();
            default ->
                throw new IllegalArgumentException("there is no function " + instance.function()
                        + " in the suite. Maybe take a number from 1 to 24.");
        };
    }

    private BbobFunction bueche() {
        double[] optimum = o.clone();
        for (int i = 0; i < d; i += 2) {
            optimum[i] = Math.abs(optimum[i]);
        }
        double[] s = lambda(10, d);
        Step uneven = y -> {
            for (int i = 0; i < d; i++) {
                y[i] *= i % 2 == 0 && y[i] > 0 ? 10 * s[i] : s[i];
            }
            return y;
        };
        return function(
                optimum, shift(optimum).then(Transformations::osz).then(uneven), Sums::rastrigin, suite.gamma(d), 100);
    }

    private BbobFunction slope() {
        LinearSlope slope = LinearSlope.towards(o);
        return scaled(slope.corner(), x -> x, slope);
    }

    private BbobFunction sector() {
        double gamma = suite.gamma(d);
        return plain(
                o,
                shift(o).then(product(10)),
                z -> {
                    double sum = 0;
                    for (int i = 0; i < d; i++) {
                        double sz = z[i] * o[i] > 0 ? 100 * z[i] : z[i];
                        sum += sz * sz;
                    }
                    return StrictMath.pow(Transformations.osz(gamma * sum), 0.9);
                },
                0);
    }

    private ToDoubleFunction<double[]> steps() {
        StepEllipsoid core = new StepEllipsoid(instance.r(), powers(100, 1, d), suite.edge(d));
        double gamma = suite.gamma(d);
        return z -> gamma * core.applyAsDouble(z);
    }

    private BbobFunction rosenbrock() {
        double[] optimum = threeQuarters();
        return scaled(optimum, shift(optimum).then(affine(valleyScale(), 1)), Sums::rosenbrock);
    }

    private BbobFunction shiftedRosenbrock() {
        double[] optimum = threeQuarters();
        return scaled(optimum, shift(optimum).then(instance.q()).then(affine(valleyScale(), 1)), Sums::rosenbrock);
    }

    private double[] threeQuarters() {
        return affine(0.75, 0).of(o.clone());
    }

    /// z = c Q x + ½, with the optimum at z = (1, …, 1).
    private BbobFunction valley(ToDoubleFunction<double[]> core, double factor) {
        double c = valleyScale();
        Linear q = instance.q();
        double[] optimum = q.transposed(affine(0, 0.5 / c).of(new double[d]));
        return function(optimum, q.then(affine(c, 0.5)), core, factor, 0);
    }

    private double valleyScale() {
        return Math.max(1, Math.sqrt(suite.valleyDimension(d)) / 8);
    }

    private BbobFunction cigar() {
        double[] optimum = instance.secondOptimum();
        Linear r = instance.r();
        return scaled(
                optimum, shift(optimum).then(r).then(asy(0.5, d)).then(r), z -> Sums.twoGroups(z, special(), 1, 1e6));
    }

    private BbobFunction differentPowers() {
        double[] exponents = affine(4, 2).of(Transformations.slopes(d));
        return scaled(o, shift(o).then(instance.r()), z -> Sums.differentPowers(exponents, z));
    }

    private BbobFunction schaffers(double condition) {
        Step map =
                shift(o).then(instance.r()).then(asy(0.5, d)).then(instance.q()).then(scale(lambda(condition, d)));
        return plain(o, map, Sums::schaffers, 10);
    }

    private BbobFunction schwefel() {
        double[] signs = Instance.signs(Draws.uniform(d, instance.seed()), 0.5);
        Schwefel core = new Schwefel(signs, lambda(10, d));
        return plain(core.optimum(), x -> x, core, 0);
    }

    private BbobFunction gallagher(Gallagher core) {
        return plain(core.optimum(), x -> x, core, 1);
    }

    private BbobFunction lunacek() {
        double[] signs = Instance.signs(Draws.gaussian(d, instance.seed()), 0);
        Lunacek core = new Lunacek(signs, product(100));
        return function(core.optimum(), x -> x, core, suite.gamma(d), 1e4);
    }

    /// T_asy^0.2(T_osz(x - x_opt)).
    private Step separable() {
        return shift(o).then(Transformations::osz).then(asy(0.2, d));
    }

    /// T_osz(R (x - x_opt)).
    private Step wavy() {
        return shift(o).then(instance.r()).then(Transformations::osz);
    }

    /// Λ^α Q (x - x_opt).
    private Step stretched(double alpha) {
        return shift(o).then(instance.q()).then(scale(lambda(alpha, d)));
    }

    /// R Λ^α Q.
    private Step product(double alpha) {
        return Linear.product(instance.r(), lambda(alpha, d), instance.q());
    }

    private ToDoubleFunction<double[]> weighted(double condition) {
        double[] weights = powers(condition, 1, d);
        return z -> Sums.weighted(weights, z);
    }

    private int special() {
        return suite.special(d);
    }

    private BbobFunction scaled(double[] optimum, Step map, ToDoubleFunction<double[]> core) {
        return function(optimum, map, core, suite.gamma(d), 0);
    }

    private BbobFunction plain(double[] optimum, Step map, ToDoubleFunction<double[]> core, double penalty) {
        return function(optimum, map, core, 1, penalty);
    }

    private BbobFunction function(
            double[] optimum, Step map, ToDoubleFunction<double[]> core, double factor, double penalty) {
        return new BbobFunction(optimum, instance.minimum(), map, core, factor, suite.penalty(penalty));
    }
}
