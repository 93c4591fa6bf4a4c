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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
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
    private final @Nullable Rounding rounding;

    /// @throws IllegalArgumentException if a parameter is neither a real nor a whole number on a linear scale
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
        rounding = Rounding.of(columns, on);
    }

    /// The first column that whole populations cannot be decoded from; null if there is none.
    static @Nullable Column unsuitable(Space<?> space) {
        return space.columns().stream()
                .filter(c -> (c.kind() != Kind.REAL && c.kind() != Kind.INTEGER) || !c.isLinear())
                .findFirst()
                .orElse(null);
    }

    static Tensor row(Substrate on, List<Column> columns, ToDoubleFunction<Column> number) {
        return on.row(columns.stream().mapToDouble(number).toArray());
    }

    /// What became of a population.
    ///
    /// @param told what the algorithm learns
    /// @param searches the rows of each search `[k]`
    record Judgement(Population told, List<Judged> searches) {

        /// The rows of the only search.
        Judged only() {
            return searches.getFirst();
        }
    }

    /// Evaluates a population.
    ///
    /// @param x standard coordinates `[n×d]`
    /// @param searches k
    /// @param known results from a journal, `[n·(m+c)]`, empty where the objective failed as a whole; null to evaluate
    Judgement evaluate(Tensor x, int searches, double @Nullable [] known) {
        Tensor inside = inside(x);
        if (known != null) {
            return known.length == 0
                    ? judge(x, inside, searches, known, "failed")
                    : judge(x, inside, searches, x.substrate().of(known, x.rows(), known.length / x.rows()));
        }
        try {
            return judge(x, inside, searches, results(inside));
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
    /// @param results `[n×(m+c)]`
    Judgement judge(Tensor x, Tensor inside, int searches, Tensor results) {
        return results.columns() == 1
                ? judgeThere(x, inside, searches, results)
                : judge(x, inside, searches, results.toArray(), null);
    }

    /// One objective without constraints: of all numbers, the least loss of each search and how many rows have one come
    /// to the heap.
    private Judgement judgeThere(Tensor x, Tensor inside, int searches, Tensor results) {
        Substrate on = x.substrate();
        Tensor signed = goal.sign(0) < 0 ? results.times(-1) : results;
        Tensor finite = signed.isFinite();
        Tensor losses = finite.choose(signed, on.full(1, 1, Double.POSITIVE_INFINITY));
        double[] facts = losses.times(-1)
                .columnMax(searches)
                .beside(finite.columnSums(searches))
                .toArray();
        int lambda = x.rows() / searches;
        Tensor settled = settled(inside);
        int[] valued = new int[searches];
        List<Judged> parts = new ArrayList<>();
        for (int k = 0; k < searches; k++) {
            int from = k * lambda;
            int to = from + lambda;
            valued[k] = (int) facts[2 * k + 1];
            parts.add(new Judged.Tensors(
                    settled.rows(from, to),
                    results.rows(from, to),
                    losses.rows(from, to),
                    -facts[2 * k],
                    lambda - valued[k]));
        }
        Tensor ranks = PopulationRanking.feasible(losses, moved(x), inside, searches, valued);
        return new Judgement(population(x, inside, losses, on.full(x.rows(), 1, 0), ranks, searches), parts);
    }

    private Population population(
            Tensor x, Tensor inside, Tensor losses, Tensor violations, Tensor ranks, int searches) {
        return new Population(learnsProposal ? x : inside, losses, violations, ranks, searches, true);
    }

    /// What was proposed, if it makes a difference.
    private @Nullable Tensor moved(Tensor x) {
        return learnsProposal && low != null ? x : null;
    }

    /// @param results `[n·(m+c)]`; empty if the objective failed as a whole
    /// @param failure why it failed; null if it did not
    private Judgement judge(Tensor x, Tensor inside, int searches, double[] results, @Nullable String failure) {
        int n = x.rows();
        int m = goal.objectives();
        double[] f = new double[n * m];
        double[] violation = new double[n];
        String nan = read(results, f, violation);
        Tensor losses = x.substrate().of(f, n, m);
        Tensor ranks = PopulationRanking.of(losses, f, violation, moved(x), inside, searches);
        int lambda = n / searches;
        Tensor settled = settled(inside);
        List<Judged> parts = IntStream.range(0, searches)
                .mapToObj(k -> (Judged) new Judged.Numbers(
                        part(results, k, searches),
                        part(f, k, searches),
                        part(violation, k, searches),
                        Judged.Points.of(settled.rows(k * lambda, (k + 1) * lambda)),
                        failure == null ? nan : failure))
                .toList();
        return new Judgement(population(x, inside, losses, x.substrate().of(violation, n, 1), ranks, searches), parts);
    }

    private static double[] part(double[] all, int k, int searches) {
        int length = all.length / searches;
        return searches == 1 ? all : Arrays.copyOfRange(all, k * length, (k + 1) * length);
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
        Tensor values = unit == null || origin == null ? inside : inside.affine(unit, origin);
        return rounding == null ? values : rounding.values(values);
    }

    /// Where points inside the bounds were evaluated `[n×d]`: at whole numbers where the parameters are.
    private Tensor settled(Tensor inside) {
        return rounding == null ? inside : rounding.coordinates(inside, values(inside));
    }

    private Tensor results(Tensor inside) throws Exception {
        Tensor values = values(inside);
        TensorObjective.Formula formula = objective.formula();
        return checked(
                objective.rowwise() && values.substrate() instanceof Heap heap
                        ? heap.byRows(values, formula::of)
                        : formula.of(values),
                inside);
    }

    /// The results, on the substrate of the rows.
    ///
    /// @throws IllegalArgumentException if they have another shape than `[n×(m+c)]`
    Tensor checked(Tensor results, Tensor rows) {
        int n = rows.rows();
        int width = goal.objectives() + goal.constraints();
        if (results.rows() != n || results.columns() != width) {
            throw new IllegalArgumentException("the objective gave [" + results.rows() + "×" + results.columns()
                    + "] for a population of " + n + " rows, where [" + n + "×" + width
                    + "] was expected. Maybe a sum over columns is missing: rowSums()?");
        }
        return results.substrate().equals(rows.substrate())
                ? results
                : rows.substrate().of(results.toArray(), n, width);
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
            if (bad >= 0 && results.length > 0 && failure == null) {
                failure = complaint(bad < m ? "the loss" : "a constraint value", results[i * width + bad]);
            }
        }
        return failure;
    }

    static String complaint(String what, double value) {
        return what + " is " + value + ". Maybe the objective divides by zero or overflows here?";
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
