package dev.fathom.algorithm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One point and what is known of it: the unit of ask and tell.
///
/// `x [d]` holds standard coordinates. An algorithm that proposes a row writes `x` and, if it likes, `notes`: numbers
/// that travel
/// with the row and come back with its result. After the result is known a row does not change, except that further
/// evaluations of the same point enter its statistics.
///
/// Rows are ordered by the engine's rule, the same for all algorithms (Deb, "An efficient constraint handling method
/// for genetic
/// algorithms", 2000): feasible before infeasible, feasible ones by objective (several objectives: by dominance),
/// infeasible ones by total violation, failed ones last. All objectives are minimized here; the engine turns signs.
/// The order of several objectives is partial: `compareTo` returns 0 where neither dominates.
public final class Row implements Comparable<Row> {

    private static final double[] NONE = {};

    /// Standard coordinates, `x [d]`.
    public final double[] x;
    /// Numbers the algorithm keeps with the row; as many as it asked for.
    public final double[] notes;

    private final long id;
    private State state = State.PROPOSED;
    private double value = Double.NaN;
    private double violation;
    private double[] objectives = NONE;
    private double[] constraints = NONE;
    private double @Nullable [] proposal;
    private int count;
    private double mean;
    private double squares;

    private enum State {
        PROPOSED,
        VALUED,
        FAILED
    }

    /// A row without a result.
    ///
    /// @param id number of the row within its run, or -1
    /// @param x standard coordinates, kept, not copied
    /// @param notes how many numbers the algorithm keeps with it
    public Row(long id, double[] x, int notes) {
        this.id = id;
        this.x = x;
        this.notes = notes == 0 ? NONE : new double[notes];
    }

    /// Number of the row within its run, from 0; -1 for rows outside a run.
    public long id() {
        return id;
    }

    /// Whether a result is known, be it a failure.
    public boolean isTold() {
        return state != State.PROPOSED;
    }

    /// Whether the evaluation failed, so that there are no values.
    public boolean isFailed() {
        return state == State.FAILED;
    }

    /// Whether there are values and no constraint is violated.
    public boolean isFeasible() {
        return state == State.VALUED && violation <= 0;
    }

    /// The first objective, to be minimized: the mean over the evaluations of this point; NaN before the result, `+∞`
    /// if failed.
    public double value() {
        return state == State.FAILED ? Double.POSITIVE_INFINITY : value;
    }

    /// Objective number `k`, to be minimized.
    public double value(int k) {
        return k == 0 ? value() : state == State.FAILED ? Double.POSITIVE_INFINITY : objectives[k];
    }

    /// Number of objectives told, 0 before the result and for failures.
    public int objectives() {
        return state != State.VALUED ? 0 : Math.max(1, objectives.length);
    }

    /// Sum of the positive constraint values; 0 if feasible.
    public double violation() {
        return violation;
    }

    /// Values of the black-box constraints, satisfied where `≤ 0`, means over the evaluations of this point; empty
    /// where there are none, before the result and for failures. Not to be written to.
    public double[] constraints() {
        return constraints;
    }

    /// What the algorithm proposed before the engine brought it inside the bounds; `x` itself where nothing was
    /// changed.
    public double[] proposal() {
        return proposal == null ? x : proposal;
    }

    /// Remembers the proposal; the engine calls it before it changes `x`.
    public void keepProposal(double[] original) {
        proposal = original;
    }

    /// How often the point was evaluated successfully.
    public int count() {
        return count;
    }

    /// Unbiased variance of the first objective over repeated evaluations; 0 with fewer than two.
    public double variance() {
        return count < 2 ? 0 : squares / (count - 1);
    }

    /// Enters a single objective value (finite) and a total violation (`≥ 0`).
    public void tell(double f, double violation) {
        enter(f, violation);
        value = mean;
    }

    /// Enters several objective values (finite) and a total violation (`≥ 0`).
    public void tell(double[] f, double violation) {
        enter(f[0], violation);
        objectives = means(objectives, f);
        value = objectives[0];
    }

    /// Enters a single objective value (finite) and the constraint values, satisfied where `≤ 0`.
    public void tell(double f, double[] g) {
        tell(f, violation(g));
        constraints = means(constraints, g);
    }

    /// Enters one or several objective values (finite) and the constraint values, satisfied where `≤ 0`.
    public void tell(double[] f, double[] g) {
        if (f.length == 1) {
            tell(f[0], g);
        } else {
            tell(f, violation(g));
            constraints = means(constraints, g);
        }
    }

    private static double violation(double[] constraints) {
        double sum = 0;
        for (double constraint : constraints) {
            sum += Math.max(0, constraint);
        }
        return sum;
    }

    /// The means after another evaluation, in an array of their own: rows that share the old one keep it.
    private double[] means(double[] old, double[] values) {
        if (values.length == 0) {
            return NONE;
        }
        double[] means = values.clone();
        for (int k = 0; k < means.length && count > 1 && old.length == means.length; k++) {
            means[k] = mean(old[k], values[k]);
        }
        return means;
    }

    /// The mean after another value; infinite ones stay so.
    private double mean(double old, double value) {
        double mean = old + (value - old) / count;
        return Double.isNaN(mean) ? old + value : mean;
    }

    /// A row with the result that this one has now, at other coordinates or at the same: what a search within a part of
    /// the space sees. Further evaluations of either row leave the other one as it is.
    ///
    /// @param other kept, not copied
    public Row at(double[] other) {
        Row row = new Row(id, other, 0);
        row.take(this);
        return row;
    }

    /// Takes over the result that another row of the same point has now.
    public void take(Row other) {
        state = other.state;
        value = other.value;
        violation = other.violation;
        objectives = other.objectives;
        constraints = other.constraints;
        count = other.count;
        mean = other.mean;
        squares = other.squares;
    }

    /// Enters a failure. A point that has values keeps them.
    public void fail() {
        if (state != State.VALUED) {
            state = State.FAILED;
        }
    }

    /// Welford's update of mean and sum of squares.
    private void enter(double f, double newViolation) {
        state = State.VALUED;
        count++;
        double delta = f - mean;
        mean += delta / count;
        squares += delta * (f - mean);
        violation = count == 1 ? newViolation : mean(violation, newViolation);
    }

    @Override
    public int compareTo(Row other) {
        int rank = Integer.compare(rank(), other.rank());
        if (rank != 0) {
            return rank;
        }
        return switch (rank()) {
            case 0 -> objectives.length < 2 ? Double.compare(value, other.value) : dominance(other);
            case 1 -> Double.compare(violation, other.violation);
            default -> 0;
        };
    }

    private int rank() {
        return state == State.VALUED ? (violation <= 0 ? 0 : 1) : 2;
    }

    private int dominance(Row other) {
        boolean better = false;
        boolean worse = false;
        for (int k = 0; k < objectives.length; k++) {
            better |= objectives[k] < other.objectives[k];
            worse |= objectives[k] > other.objectives[k];
        }
        return better == worse ? 0 : better ? -1 : 1;
    }

    // Identity, not coordinates: two rows may hold the same point.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    @Override
    public String toString() {
        return "row " + id + " " + Arrays.toString(x) + " → "
                + switch (state) {
                    case PROPOSED -> "pending";
                    case FAILED -> "failed";
                    case VALUED ->
                        (objectives.length < 2 ? String.valueOf(value) : Arrays.toString(objectives))
                                + (violation > 0 ? ", violation " + violation : "");
                };
    }
}
