package dev.fathom.problems.multiobjective;

import static dev.fathom.problems.multiobjective.Tradeoff.filled;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Two objectives, f₁ of the first variable alone and f₂ = g h(f₁, g), where g ≥ 1 of the others is 1 on the front.
///
/// Source: Zitzler, Deb and Thiele, "Comparison of Multiobjective Evolutionary Algorithms: Empirical Results",
/// Evolutionary Computation 8 (2000), section 4 (there called T1 to T6).
public final class Zdt {

    /// Bits of the first variable of problem 5.
    public static final int FIRST_BITS = 30;

    /// Bits of each further variable of problem 5.
    public static final int BITS = 5;

    private Zdt() {}

    /// Problem 1 to 6 in d variables; problem 5 takes bits, 30 and 5 for each further variable.
    ///
    /// @param d at least 2; for problem 5 35, 40, 45, …
    public static Tradeoff problem(int number, int d) {
        return switch (number) {
            case 1 -> real(d, Zdt::zdt1, u -> 1 - Math.sqrt(u));
            case 2 -> real(d, Zdt::zdt2, u -> 1 - u * u);
            case 3 -> third(d);
            case 4 -> fourth(d);
            case 5 -> fifth(d);
            case 6 -> sixth(d);
            default ->
                throw new IllegalArgumentException("there are problems 1 to 6, but not " + number + ". Maybe 1?");
        };
    }

    private static Tradeoff real(int d, UnaryOperator<double[]> losses, DoubleUnaryOperator front) {
        return Tradeoff.unit(d, losses, filled(2, 1), n -> curve(n, List.of(new double[] {0, 1}), front));
    }

    /// Points (u, front(u)).
    private static double[][] curve(int n, List<double[]> pieces, DoubleUnaryOperator front) {
        return Spread.points(n, pieces, u -> new double[] {u, front.applyAsDouble(u)});
    }

    /// The front is in five pieces, those where √u + u sin 10πu is a record.
    private static Tradeoff third(int d) {
        List<double[]> pieces = Records.of(u -> 1 - wavy(u, 1));
        double last = pieces.getLast()[1];
        return new Tradeoff(
                new double[d],
                filled(d, 1),
                Zdt::zdt3,
                new double[] {0, wavy(last, 1)},
                new double[] {last, 1},
                n -> curve(n, pieces, u -> wavy(u, 1)));
    }

    private static Tradeoff fourth(int d) {
        double[] low = filled(d, -5);
        double[] high = filled(d, 5);
        low[0] = 0;
        high[0] = 1;
        return new Tradeoff(
                low,
                high,
                Zdt::zdt4,
                new double[2],
                filled(2, 1),
                n -> curve(n, List.of(new double[] {0, 1}), u -> 1 - Math.sqrt(u)));
    }

    /// The front has 31 points: f₁ = 1 … 31, f₁ f₂ = number of further variables.
    private static Tradeoff fifth(int d) {
        if (d <= FIRST_BITS || (d - FIRST_BITS) % BITS != 0) {
            throw new IllegalArgumentException("zdt5 takes 30 bits and 5 for each further variable, but d is " + d
                    + ". Maybe 80, for eleven variables?");
        }
        int further = (d - FIRST_BITS) / BITS;
        double most = FIRST_BITS + 1.0;
        double[][] front = IntStream.rangeClosed(1, FIRST_BITS + 1)
                .mapToObj(u -> new double[] {u, (double) further / u})
                .toArray(double[][]::new);
        return new Tradeoff(
                new double[d],
                filled(d, 1),
                Zdt::zdt5,
                new double[] {1, further / most},
                new double[] {most, further},
                n -> copies(front));
    }

    private static double[][] copies(double[][] points) {
        double[][] copies = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            copies[i] = points[i].clone();
        }
        return copies;
    }

    /// f₁ is least where tan 6πx₁ = 9π.
    private static Tradeoff sixth(int d) {
        double least = hills(StrictMath.atan(9 * Math.PI) / (6 * Math.PI));
        return new Tradeoff(
                new double[d],
                filled(d, 1),
                Zdt::zdt6,
                new double[] {least, 0},
                new double[] {1, 1 - least * least},
                n -> curve(n, List.of(new double[] {least, 1}), u -> 1 - u * u));
    }

    /// f₁ = x₁, g = 1 + 9 mean(x₂ …), h = 1 - √(f₁/g).
    static double[] zdt1(double[] x) {
        double g = slope(x);
        return new double[] {x[0], g * (1 - Math.sqrt(x[0] / g))};
    }

    /// f₁ = x₁, g = 1 + 9 mean(x₂ …), h = 1 - (f₁/g)².
    static double[] zdt2(double[] x) {
        double g = slope(x);
        return new double[] {x[0], g * (1 - x[0] / g * (x[0] / g))};
    }

    /// f₁ = x₁, g = 1 + 9 mean(x₂ …), h = 1 - √(f₁/g) - f₁/g sin 10πf₁.
    static double[] zdt3(double[] x) {
        return new double[] {x[0], wavy(x[0], slope(x))};
    }

    private static double wavy(double u, double g) {
        return g * (1 - Math.sqrt(u / g) - u / g * StrictMath.sin(10 * Math.PI * u));
    }

    /// f₁ = x₁, g = 1 + Σ_{i≥2} 10 + xᵢ² - 10 cos 4πxᵢ, h = 1 - √(f₁/g).
    static double[] zdt4(double[] x) {
        double g = 1;
        for (int i = 1; i < x.length; i++) {
            g += x[i] * x[i] + 10 * (1 - StrictMath.cos(4 * Math.PI * x[i]));
        }
        return new double[] {x[0], g * (1 - Math.sqrt(x[0] / g))};
    }

    /// f₁ = 1 + u₁, g = Σ_{i≥2} v(uᵢ), h = 1/f₁, where uᵢ is the number of ones; v(5) = 1, v(u) = 2 + u.
    static double[] zdt5(double[] x) {
        double first = 1 + ones(x, 0, FIRST_BITS);
        double g = 0;
        for (int at = FIRST_BITS; at < x.length; at += BITS) {
            double ones = ones(x, at, BITS);
            g += ones == BITS ? 1 : 2 + ones;
        }
        return new double[] {first, g / first};
    }

    private static double ones(double[] x, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += x[i];
        }
        return sum;
    }

    /// f₁ = 1 - exp(-4x₁) sin⁶ 6πx₁, g = 1 + 9 mean(x₂ …)^¼, h = 1 - (f₁/g)².
    static double[] zdt6(double[] x) {
        double first = hills(x[0]);
        double g = 1 + 9 * StrictMath.pow(mean(x), 0.25);
        return new double[] {first, g * (1 - first / g * (first / g))};
    }

    private static double hills(double u) {
        return 1 - StrictMath.exp(-4 * u) * StrictMath.pow(StrictMath.sin(6 * Math.PI * u), 6);
    }

    private static double slope(double[] x) {
        return 1 + 9 * mean(x);
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            sum += x[i];
        }
        return sum / (x.length - 1);
    }
}
