package dev.fathom.cli.nomad;

import java.util.List;

/// An evaluated point, as the files of NOMAD show it.
///
/// @param x `[d]` coordinates
/// @param coordinates the same as texts
/// @param losses empty if the evaluation failed
/// @param h the violation of constraints put together: 0 if feasible, infinite if an `EB` constraint is violated or the
/// evaluation failed
/// @param outputs the words that the black box answered
record Point(double[] x, List<String> coordinates, List<Double> losses, double h, List<String> outputs) {

    boolean isFailed() {
        return losses.isEmpty();
    }

    boolean isFeasible() {
        return !isFailed() && h <= 0;
    }

    /// Whether no loss is larger than the other's, and one is smaller.
    boolean beats(Point other) {
        boolean better = false;
        for (int k = 0; k < losses.size(); k++) {
            if (losses.get(k) > other.losses.get(k)) {
                return false;
            }
            better |= losses.get(k) < other.losses.get(k);
        }
        return better;
    }

    /// Coordinates and outputs.
    String line() {
        return String.join(" ", coordinates) + (outputs.isEmpty() ? "" : " " + String.join(" ", outputs));
    }
}
