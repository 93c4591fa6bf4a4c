package dev.fathom.cli;

import dev.fathom.lab.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The first glance at an experiment: how many of the targets each optimizer reached, per dimension and budget.
final class BenchTable {

    private BenchTable() {}

    static Table of(List<Run> runs) {
        Map<String, List<Run>> cells =
                runs.stream().collect(Collectors.groupingBy(BenchTable::cell, LinkedHashMap::new, Collectors.toList()));
        Table table = new Table().row("optimizer", "d", "budget/d", "runs", "targets reached", "seconds");
        for (List<Run> cell : cells.values()) {
            Run first = cell.getFirst();
            table.row(
                    first.algorithm(),
                    String.valueOf(first.dimension()),
                    Progress.number(first.budgetPerDimension()),
                    String.valueOf(cell.size()),
                    String.format(Locale.ROOT, "%.4f", reached(cell)),
                    String.format(
                            Locale.ROOT,
                            "%.1f",
                            cell.stream().mapToDouble(Run::seconds).sum()));
        }
        return table;
    }

    private static String cell(Run run) {
        return run.algorithm() + "/" + run.dimension() + "/" + run.budgetPerDimension();
    }

    /// The share of targets that were reached.
    private static double reached(List<Run> runs) {
        return runs.stream()
                .flatMapToLong(run -> LongStream.of(run.hits()))
                .map(hit -> hit > 0 ? 1 : 0)
                .average()
                .orElse(0);
    }
}
