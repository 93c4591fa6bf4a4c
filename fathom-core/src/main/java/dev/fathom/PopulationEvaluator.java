package dev.fathom;

import dev.fathom.algorithm.Population;
import dev.fathom.internal.engine.PopulationRanking;
import dev.fathom.space.Boundary;
import dev.fathom.space.Column;
import dev.fathom.space.Kind;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// From a population in standard coordinates to its results: bounds, the parameters' own scale, the objective, signs,
/// failures, ranks.
final class PopulationEvaluator {

    private final TensorObjective objective;
    private final Goal goal;
    private final boolean learnsProposal;
    private final @Nullable Tensor low;
    private final @Nullable Tensor high;
    private final boolean reflected;
    private final @Nullable Tensor origin;
    private final @Nullable Tensor unit;

    /// @throws IllegalArgumentException if a parameter is not a real number on a linear scale
    PopulationEvaluator(
            Space<double[]> space, TensorObjective objective, Goal goal, Substrate on, boolean learnsProposal) {
        this.objective = objective;
        this.goal = goal;
        this.learnsProposal = learnsProposal;
        List<Column> columns = space.columns();
        boolean bounded = columns.stream().anyMatch(c -> c.boundary() != Boundary.NONE);
        low = bounded ? row(on, columns, Column::low) : null;
        high = bounded ? row(on, columns, Column::high) : null;
        reflected = !learnsProposal && columns.stream().anyMatch(c -> c.boundary() == Boundary.REFLECT);
        boolean scaled = columns.stream().anyMatch(c -> c.origin() != 0 || c.unit() != 1);
        origin = scaled ? row(on, columns, Column::origin) : null;
        unit = scaled ? row(on, columns, Column::unit) : null;
    }

    /// The first column that whole populations cannot be decoded from; null if there is none.
    static @Nullable Column unsuitable(Space<?> space) {
        return space.columns().stream()
                .filter(c -> c.kind() != Kind.REAL || !c.isLinear())
                .findFirst()
                .orElse(null);
    }

    private static Tensor row(Substrate on, List<Column> columns, ToDoubleFunction<Column> number) {
        return on.row(columns.stream().mapToDouble(number).toArray());
    }

    /// What became of a population.
    ///
    /// @param told what the algorithm learns
    /// @param points where row i was evaluated, standard coordinates `[d]`
    /// @param results `[n·(m+c)]` as the objective gave them; empty if it failed as a whole
    /// @param f `[n·m]`, minimized, `+∞` for failures
    /// @param violation `[n]`
    /// @param failure why rows failed; null if none did
    record Judged(
            Population told,
            IntFunction<double[]> points,
            double[] results,
            double[] f,
            double[] violation,
            @Nullable String failure) {

        /// The best row of one objective: feasible ones by value, then the others by violation, failures last.
        int best() {
            int best = 0;
            for (int i = 1; i < violation.length; i++) {
                best = isBetter(i, best) ? i : best;
            }
            return best;
        }

        private boolean isBetter(int i, int other) {
            if (Double.isInfinite(f[i]) || Double.isInfinite(f[other])) {
                return f[i] < f[other];
            }
            return violation[i] < violation[other] || (violation[i] == violation[other] && f[i] < f[other]);
        }
    }

    /// Evaluates a population.
    ///
    /// @param x standard coordinates `[n×d]`
    /// @param searches k
    /// @param known results from a journal, `[n·(m+c)]`, empty where the objective failed as a whole; null to evaluate
    Judged evaluate(Tensor x, int searches, double @Nullable [] known) {
        Tensor inside = inside(x);
        if (known != null) {
            return judge(x, inside, searches, known, null);
        }
        try {
            return judge(x, inside, searches, results(inside), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } catch (Exception e) {
            return judge(x, inside, searches, new double[0], Crew.describe(e));
        }
    }

    /// Reads the results of a population.
    ///
    /// @param inside where it was evaluated `[n×d]`
    /// @param results `[n·(m+c)]`; empty if the objective failed as a whole
    /// @param failure why it failed; null if it did not
    Judged judge(Tensor x, Tensor inside, int searches, double[] results, @Nullable String failure) {
        int n = x.rows();
        double[] f = new double[n * goal.objectives()];
        double[] violation = new double[n];
        String nan = read(results, f, violation);
        Tensor losses = x.substrate().of(f, n, goal.objectives());
        Tensor violations = x.substrate().of(violation, n, 1);
        boolean moved = learnsProposal && low != null;
        Tensor ranks = PopulationRanking.of(losses, f, violation, moved ? x : null, inside, searches);
        Population told = new Population(learnsProposal ? x : inside, losses, violations, ranks, searches, true);
        IntFunction<double[]> points = i -> inside.rows(i, i + 1).toArray();
        return new Judged(told, points, results, f, violation, failure == null ? nan : failure);
    }

    /// The thread was interrupted during an evaluation.
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Interrupted() {
            super(null, null, false, false);
        }
    }

    /// The points brought inside the bounds, standard coordinates `[n×d]`.
    Tensor inside(Tensor x) {
        if (low == null || high == null) {
            return x;
        }
        Tensor clipped = x.max(low).min(high);
        return reflected ? clipped.times(2).minus(x).max(low).min(high) : clipped;
    }

    /// The settings that points inside the bounds stand for `[n×d]`.
    Tensor values(Tensor inside) {
        return unit == null || origin == null ? inside : inside.affine(unit, origin);
    }

    private double[] results(Tensor inside) throws Exception {
        Tensor values = values(inside);
        TensorObjective.Formula formula = objective.formula();
        return checked(
                objective.rowwise() && values.substrate() instanceof Heap heap
                        ? heap.byRows(values, formula::of)
                        : formula.of(values),
                inside.rows());
    }

    /// The results `[n·(m+c)]`.
    ///
    /// @throws IllegalArgumentException if they have another shape
    double[] checked(Tensor results, int rows) {
        int width = goal.objectives() + goal.constraints();
        if (results.rows() != rows || results.columns() != width) {
            throw new IllegalArgumentException("the objective gave [" + results.rows() + "×" + results.columns()
                    + "] for a population of " + rows + " rows, where [" + rows + "×" + width
                    + "] was expected. Maybe a sum over columns is missing: rowSums()?");
        }
        return results.toArray();
    }

    /// Signs and failures.
    ///
    /// @return why rows failed; null if none did
    private @Nullable String read(double[] results, double[] f, double[] violation) {
        int m = goal.objectives();
        int width = m + goal.constraints();
        String failure = null;
        for (int i = 0; i < violation.length; i++) {
            int bad = results.length == 0 ? 0 : bad(results, i * width, m, width);
            for (int k = 0; k < m; k++) {
                f[i * m + k] = bad >= 0 ? Double.POSITIVE_INFINITY : goal.sign(k) * results[i * width + k];
            }
            for (int k = m; k < width && bad < 0; k++) {
                violation[i] += Math.max(0, results[i * width + k]);
            }
            if (bad >= 0 && results.length > 0) {
                failure = (bad < m ? "the loss is " : "a constraint value is ") + results[i * width + bad]
                        + ". Maybe the objective divides by zero or overflows here?";
            }
        }
        return failure;
    }

    /// Which result of a row makes it a failure; −1 if none does.
    private static int bad(double[] results, int from, int m, int width) {
        for (int k = 0; k < width; k++) {
            double value = results[from + k];
            if (k < m ? !Double.isFinite(value) : Double.isNaN(value)) {
                return k;
            }
        }
        return -1;
    }
}
