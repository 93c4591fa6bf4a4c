package dev.fathom.problems.bbob;

import dev.fathom.Outcome;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.util.ArrayList;
import java.util.List;

/// How far one number is from that of the reference.
///
/// @param row where it is from
/// @param what it is
/// @param expected the number of the reference
/// @param found our number
record Deviation(ReferenceValues row, What what, double expected, double found) {

    /// What is compared.
    enum What {
        VALUE,
        CONSTRAINT,
        MINIMUM,
        OPTIMUM,
        START
    }

    /// Those of all numbers in the file of that suite.
    static List<Deviation> all(String suite) {
        List<Deviation> all = new ArrayList<>();
        TestProblem problem = Problems.of(suite);
        for (ReferenceValues row : ReferenceValues.read(suite)) {
            if (!row.name().equals(problem.name())) {
                problem = Problems.of(row.name());
            }
            addAll(all, row, problem);
        }
        return all;
    }

    private static void addAll(List<Deviation> all, ReferenceValues row, TestProblem problem) {
        Outcome.Values found = measured(row, problem);
        add(all, row, What.VALUE, row.f(), found.losses());
        add(all, row, What.CONSTRAINT, row.g(), found.constraints());
        if (!Double.isNaN(row.minimum())) {
            all.add(new Deviation(row, What.MINIMUM, row.minimum(), problem.minimum()));
        }
        if (row.kind().equals("xopt")) {
            add(all, row, What.OPTIMUM, row.x(), problem.optimum());
        }
        if (row.kind().equals("start")) {
            add(all, row, What.START, row.x(), problem.box().start());
        }
    }

    /// Noise is drawn anew for each point, from the numbers that the reference took.
    private static Outcome.Values measured(ReferenceValues row, TestProblem problem) {
        if (row.suite().equals("bbob-noisy")) {
            NoisyFunction noisy = NoisyFunction.of(row.function(), row.instance(), row.d());
            return Outcome.of(noisy.measure(row.x(), new CountedDraws()));
        }
        return problem.values(row.x());
    }

    private static void add(List<Deviation> all, ReferenceValues row, What what, double[] expected, double[] found) {
        if (expected.length != found.length) {
            throw new AssertionError(
                    row.name() + " has " + found.length + " times " + what + ", not " + expected.length);
        }
        for (int k = 0; k < found.length; k++) {
            all.add(new Deviation(row, what, expected[k], found[k]));
        }
    }

    /// |found - expected| / max(1, |expected|); 0 for equal infinities.
    double share() {
        return found == expected ? 0 : Math.abs(found - expected) / Math.max(1, Math.abs(expected));
    }

    @Override
    public String toString() {
        return row.name() + " " + row.kind() + ": " + what + " is " + found + ", but should be " + expected;
    }
}
