package dev.fathom.cli.report;

import java.util.List;
import java.util.Optional;

/// One evaluation as its journal has it.
///
/// @param id number of the trial from 0, -1 for a result that was told without being asked
/// @param parameters the setting as JSON data: a map for groups and records, else a number, text or list
/// @param losses one value per objective in the user's own sense, empty if the evaluation failed
/// @param constraints black-box constraints, satisfied where `≤ 0`; empty if none are declared
/// @param failed why the evaluation failed, empty if it gave values
/// @param at seconds since the run began, NaN if unknown
/// @param seconds duration of this evaluation, NaN if unknown
public record JournalResult(
        long id,
        Object parameters,
        List<Double> losses,
        List<Double> constraints,
        Optional<String> failed,
        double at,
        double seconds) {

    /// Whether there are no values.
    public boolean isFailed() {
        return failed.isPresent();
    }

    /// The first loss, NaN if the evaluation failed.
    public double loss() {
        return losses.isEmpty() ? Double.NaN : losses.getFirst();
    }

    /// Sum of the violated constraints, 0 if feasible.
    public double violation() {
        double sum = 0;
        for (double constraint : constraints) {
            sum += Math.max(0, constraint);
        }
        return sum;
    }

    /// Whether there are values and no constraint is violated.
    public boolean isFeasible() {
        return !isFailed() && violation() <= 0;
    }
}
