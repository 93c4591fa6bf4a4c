package dev.fathom.algorithms.mads;

import dev.fathom.algorithm.Row;
import dev.fathom.algorithms.mads.Choices.ViolationNorm;
import java.util.ArrayList;
import java.util.List;

/// The constraint violation h: sum of the squares of the violated constraints, or another norm; `+∞` where a constraint
/// with an extreme barrier is violated.
final class Violation {

    /// h of a violation that is too small to be squared.
    private static final double LEAST = 1e-13;

    private final List<OutputType> types;
    private final ViolationNorm norm;
    private final double least;

    /// @param constraints how many there are; where fewer types are given, the rest are `PB`
    Violation(Settings settings, int constraints) {
        types = new ArrayList<>(settings.get(Parameters.BB_OUTPUT_TYPE).stream()
                .filter(OutputType::isConstraint)
                .toList());
        if (types.size() > constraints) {
            throw new IllegalArgumentException("BB_OUTPUT_TYPE has " + types.size()
                    + " constraints, but the problem has " + constraints + ". Maybe leave some out?");
        }
        while (types.size() < constraints) {
            types.add(OutputType.PB);
        }
        norm = settings.get(Parameters.H_NORM);
        least = settings.get(Parameters.H_MIN);
    }

    /// h
    double of(Row row) {
        if (row.isFailed()) {
            return Double.POSITIVE_INFINITY;
        }
        double h = 0;
        double[] g = row.constraints();
        for (int k = 0; k < g.length; k++) {
            if (g[k] > 0) {
                h = types.get(k) == OutputType.EB ? Double.POSITIVE_INFINITY : add(h, g[k]);
            }
        }
        return h <= least ? 0 : h;
    }

    private double add(double h, double excess) {
        return switch (norm) {
            case L1 -> h + excess;
            case L2 -> h + (excess * excess > 0 ? excess * excess : LEAST);
            case LINF -> Math.max(h, excess);
        };
    }

    /// Sum of the squares of the violations of extreme barriers: what phase one minimizes.
    double extreme(Row row) {
        if (row.isFailed()) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        double[] g = row.constraints();
        for (int k = 0; k < g.length; k++) {
            sum += types.get(k) == OutputType.EB && g[k] > 0 ? Math.max(g[k] * g[k], LEAST) : 0;
        }
        return sum;
    }

    /// Whether all non-dominated violations are kept.
    boolean isFilter() {
        return types.contains(OutputType.F);
    }

    /// Makes an extreme barrier of each `PEB` constraint that a point satisfies.
    ///
    /// @return whether there was one
    boolean harden(Row row) {
        boolean changed = false;
        double[] g = row.constraints();
        for (int k = 0; k < g.length; k++) {
            if (types.get(k) == OutputType.PEB && g[k] <= 0) {
                types.set(k, OutputType.EB);
                changed = true;
            }
        }
        return changed;
    }
}
