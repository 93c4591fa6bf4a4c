package dev.fathom.problems.multiobjective;

import static dev.fathom.problems.multiobjective.Tradeoff.filled;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// f₁ = -10 Σ_{i<3} exp(-0.2 √(xᵢ² + xᵢ₊₁²)), f₂ = Σ |xᵢ|^0.8 + 5 sin xᵢ³, three variables in [-5, 5]. The front is one
/// point and three curves.
///
/// The front has no closed form; a table of 450 Pareto-optimal x comes with the program. f₁ depends on the sizes |xᵢ|
/// only and falls with none of them, so that an optimal size is one at which c(r) = r^0.8 - 5 sin r³ is less than at
/// all smaller sizes: 0, or from 0.48161 to 1.15274, and x is the negative size. The table holds the minimizers of f₂
/// at 4000 levels of f₁, found for each of the eight patterns of zeros: the last size follows from the level by
/// bisection, the others by a grid of 81 or 401 values per axis, narrowed eight times, to about 1e-7 in x; dominated
/// ones were left out, and so many that neighbours are about 0.025 apart. Each point is attained exactly; f₂ is at most
/// about 1e-6 above the true front at the same f₁.
///
/// Source: Kursawe, "A Variant of Evolution Strategies for Vector Optimization", PPSN I (1991).
public final class Kursawe {

    private static final String TABLE = "kursawe.csv";

    private Kursawe() {}

    /// Three variables in [-5, 5], two objectives.
    public static Tradeoff problem() {
        double[][] front = table();
        double[] first = front[0];
        double[] last = front[front.length - 1];
        return new Tradeoff(
                filled(3, -5),
                filled(3, 5),
                Kursawe::losses,
                new double[] {first[0], last[1]},
                new double[] {last[0], first[1]},
                n -> some(front, n));
    }

    static double[] losses(double[] x) {
        double f1 = 0;
        double f2 = 0;
        for (int i = 0; i < x.length; i++) {
            f2 += StrictMath.pow(Math.abs(x[i]), 0.8) + 5 * StrictMath.sin(x[i] * x[i] * x[i]);
            if (i + 1 < x.length) {
                f1 -= 10 * StrictMath.exp(-0.2 * Math.sqrt(x[i] * x[i] + x[i + 1] * x[i + 1]));
            }
        }
        return new double[] {f1, f2};
    }

    /// Evenly chosen rows, first and last included.
    private static double[][] some(double[][] front, int n) {
        int count = Math.clamp(n, 1, front.length);
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            int row = count == 1 ? 0 : (int) ((long) i * (front.length - 1) / (count - 1));
            points[i] = front[row].clone();
        }
        return points;
    }

    /// The losses at the points of the table, f₁ increasing.
    private static double[][] table() {
        try (InputStream stream = Kursawe.class.getResourceAsStream(TABLE)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "resource " + TABLE + " is missing. Maybe the jar was repacked without its resources.");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> losses(Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray()))
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + TABLE, e);
        }
    }
}
