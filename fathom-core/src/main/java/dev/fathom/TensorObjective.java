package dev.fathom;

import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;

/// An objective over whole populations: it is given a tensor with a setting in each row, and gives one with the
/// results.
///
/// Searches written over tensors (SNES, PGPE, CEM and others) hand it whole generations, on the substrate of the study;
/// all others one row at a time, on the heap. An exception fails all rows of the call, a loss that is not finite its
/// own.
///
/// @param formula from settings `x [n×d]` to results `[n×(m+c)]`: losses in the user's own sense, then black-box
///     constraints, satisfied where `≤ 0`
/// @param objectives m, at least 1
/// @param rowwise whether each row's result depends on that row alone, so that parts of a generation may be evaluated
///     apart, at the same time
public record TensorObjective(Formula formula, int objectives, boolean rowwise) implements Objective<double[]> {

    /// What the user supplies.
    @FunctionalInterface
    public interface Formula {

        /// The results of a population.
        ///
        /// @param x settings `[n×d]`, in the parameters' own scale; gone after the call
        /// @return `[n×(m+c)]`, on the same substrate
        Tensor of(Tensor x) throws Exception;
    }

    public TensorObjective {
        if (objectives < 1) {
            throw new IllegalArgumentException("an objective over tensors needs at least one loss, but has "
                    + objectives + ". Maybe Objective.tensor(formula), which has one?");
        }
    }

    /// The same, whose rows may be evaluated apart.
    public TensorObjective byRows() {
        return new TensorObjective(formula, objectives, true);
    }

    @Override
    public Outcome evaluate(double[] value) throws Exception {
        double[] results =
                formula.of(Heap.single().wrap(value.clone(), 1, value.length)).toArray();
        if (results.length < objectives) {
            return Outcome.failed("the objective gave " + results.length + " numbers for one row, but has " + objectives
                    + " losses. Maybe a sum over columns is missing: rowSums()?");
        }
        double[] losses = java.util.Arrays.copyOf(results, objectives);
        return Outcome.of(losses).subjectTo(java.util.Arrays.copyOfRange(results, objectives, results.length));
    }
}
