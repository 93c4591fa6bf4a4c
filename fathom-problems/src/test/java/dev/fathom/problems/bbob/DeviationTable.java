package dev.fathom.problems.bbob;

import static dev.fathom.problems.bbob.Deviation.What.CONSTRAINT;
import static dev.fathom.problems.bbob.Deviation.What.MINIMUM;
import static dev.fathom.problems.bbob.Deviation.What.OPTIMUM;
import static dev.fathom.problems.bbob.Deviation.What.START;
import static dev.fathom.problems.bbob.Deviation.What.VALUE;

import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Prints how exactly the suites meet their reference values, as Markdown tables: the largest deviation of everything
/// that is compared, and that of the values and constraints of every function.
final class DeviationTable {

    private static final List<String> SUITES = List.of(
            "bbob", "bbob-largescale", "bbob-boxed", "bbob-mixint", "bbob-noisy", "bbob-biobj", "bbob-constrained");
    private static final int LINE = 10;

    private DeviationTable() {}

    public static void main(String[] args) {
        List<List<Deviation>> all = SUITES.stream().map(Deviation::all).toList();
        heading("suite", "points", "f", "f_opt", "x_opt", "f(x_opt) - f_opt", "constraints", "g", "start");
        all.forEach(DeviationTable::suite);
        all.forEach(DeviationTable::functions);
    }

    private static void heading(String... cells) {
        line(Arrays.asList(cells));
        line(Collections.nCopies(cells.length, "---"));
    }

    private static void line(List<String> cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    private static void suite(List<Deviation> all) {
        long points = all.stream().map(Deviation::row).distinct().count();
        long constraints =
                all.stream().filter(deviation -> deviation.what() == CONSTRAINT).count();
        line(List.of(
                "`" + all.getFirst().row().suite() + "`",
                String.valueOf(points),
                largest(all, VALUE),
                largest(all, MINIMUM),
                largest(all, OPTIMUM),
                unattained(all),
                String.valueOf(constraints),
                largest(all, CONSTRAINT),
                largest(all, START)));
    }

    private static String largest(List<Deviation> all, Deviation.What what) {
        return largest(all, deviation -> deviation.what() == what);
    }

    private static String largest(List<Deviation> all, Predicate<Deviation> which) {
        return largest(all.stream()
                .filter(which)
                .<DoubleSupplier>map(deviation -> deviation::share)
                .toList());
    }

    /// Over the problems whose optimum is in the file.
    private static String unattained(List<Deviation> all) {
        return largest(all.stream()
                .filter(deviation -> deviation.what() == OPTIMUM)
                .map(deviation -> deviation.row().name())
                .distinct()
                .map(Problems::of)
                .<DoubleSupplier>map(problem -> () -> relativeRegret(problem))
                .toList());
    }

    private static double relativeRegret(TestProblem problem) {
        return Math.abs(problem.regret(problem.optimum())) / Math.max(1, Math.abs(problem.minimum()));
    }

    private static String largest(List<DoubleSupplier> shares) {
        if (shares.isEmpty()) {
            return "";
        }
        double largest =
                shares.stream().mapToDouble(DoubleSupplier::getAsDouble).max().orElseThrow();
        return largest == 0 ? "0" : String.format(Locale.ROOT, "%.1e", largest);
    }

    private static void functions(List<Deviation> all) {
        List<Integer> numbers = all.stream()
                .map(deviation -> deviation.row().function())
                .distinct()
                .toList();
        System.out.println();
        List<String> cells = new ArrayList<>(List.of("`" + all.getFirst().row().suite() + "`"));
        IntStream.range(0, LINE).forEach(k -> cells.add("+ " + k));
        heading(cells.toArray(String[]::new));
        for (int from = 0; from < numbers.size(); from += LINE) {
            cells.clear();
            cells.add("f" + numbers.get(from));
            for (int f : numbers.subList(from, Math.min(from + LINE, numbers.size()))) {
                cells.add(largest(
                        all,
                        deviation -> deviation.row().function() == f
                                && (deviation.what() == VALUE || deviation.what() == CONSTRAINT)));
            }
            line(cells);
        }
    }
}
