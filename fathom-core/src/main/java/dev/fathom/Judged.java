package dev.fathom;

import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What became of the rows of one search in a generation. Losses are minimized here, `+∞` for failures.
sealed interface Judged {

    /// λ.
    int rows();

    /// How many of them failed.
    int failures();

    /// Why rows failed; null if none did.
    @Nullable
    String failure();

    /// The least first loss of the feasible rows; `+∞` if there is none.
    double least();

    /// The first row that has it; 0 if there is none.
    int leastRow();

    /// The best row of one objective: feasible ones by loss, then the others by violation, failures last.
    int best();

    /// Where rows were evaluated, standard coordinates `[|rows|][d]`.
    double[][] points(int... rows);

    /// What the objective gave `[λ·(m+c)]`; empty if it failed as a whole.
    double[] results();

    /// `[λ·m]`
    double[] losses();

    /// `[λ]`
    double[] violations();

    default boolean allFailed() {
        return failures() == rows();
    }

    /// The same without tensors.
    ///
    /// @param kept the only rows whose points are asked for later on
    default Numbers numbers(int... kept) {
        double[][] points = new double[rows()][];
        double[][] found = points(kept);
        for (int k = 0; k < kept.length; k++) {
            points[kept[k]] = found[k];
        }
        Points known = rows -> IntStream.of(rows).mapToObj(i -> points[i]).toArray(double[][]::new);
        return new Numbers(results(), losses(), violations(), known, failure());
    }

    /// Coordinates of rows.
    interface Points {
        double[][] of(int... rows);

        /// Those of a tensor's rows, in one transfer.
        static Points of(Tensor inside) {
            return rows -> {
                int d = inside.columns();
                Tensor chosen = inside.gather(inside.substrate()
                        .column(IntStream.of(rows).mapToDouble(i -> i).toArray()));
                double[] x = chosen.toArray();
                return IntStream.range(0, rows.length)
                        .mapToObj(k -> Arrays.copyOfRange(x, k * d, (k + 1) * d))
                        .toArray(double[][]::new);
            };
        }
    }

    /// As numbers on the heap.
    record Numbers(
            double[] results,
            double[] losses,
            double[] violations,
            Points where,
            @Nullable String failure) implements Judged {

        private int objectives() {
            return losses.length / violations.length;
        }

        @Override
        public int rows() {
            return violations.length;
        }

        @Override
        public int failures() {
            return (int) IntStream.range(0, rows())
                    .filter(i -> Double.isInfinite(loss(i)))
                    .count();
        }

        private double loss(int i) {
            return losses[i * objectives()];
        }

        @Override
        public double least() {
            int i = leastRow();
            return violations[i] <= 0 ? loss(i) : Double.POSITIVE_INFINITY;
        }

        @Override
        public int leastRow() {
            int least = -1;
            for (int i = 0; i < rows(); i++) {
                least = violations[i] <= 0 && (least < 0 || loss(i) < loss(least)) ? i : least;
            }
            return Math.max(0, least);
        }

        @Override
        public int best() {
            int best = 0;
            for (int i = 1; i < rows(); i++) {
                best = isBetter(i, best) ? i : best;
            }
            return best;
        }

        private boolean isBetter(int i, int other) {
            if (Double.isInfinite(loss(i)) || Double.isInfinite(loss(other))) {
                return loss(i) < loss(other);
            }
            return violations[i] < violations[other] || (violations[i] == violations[other] && loss(i) < loss(other));
        }

        @Override
        public double[][] points(int... rows) {
            return where.of(rows);
        }
    }

    /// One objective without constraints, where the rows are: numbers come to the heap when they are asked for, which
    /// must be before the scope of the generation closes.
    ///
    /// @param inside where the rows were evaluated `[λ×d]`
    /// @param given what the objective gave `[λ×1]`
    /// @param f the losses `[λ×1]`
    record Tensors(Tensor inside, Tensor given, Tensor f, double least, int failures) implements Judged {

        @Override
        public int rows() {
            return f.rows();
        }

        @Override
        public @Nullable String failure() {
            if (failures == 0) {
                return null;
            }
            int first = (int) f.isFinite().argsort(1).at(0, 0);
            return PopulationEvaluator.complaint("the loss", given.at(first, 0));
        }

        @Override
        public int leastRow() {
            if (f.substrate() instanceof Heap) {
                double[] losses = Heap.array(f);
                return IntStream.range(0, losses.length)
                        .filter(i -> losses[i] == least)
                        .findFirst()
                        .orElse(0);
            }
            return (int) f.argsort(1).at(0, 0);
        }

        @Override
        public int best() {
            return leastRow();
        }

        @Override
        public double[][] points(int... rows) {
            return Points.of(inside).of(rows);
        }

        @Override
        public double[] results() {
            return given.toArray();
        }

        @Override
        public double[] losses() {
            return f.toArray();
        }

        @Override
        public double[] violations() {
            return new double[rows()];
        }
    }
}
