package dev.fathom.problems;

import java.util.List;
import java.util.stream.Stream;

/// The scalable functions of the literature with their customary boxes, and those of the Nevergrad project's artificial
/// functions that are not among them. Formulas are in [Functions], [Bowls], [Waves] and [Traps]; settings in
/// [Artificial].
///
/// Of the artificial functions some are left out: the corner peaks of Genz, the plain Gaussian peak and the like have
/// no minimum that could be attained; the delayed sphere is the sphere with a duration; st1, st10 and st100 are
/// `styblinski-tang:additive1` and so on.
final class Classics {

    private Classics() {}

    static List<Family> families() {
        return Stream.of(oldest(), bowls(), waves(), artificial())
                .flatMap(List::stream)
                .map(Artificial::family)
                .toList();
    }

    private static List<Scalable> oldest() {
        return List.of(
                Scalable.of("sphere", "sum of squares, the easiest function", 5.12, Functions::sphere),
                Scalable.conditioned(
                        "ellipsoid",
                        "convex quadratic, curvatures spread evenly up to the condition",
                        Functions::ellipsoid),
                Scalable.conditioned("cigar", "convex quadratic with one long axis", Functions::cigar),
                Scalable.conditioned("discus", "convex quadratic with one short axis", Functions::discus),
                Scalable.of("rosenbrock", "curved narrow valley", 10, Functions::rosenbrock)
                        .in(-5, 10)
                        .from(2)
                        .best(1),
                Scalable.of("rastrigin", "regular grid of about 11 to the d local minima", 5.12, Functions::rastrigin),
                Scalable.of("ackley", "many small local minima around one deep hole", 32.768, Functions::ackley),
                Scalable.of("griewank", "wide bowl under small regular waves", 600, Functions::griewank),
                Scalable.of("levy", "waves along the axes, valley-like in the last column", 10, Functions::levy)
                        .best(1),
                Scalable.of(
                                "schwefel",
                                "deceptive: the best minimum lies far from the next best (2.26)",
                                500,
                                Functions::schwefel)
                        .best(Functions.SCHWEFEL_OPTIMUM)
                        .onlyInside(),
                Scalable.of(
                                "styblinski-tang",
                                "two minima in each column, one of them better (st0 but for a constant)",
                                5,
                                Functions::styblinskiTang)
                        .best(Functions.STYBLINSKI_TANG_OPTIMUM)
                        .minimum(d -> d * Functions.STYBLINSKI_TANG_MINIMUM),
                Scalable.of("step", "sphere of rounded numbers: plateaus without slope", 100, Functions::step));
    }

    private static List<Scalable> bowls() {
        return List.of(
                Scalable.of("schwefel-1-2", "sum of squared partial sums (schwefel_1_2)", 65.536, Bowls::schwefel12),
                Scalable.of("schwefel-2-20", "sum of sizes", 100, Bowls::schwefel220),
                Scalable.of("schwefel-2-21", "the largest size", 100, Bowls::schwefel221),
                Scalable.of("schwefel-2-22", "sum of sizes, and their product", 10, Bowls::schwefel222),
                Scalable.of("zakharov", "sphere on a steep slope, up to the fourth power", 10, Bowls::zakharov)
                        .in(-5, 10),
                Scalable.of("dixon-price", "chain of curved valleys", 10, Bowls::dixonPrice)
                        .best(Bowls::dixonPriceOptimum),
                Scalable.of("different-powers", "each column flatter than the one before", 1, Bowls::differentPowers),
                Scalable.of("happy-cat", "sharp curved ridge; cannot be shifted or rotated", 2, Bowls::happyCat)
                        .best(-1)
                        .fixed(),
                Scalable.conditioned("bent-cigar", "a bent long axis (bentcigar)", Bowls::bentCigar));
    }

    private static List<Scalable> waves() {
        return List.of(
                Scalable.of("salomon", "rings around the minimum", 100, Waves::salomon),
                Scalable.of("alpine", "waves that grow with the distance, sharp minima", 10, Waves::alpine),
                Scalable.of("bohachevsky", "bowl under waves of two lengths", 100, Waves::bohachevsky)
                        .from(2),
                Scalable.of("easom", "a needle on a flat ground", 100, Waves::easom)
                        .best(Math.PI)
                        .minimum(d -> -1),
                Scalable.of("michalewicz", "d! valleys, the steeper the larger d", Math.PI, Waves::michalewicz)
                        .in(0, Math.PI)
                        .best(Waves::michalewiczOptimum)
                        .minimum(d -> Waves.michalewicz(Waves.michalewiczOptimum(d)))
                        .onlyInside(),
                Scalable.of("buche-rastrigin", "rastrigin, skewed (bucherastrigin)", 5, Waves::bucheRastrigin),
                Scalable.of("lunacek", "two bowls under waves, the wider one is worse", 10, Waves::lunacek)
                        .from(2)
                        .best(2.5));
    }

    private static List<Scalable> artificial() {
        return List.of(
                Scalable.of("sphere-1", "sphere around (1, …, 1) (sphere1)", 5.12, x -> Bowls.movedSphere(x, 1))
                        .best(1),
                Scalable.of("sphere-2", "sphere around (2, …, 2) (sphere2)", 5.12, x -> Bowls.movedSphere(x, 2))
                        .best(2),
                Scalable.of("sphere-4", "sphere around (4, …, 4) (sphere4)", 5.12, x -> Bowls.movedSphere(x, 4))
                        .best(4),
                Scalable.conditioned("alt-cigar", "cigar along the last axis (altcigar)", Bowls::altCigar),
                Scalable.conditioned("alt-ellipsoid", "ellipsoid, axes reversed (altellipsoid)", Bowls::altEllipsoid),
                Scalable.conditioned("step-ellipsoid", "ellipsoid in steps (stepellipsoid)", Bowls::stepEllipsoid),
                Scalable.of("double-slope", "size of the sum (doublelinearslope)", 5, Bowls::doubleSlope),
                Scalable.of(
                        "step-double-slope", "the same in steps (stepdoublelinearslope)", 5, Bowls::stepDoubleSlope),
                Scalable.of("slope", "the sum, least in a corner of its box", 5, Bowls::sum)
                        .best(-5)
                        .minimum(d -> -5.0 * d)
                        .onlyInside(),
                Scalable.of("linear", "tanh of the first variable, least at the end of its box", 5, Bowls::tanh)
                        .best(-5)
                        .minimum(d -> StrictMath.tanh(-5))
                        .onlyInside(),
                Scalable.of(
                                "gaussian-peak",
                                "one hole, flat far away (minusgenzgaussianpeakintegral)",
                                5,
                                Bowls::gaussianPeak)
                        .minimum(d -> -1),
                Scalable.of("hm", "waves ever denser around the minimum", 5, Waves::hm),
                Scalable.of("multipeak", "101 peaks on a plateau", 2, Waves::multipeak)
                        .best(Waves::multipeakOptimum)
                        .minimum(d -> 1),
                Scalable.of("sum-deceptive", "sum of bowls with a bump (sumdeceptive)", 5, Waves::sumDeceptive)
                        .best(Waves.DECEPTIVE_OPTIMUM)
                        .minimum(d -> d * Waves.DECEPTIVE_MINIMUM),
                Scalable.of("max-deceptive", "the greatest of them (maxdeceptive)", 5, Waves::maxDeceptive)
                        .best(Waves.DECEPTIVE_OPTIMUM)
                        .minimum(d -> Waves.DECEPTIVE_MINIMUM),
                Scalable.of("deceptive-cone", "a cone entered from one side (deceptiveillcond)", 5, Traps::cone)
                        .from(2),
                Scalable.of("deceptive-path", "a narrow path winding inwards (deceptivepath)", 5, Traps::path)
                        .from(2),
                Scalable.of("deceptive-multimodal", "a path that jumps (deceptivemultimodal)", 5, Traps::jumps)
                        .from(2));
    }

    /// The set of the functions of the literature, and forms of them.
    static List<ProblemSet> sets() {
        List<String> classic = Stream.of(oldest(), bowls(), waves())
                .flatMap(List::stream)
                .map(Scalable::name)
                .toList();
        List<String> rotated = Stream.of(oldest(), bowls(), waves())
                .flatMap(List::stream)
                .filter(Scalable::movable)
                .map(scalable -> scalable.name() + ":rotate1:seed1:shift1")
                .toList();
        List<String> shifted = artificial().stream()
                .map(scalable -> scalable.name() + ":seed1:shift1")
                .toList();
        List<String> noisy = Stream.of("sphere", "ellipsoid", "cigar", "rosenbrock", "rastrigin", "ackley", "griewank")
                .flatMap(function ->
                        Stream.of(function + ":noise0.1:seed1:shift1", function + ":noise1:rotate1:seed1:shift1"))
                .toList();
        return List.of(
                set("classic", "the classical scalable functions of the literature", classic),
                set("classic-rotated", "the same, translated by N(0,1) and rotated", rotated),
                set("artificial", "further functions of a large benchmark, translated by N(0,1)", shifted),
                set("noisy", "classical functions with noise that grows with the slope", noisy));
    }

    private static ProblemSet set(String name, String description, List<String> functions) {
        return ProblemSet.of(name, description, functions, 2, 5, 10, 20, 40);
    }
}
