package dev.fathom.problems.nist;

import dev.fathom.problems.leastsquares.Columns;
import java.util.List;
import java.util.Locale;

/// Reads the problems from the resources of this package: `problems.csv`, `parameters.csv`, and the observations of
/// each problem in a file of its own.
final class DataSets {

    private DataSets() {}

    static List<NistProblem> all() {
        Columns parameters = Columns.read(DataSets.class, "parameters.csv");
        Columns problems = Columns.read(DataSets.class, "problems.csv");
        return problems.texts("problem").stream()
                .map(name -> read(name, problems, parameters))
                .toList();
    }

    static NistProblem of(String name) {
        Columns problems = Columns.read(DataSets.class, "problems.csv");
        List<String> names = problems.texts("problem");
        if (!names.contains(name)) {
            throw new IllegalArgumentException("the NIST has no regression problem \"" + name
                    + "\". Maybe one of these: " + String.join(", ", names) + ".");
        }
        return read(name, problems, Columns.read(DataSets.class, "parameters.csv"));
    }

    private static NistProblem read(String name, Columns problems, Columns parameters) {
        Columns problem = problems.where("problem", name);
        Columns b = parameters.where("problem", name);
        Columns observed = Columns.read(DataSets.class, name.toLowerCase(Locale.ROOT) + ".csv");
        return new NistProblem(
                name,
                Level.valueOf(problem.texts("level").getFirst()),
                problem.texts("data").getFirst(),
                problem.texts("formula").getFirst(),
                Models.of(name),
                response(name, observed.numbers("y")),
                predictors(observed),
                b.numbers("start 1"),
                b.numbers("start 2"),
                b.numbers("certified"),
                b.numbers("standard deviation"),
                problem.numbers("residual standard deviation")[0],
                problem.numbers("residual sum of squares")[0]);
    }

    /// Nelson's model is one of the logarithm.
    private static double[] response(String name, double[] y) {
        for (int i = 0; i < y.length && name.equals("Nelson"); i++) {
            y[i] = StrictMath.log(y[i]);
        }
        return y;
    }

    /// All columns but the first, [n×k].
    private static double[][] predictors(Columns observed) {
        int k = observed.headings().size() - 1;
        double[][] x = new double[observed.rows().size()][k];
        for (int j = 0; j < k; j++) {
            double[] column = observed.numbers(observed.headings().get(j + 1));
            for (int i = 0; i < x.length; i++) {
                x[i][j] = column[i];
            }
        }
        return x;
    }
}
