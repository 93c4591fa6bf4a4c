package dev.fathom.observe;

import dev.fathom.Direction;
import dev.fathom.Goal;
import dev.fathom.Outcome;
import dev.fathom.event.Event;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The losses of a generation, and the extremes of the run.
final class Tally {

    private final Goal goal;
    private final int m;
    private final double[] best;
    private final double[] worst;
    private double[] losses = new double[64];
    private int rows;
    private long evaluations;
    private long failures;

    Tally(Goal goal, long evaluations) {
        this.goal = goal;
        this.evaluations = evaluations;
        m = goal.objectives();
        best = new double[m];
        worst = new double[m];
        Arrays.fill(best, Double.NaN);
        Arrays.fill(worst, Double.NaN);
    }

    /// Begins a generation.
    void clear() {
        rows = 0;
    }

    int rows() {
        return rows;
    }

    void add(Outcome outcome) {
        reserve(1);
        if (outcome instanceof Outcome.Values values
                && Arrays.stream(values.constraints()).allMatch(g -> g <= 0)) {
            System.arraycopy(values.losses(), 0, losses, rows * m, m);
        } else {
            Arrays.fill(losses, rows * m, (rows + 1) * m, Double.NaN);
        }
        count(1, outcome instanceof Outcome.Failed ? 1 : 0);
    }

    void add(Event.Evaluated population) {
        int n = population.rows();
        reserve(n);
        System.arraycopy(population.losses(), 0, losses, rows * m, n * m);
        for (int i = 0; i < n; i++) {
            if (population.violations()[i] > 0) {
                Arrays.fill(losses, (rows + i) * m, (rows + i + 1) * m, Double.NaN);
            }
        }
        count(n, population.failures());
    }

    private void reserve(int more) {
        if ((rows + more) * m > losses.length) {
            losses = Arrays.copyOf(losses, Math.max(2 * losses.length, (rows + more) * m));
        }
    }

    private void count(int more, int failed) {
        for (int i = rows * m; i < (rows + more) * m; i++) {
            if (!Double.isNaN(losses[i])) {
                extremes(losses[i], i % m);
            }
        }
        rows += more;
        evaluations += more;
        failures += failed;
    }

    private void extremes(double value, int k) {
        if (Double.isNaN(best[k]) || isBetter(value, best[k], k)) {
            best[k] = value;
        }
        if (Double.isNaN(worst[k]) || isBetter(worst[k], value, k)) {
            worst[k] = value;
        }
    }

    private boolean isBetter(double value, double than, int k) {
        return goal.directions().get(k) == Direction.MINIMIZE ? value < than : value > than;
    }

    Summary summary(long iteration, double seconds) {
        return new Summary(
                iteration,
                evaluations,
                failures,
                seconds,
                IntStream.range(0, m).mapToObj(this::losses).toList());
    }

    private Summary.Losses losses(int k) {
        double[] values = IntStream.range(0, rows)
                .mapToDouble(i -> losses[i * m + k])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        int n = values.length;
        if (n == 0) {
            return new Summary.Losses(best[k], worst[k], Double.NaN, Double.NaN, Double.NaN);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        Arrays.sort(values);
        double first = goal.directions().get(k) == Direction.MINIMIZE ? values[0] : values[n - 1];
        return new Summary.Losses(best[k], worst[k], first, sum / n, values[(n - 1) / 2]);
    }
}
