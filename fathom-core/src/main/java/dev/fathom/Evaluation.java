package dev.fathom;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A setting and what is known of it.
///
/// @param value the parameters
/// @param losses one value per objective in the user's sense, means over repeated evaluations
/// @param violation sum of the violated constraints, 0 if feasible
/// @param count how often it was evaluated
/// @param variance unbiased variance of the first loss over these evaluations, 0 with fewer than two
/// @param <T> the type of the parameters
public record Evaluation<T>(T value, double[] losses, double violation, int count, double variance) {

    private static final int MOST_NUMBERS = 1 << 24;

    /// A setting with what its row holds; signs of maximized objectives are turned back.
    static <T> Evaluation<T> of(T value, Row row, Goal goal) {
        double[] losses = new double[goal.objectives()];
        for (int k = 0; k < losses.length; k++) {
            losses[k] = goal.sign(k) * row.value(k);
        }
        return new Evaluation<>(value, losses, row.violation(), row.count(), row.variance());
    }

    /// The rows of a population that have values, in its order; of one with more than 2²⁴ numbers the best rows that do
    /// not have more, best first.
    ///
    /// @param decode from standard coordinates `[d]`
    static <T> List<Evaluation<T>> of(Population kept, Function<double[], T> decode, Goal goal) {
        return of(
                kept,
                decode,
                goal,
                Math.max(1, MOST_NUMBERS / Math.max(1, kept.x().columns())));
    }

    /// The same with at most so many rows.
    static <T> List<Evaluation<T>> of(Population kept, Function<double[], T> decode, Goal goal, int most) {
        if (kept.size() > most) {
            return of(kept.rows(kept.ranks().argsort(1).rows(0, most)), decode, goal, most);
        }
        int d = kept.x().columns();
        int m = kept.f().columns();
        double[] x = kept.x().toArray();
        double[] f = kept.f().toArray();
        double[] violation = kept.violation().toArray();
        List<Evaluation<T>> all = new ArrayList<>();
        for (int i = 0; i < violation.length; i++) {
            if (Double.isFinite(f[i * m])) {
                double[] losses = Arrays.copyOfRange(f, i * m, (i + 1) * m);
                Arrays.setAll(losses, k -> goal.sign(k) * losses[k]);
                T value = decode.apply(Arrays.copyOfRange(x, i * d, (i + 1) * d));
                all.add(new Evaluation<>(value, losses, violation[i], 1, 0));
            }
        }
        return List.copyOf(all);
    }

    /// The first loss.
    public double loss() {
        return losses[0];
    }

    /// Whether no constraint is violated.
    public boolean isFeasible() {
        return violation <= 0;
    }

    @Override
    public String toString() {
        return value + " → " + (losses.length == 1 ? String.valueOf(losses[0]) : Arrays.toString(losses))
                + (isFeasible() ? "" : " (violation " + violation + ")");
    }
}
