package dev.fathom.cli;

import dev.fathom.lab.Allowance;
import dev.fathom.lab.Contestant;
import dev.fathom.lab.Experiment;
import dev.fathom.lab.Finished;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// The first glance at an experiment: how many of the targets each optimizer reached, per dimension and budget.
final class BenchTable {

    private static final int ALL = 0;

    private final Table table = new Table().row("optimizer", "d", "budget", "runs", "targets reached", "seconds");

    private BenchTable() {}

    /// Functions that have dimensions of their own share a line.
    static Table of(Experiment experiment, List<Finished> rows) {
        BenchTable glance = new BenchTable();
        List<Integer> dimensions = experiment.set().dimensions().isEmpty() ? List.of(ALL) : experiment.dimensions();
        for (Contestant contestant : experiment.contestants()) {
            for (Allowance budget : experiment.budgets()) {
                for (int d : dimensions) {
                    glance.add(contestant.name(), d, budget, rows);
                }
            }
        }
        return glance.table;
    }

    private void add(String optimizer, int d, Allowance budget, List<Finished> rows) {
        List<Finished> cell = rows.stream()
                .filter(row -> row.key().optimizer().equals(optimizer))
                .filter(row -> row.run().dimension() == d || d == ALL)
                .filter(row -> row.key().budget() == budget.of(row.run().dimension()))
                .toList();
        if (!cell.isEmpty()) {
            table.row(
                    optimizer,
                    d == ALL ? "all" : String.valueOf(d),
                    budget.toString(),
                    String.valueOf(cell.size()),
                    String.format(Locale.ROOT, "%.4f", reached(cell)),
                    String.format(
                            Locale.ROOT,
                            "%.1f",
                            cell.stream()
                                    .mapToDouble(row -> row.run().seconds())
                                    .sum()));
        }
    }

    /// The share of targets that were reached.
    private static double reached(List<Finished> rows) {
        return rows.stream()
                .flatMapToLong(row -> LongStream.of(row.run().hits()))
                .map(hit -> hit > 0 ? 1 : 0)
                .average()
                .orElse(0);
    }
}
