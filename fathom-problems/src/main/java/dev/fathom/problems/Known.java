package dev.fathom.problems;

import java.util.function.IntFunction;

/// What is known of the solution of a test problem.
public sealed interface Known {

    /// The levels that runs are measured by: how far from the solution they are, [51], descending.
    double[] targets();

    /// One objective: the least value of feasible points.
    ///
    /// @param x a feasible point of this value, [d]; empty where only the value is known
    /// @param value the least value, up to rounding; for engineering problems the best that was ever published
    record Optimum(double[] x, double value) implements Known {

        /// Copies the array.
        public Optimum {
            x = x.clone();
        }

        /// How far the loss lies above the least value: 10² … 10⁻⁸, five per decade.
        @Override
        public double[] targets() {
            return TestProblem.targets();
        }

        /// A feasible point of this value, [d], or empty.
        @Override
        public double[] x() {
            return x.clone();
        }
    }

    /// Several objectives: the set of the best compromises.
    ///
    /// @param ideal the least value of each objective, [m]
    /// @param reference from where hypervolumes are measured, [m]: no better in any objective than any point of the
    ///     front
    /// @param points about so many points of the front, spread over it, [n][m]; no points where only ideal and
    ///     reference are known
    record Front(double[] ideal, double[] reference, IntFunction<double[][]> points) implements Known {

        /// Copies the arrays.
        public Front {
            ideal = ideal.clone();
            reference = reference.clone();
        }

        /// What is missing of the front's hypervolume, as a share of the box between ideal and reference: 10⁰ … 10⁻⁵,
        /// ten per decade.
        @Override
        public double[] targets() {
            return TestProblem.levels(0, 10);
        }

        /// The least value of each objective, [m].
        @Override
        public double[] ideal() {
            return ideal.clone();
        }

        /// From where hypervolumes are measured, [m].
        @Override
        public double[] reference() {
            return reference.clone();
        }
    }
}
