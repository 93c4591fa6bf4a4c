package dev.fathom.algorithms.enomad;

import dev.fathom.algorithm.Row;
import java.util.List;

/// A refined generation, before the next one is bred.
///
/// Values are those of the engine, always minimized; rows are the engine's own and must not be changed.
///
/// @param number from 1
/// @param evaluations of this search so far
/// @param best the best row of all generations so far
/// @param mean of the values of the feasible individuals; NaN if there is none
/// @param individuals the population; the parents of the last breeding come first
/// @param drifts how far each individual is from the prior, in the same order
public record Generation(
        long number, long evaluations, Row best, double mean, List<Row> individuals, List<Drift> drifts) {

    public Generation {
        individuals = List.copyOf(individuals);
        drifts = List.copyOf(drifts);
    }

    /// The mean of the feasible ones' values, NaN if there is none.
    static double mean(List<Row> rows) {
        return rows.stream()
                .filter(Row::isFeasible)
                .mapToDouble(Row::value)
                .average()
                .orElse(Double.NaN);
    }
}
