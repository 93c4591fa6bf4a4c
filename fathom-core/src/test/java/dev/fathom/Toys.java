package dev.fathom;

import dev.fathom.algorithm.Batch;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One small algorithm of each shape, to test the engine without the real ones.
public final class Toys {

    private Toys() {}

    /// Steps around the best row.
    public record Walk() implements Incremental<Walk.State> {

        public static final class State {
            @Nullable
            Row best;

            int count;
        }

        @Override
        public State start(Shape shape, Rng rng) {
            return new State();
        }

        @Override
        public void propose(State state, Row out, Rng rng) {
            double scale = StrictMath.pow(0.98, state.count++);
            for (int j = 0; j < out.x.length; j++) {
                out.x[j] = (state.best == null ? 0 : state.best.x[j]) + scale * rng.nextGaussian();
            }
        }

        @Override
        public State learn(State state, Row told, Rng rng) {
            if (state.best == null || told.compareTo(state.best) <= 0) {
                state.best = told;
            }
            return state;
        }

        @Override
        public State inform(State state, Row told, Rng rng) {
            return learn(state, told, rng);
        }
    }

    /// Moves a mean to the better half of its sample; ends when the spread is small.
    public record Halves(int lambda) implements Generational<Halves.State> {

        public record State(double[] mean, double spread) {}

        @Override
        public State start(Shape shape, Rng rng) {
            return new State(shape.start().x().clone(), shape.start().spread());
        }

        @Override
        public int size(State state) {
            return lambda;
        }

        @Override
        public void sample(State state, Batch out, Rng rng) {
            for (int i = 0; i < out.x().length; i++) {
                out.x()[i] = state.mean[i % out.dimension()] + state.spread * rng.nextGaussian();
            }
        }

        @Override
        public State update(State state, Batch told, Rng rng) {
            double[] mean = new double[told.dimension()];
            int half = told.size() / 2;
            for (int i = 0; i < half; i++) {
                for (int j = 0; j < mean.length; j++) {
                    mean[j] += told.x()[told.offset(i) + j] / half;
                }
            }
            return new State(mean, 0.9 * state.spread);
        }

        @Override
        public Optional<String> finished(State state) {
            return state.spread < 1e-3 ? Optional.of("the spread is below 1e-3") : Optional.empty();
        }
    }

    /// A compass search in straight-line code.
    public record Compass() implements Sequential {
        @Override
        public String run(Oracle f, Shape shape, Rng rng) {
            Row best = f.at(shape.start().x());
            for (double step = 1; step > 1e-3; ) {
                double[][] points = new double[2 * best.x.length][];
                for (int i = 0; i < points.length; i++) {
                    points[i] = best.x.clone();
                    points[i][i / 2] += i % 2 == 0 ? step : -step;
                }
                Row before = best;
                for (Row row : f.all(points)) {
                    best = row.compareTo(best) < 0 ? row : best;
                }
                step = best.equals(before) ? step / 2 : step;
            }
            return "the step is small";
        }
    }

    /// Searches the axes side by side, both directions of each side by side, with random steps.
    public record Fan() implements Sequential {
        @Override
        public String run(Oracle f, Shape shape, Rng rng) {
            Row best = f.at(shape.start().x());
            int round = 0;
            for (double step = 1; step > 1e-3; round++) {
                Row centre = best;
                double[] x = new double[centre.x.length];
                List<Oracle.Branch> axes = new ArrayList<>();
                for (int j = 0; j < x.length; j++) {
                    int axis = j;
                    double length =
                            step * (0.9 + 0.1 * rng.fork(round * 100L + j).nextDouble());
                    axes.add(g -> x[axis] = better(g, centre, axis, length));
                }
                f.together(axes);
                Row next = f.at(x);
                step = next.value() < best.value() ? step : step / 2;
                best = next.value() < best.value() ? next : best;
            }
            return "the steps are small";
        }

        /// The best coordinate of three.
        private static double better(Oracle f, Row centre, int axis, double step) {
            double[] values = new double[2];
            f.together(IntStream.of(0, 1)
                    .<Oracle.Branch>mapToObj(side -> g -> {
                        double[] point = centre.x.clone();
                        point[axis] += side == 0 ? step : -step;
                        values[side] = g.at(point).value();
                    })
                    .toList());
            double best = Math.min(centre.value(), Math.min(values[0], values[1]));
            return centre.x[axis] + (best == centre.value() ? 0 : best == values[0] ? step : -step);
        }
    }
}
