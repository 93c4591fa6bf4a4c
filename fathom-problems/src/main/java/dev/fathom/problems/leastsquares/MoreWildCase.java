package dev.fathom.problems.leastsquares;

import java.util.ArrayList;
import java.util.List;

/// One of the 53 settings in which Moré and Wild (2009, table 4.1 and the data that belong to it) pose their 22
/// problems.
///
/// @param problem the name of the problem
/// @param d number of variables
/// @param hard whether the search begins at ten times the customary point
public record MoreWildCase(String problem, int d, boolean hard) {

    /// All 53, in the order of the paper.
    public static List<MoreWildCase> all() {
        Columns table = Columns.read(MoreWildCase.class, "cases.csv");
        List<MoreWildCase> all = new ArrayList<>();
        double[] d = table.numbers("d");
        double[] hard = table.numbers("hard");
        for (int k = 0; k < d.length; k++) {
            all.add(new MoreWildCase(table.texts("problem").get(k), (int) d[k], hard[k] == 1));
        }
        return all;
    }
}
