package dev.fathom.algorithm;

import dev.fathom.space.Kind;
import java.util.function.ToDoubleFunction;

/// A number known of a [Shape] before the search begins, on which a competence map decides. Truths are 1 or 0.
public enum Fact {
    /// Number of columns.
    DIMENSION("d", Shape::dimension),
    /// Number of evaluations; `+∞` if unknown.
    BUDGET("budget", s -> s.hasBudget() ? s.budget() : Double.POSITIVE_INFINITY),
    /// Evaluations per column; `+∞` if the budget is unknown.
    BUDGET_PER_DIMENSION(
            "budget/d", s -> s.hasBudget() ? (double) s.budget() / s.dimension() : Double.POSITIVE_INFINITY),
    /// Pending evaluations allowed.
    WORKERS("workers", Shape::workers),
    /// Evaluations per worker; `+∞` if the budget is unknown.
    BUDGET_PER_WORKER(
            "budget/workers", s -> s.hasBudget() ? (double) s.budget() / s.workers() : Double.POSITIVE_INFINITY),
    /// Number of objectives.
    OBJECTIVES("objectives", Shape::objectives),
    /// Number of black-box constraints.
    CONSTRAINTS("constraints", Shape::constraints),
    /// 1 if evaluations are noisy.
    NOISY("noisy", s -> s.noisy() ? 1 : 0),
    /// 1 if all columns are real.
    CONTINUOUS("continuous", s -> s.isContinuous() ? 1 : 0),
    /// 1 if all columns have two finite bounds.
    BOUNDED("bounded", s -> s.isBounded() ? 1 : 0),
    /// Share of columns that are not real, `[0, 1]`.
    DISCRETE_SHARE(
            "discrete share",
            s -> (double) s.columns().stream()
                            .filter(c -> c.kind() != Kind.REAL)
                            .count()
                    / s.dimension());

    private final String label;
    private final ToDoubleFunction<Shape> measure;

    Fact(String label, ToDoubleFunction<Shape> measure) {
        this.label = label;
        this.measure = measure;
    }

    /// The fact's value for a shape.
    public double of(Shape shape) {
        return measure.applyAsDouble(shape);
    }

    /// How messages call it.
    public String label() {
        return label;
    }
}
