package dev.fathom.algorithms.mads;

import dev.fathom.algorithms.mads.Choices.QueueSort;
import dev.fathom.algorithms.quadratic.Models;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// In which order the candidates of a list are evaluated: the most promising first. All orders are stable.
final class Order {

    /// Cosines are compared to twelve digits, so that rounding does not decide between directions of equal angle.
    private static final double DIGITS = 1e12;

    private final Descent descent;

    Order(Descent descent) {
        this.descent = descent;
    }

    List<Candidate> sort(List<Candidate> list) {
        List<Candidate> sorted = new ArrayList<>(list);
        switch (descent.settings.get(Parameters.EVAL_QUEUE_SORT)) {
            case QUADRATIC_MODEL -> byModel(sorted);
            case DIR_LAST_SUCCESS -> byDirection(sorted);
            case SURROGATE -> by(sorted, c -> new double[] {surrogate(c.x())});
            case RANDOM -> by(sorted, c -> new double[] {descent.rng.nextDouble()});
            case LEXICOGRAPHICAL -> sorted.sort(Comparator.comparing(Candidate::x, Arrays::compare));
            case USER -> sorted.sort(Comparator.comparing(Candidate::x, userOrder()));
        }
        return sorted;
    }

    private double surrogate(double[] x) {
        ToDoubleFunction<double[]> surrogate = descent.hooks.surrogate();
        if (surrogate == null) {
            throw missing(QueueSort.SURROGATE, "surrogate");
        }
        double value = surrogate.applyAsDouble(x);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private Comparator<double[]> userOrder() {
        Comparator<double[]> order = descent.hooks.order();
        if (order == null) {
            throw missing(QueueSort.USER, "order");
        }
        return order;
    }

    private static IllegalArgumentException missing(QueueSort sort, String hook) {
        return new IllegalArgumentException(
                "EVAL_QUEUE_SORT " + sort + " needs a function of the user. Maybe add it with " + hook + "(…)?");
    }

    /// Sorts by a key that is computed once for each candidate.
    private static void by(List<Candidate> list, Function<Candidate, double[]> key) {
        List<Keyed> keyed = list.stream().map(c -> new Keyed(c, key.apply(c))).toList();
        list.clear();
        keyed.stream()
                .sorted(Comparator.comparing(Keyed::key, Arrays::compare))
                .map(Keyed::candidate)
                .forEach(list::add);
    }

    private record Keyed(Candidate candidate, double[] key) {}

    /// By the angle to the step that made the incumbent of the centre's class; without one, last.
    private void byDirection(List<Candidate> list) {
        by(list, candidate -> new double[] {-cosine(candidate.step(), last(candidate))});
    }

    private double @Nullable [] last(Candidate candidate) {
        Point centre = candidate.centre();
        return centre == null || centre.isFeasible() ? descent.feasibleStep : descent.infeasibleStep;
    }

    private static double cosine(double @Nullable [] a, double @Nullable [] b) {
        if (a == null || b == null) {
            return -2 * DIGITS;
        }
        double product = 0;
        for (int j = 0; j < a.length; j++) {
            product += a[j] * b[j];
        }
        double lengths = UnitVectors.length(a) * UnitVectors.length(b);
        return lengths > 0 ? Math.rint(product / lengths * DIGITS) : -2 * DIGITS;
    }

    /// By the predictions of a quadratic model: (f, h) by dominance, h first where neither dominates. Ties and lists
    /// without a model are ordered by direction.
    private void byModel(List<Candidate> list) {
        byDirection(list);
        Models models = descent.models.of(list);
        if (models == null) {
            return;
        }
        double[] outputs = new double[models.outputs()];
        by(list, candidate -> {
            models.predict(descent.models.pick(candidate.x()), outputs);
            return new double[] {violation(outputs), outputs[0]};
        });
    }

    private static double violation(double[] outputs) {
        double h = 0;
        for (int k = 1; k < outputs.length; k++) {
            h += outputs[k] > 0 ? outputs[k] * outputs[k] : 0;
        }
        return h;
    }
}
