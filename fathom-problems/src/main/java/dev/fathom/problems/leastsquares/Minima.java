package dev.fathom.problems.leastsquares;

import dev.fathom.problems.Known;
import java.util.Arrays;

/// The minima that are known by computation only, from the resource `minima.csv`.
final class Minima {

    private static final Columns TABLE = Columns.read(Minima.class, "minima.csv");

    private Minima() {}

    /// The least Σ rᵢ² of a problem with d variables.
    static Known.Optimum squares(String problem, int d) {
        return find(problem, "squares", d);
    }

    /// The least Σ |rᵢ| of a problem with d variables.
    static Known.Optimum magnitudes(String problem, int d) {
        return find(problem, "magnitudes", d);
    }

    private static Known.Optimum find(String problem, String measure, int d) {
        Columns row = TABLE.where("problem", problem).where("measure", measure).where("d", Integer.toString(d));
        if (row.rows().isEmpty()) {
            throw new IllegalArgumentException("no minimum of " + problem + " is known for " + d
                    + " variables. Maybe the range of its dimension is wrong.");
        }
        double[] x = Arrays.stream(row.texts("x").getFirst().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Known.Optimum(x, row.numbers("value")[0]);
    }
}
