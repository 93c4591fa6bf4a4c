package dev.fathom.algorithms.mads;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import java.util.Arrays;
import java.util.List;

/// Phase one: where the start violates extreme barriers, MADS minimizes the sum of the squares of these violations
/// until
/// there is none (Audet and Dennis 2006, section 2; NOMAD 4).
final class PhaseOne {

    private final Descent descent;

    PhaseOne(Descent descent) {
        this.descent = descent;
    }

    /// Unwinds the search at the first point without such a violation.
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Row row;

        Found(Row row) {
            super("found", null, false, false);
            this.row = row;
        }
    }

    /// Searches from the start, which was evaluated.
    ///
    /// @return what the point found achieves
    /// @throws Descent.Ended if there is none
    Success run() {
        Shape shape = new Shape(
                descent.shape.columns(),
                1,
                0,
                descent.shape.budget(),
                descent.shape.workers(),
                descent.shape.noisy(),
                descent.shape.start());
        Settings settings = descent.settings
                .with(Parameters.BB_OUTPUT_TYPE, List.of(OutputType.OBJ))
                .with(Parameters.STOP_IF_FEASIBLE, false);
        try {
            new Mads(settings, descent.hooks).run(new Violations(), shape, descent.rng.fork("phase one"));
        } catch (Found found) {
            if (descent.is(Parameters.STOP_IF_PHASE_ONE_SOLUTION)) {
                throw new Descent.Ended("a point satisfies all EB constraints");
            }
            return descent.queue.adopt("phase one", found.row);
        }
        throw new Descent.Ended("no point was found that satisfies all EB constraints");
    }

    /// The violation as an objective.
    private final class Violations implements Oracle {

        private final Oracle f = descent.recording("phase one");

        @Override
        public Row at(double[] x) {
            return all(new double[][] {x})[0];
        }

        @Override
        public Row[] all(double[][] points) {
            return Arrays.stream(f.all(points)).map(this::seen).toArray(Row[]::new);
        }

        private Row seen(Row row) {
            Row seen = new Row(row.id(), row.x, 0);
            double violation = descent.violation.extreme(row);
            if (row.isFailed()) {
                seen.fail();
            } else if (violation == 0) {
                throw new Found(row);
            } else {
                seen.tell(violation, 0);
            }
            return seen;
        }
    }
}
