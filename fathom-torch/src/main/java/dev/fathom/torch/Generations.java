package dev.fathom.torch;

import dev.fathom.Stop;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Contents;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Measures generations of a search, by themselves and within a study.
///
/// @param algorithm what searches
/// @param on where
/// @param task what is searched
record Generations<S extends Record>(Vectorized<S> algorithm, TorchSubstrate on, Task task) {

    private static final int WARM_UP = 3;
    private static final int BLOCKS = 3;
    private static final double LEAST_SECONDS = 0.3;
    private static final int MOST = 50;

    DeviceSpeed measure(int population) {
        Course course = new Course(population);
        int rows = course.rows();
        double generation = seconds(course::generation, course::settle);
        Noise noise = new Noise(1);
        double gaussian = seconds(() -> apart(() -> on.gaussian(rows, task.dimension(), noise)), this::settle);
        double copy = copy(rows);
        long bytes = (long) rows * task.dimension() * on.dtype().bytes();
        double bandwidth = 2 * bytes / copy;
        double study = study(population, Math.clamp((int) (3 * LEAST_SECONDS / generation), 10, MOST));
        return new DeviceSpeed(rows, generation, study, gaussian, 3 * bytes / bandwidth, bandwidth);
    }

    /// The median of what passes between the ends of generations.
    private double study(int population, int generations) {
        List<Long> ends = new ArrayList<>();
        task.study()
                .optimizer(sized(population))
                .on(on)
                .stop(Stop.when("measured", status -> ends.add(System.nanoTime()) && ends.size() > generations))
                .run();
        double[] passed = IntStream.range(1, ends.size())
                .mapToDouble(g -> 1e-9 * (ends.get(g) - ends.get(g - 1)))
                .sorted()
                .toArray();
        return passed[passed.length / 2];
    }

    @SuppressWarnings("try") // a scope works by being open
    private Sized<S> sized(int population) {
        try (Substrate.Scope ignored = on.scope()) {
            return Sized.of(algorithm, population, task.shape(), on.full(1, task.dimension(), 1));
        }
    }

    /// Into memory that is there already: what new memory costs is no part of the floor.
    @SuppressWarnings("try") // a scope works by being open
    private double copy(int rows) {
        try (Substrate.Scope ignored = on.scope()) {
            TorchTensor from = (TorchTensor) on.full(rows, task.dimension(), 1);
            TorchTensor to = (TorchTensor) on.full(rows, task.dimension(), 2);
            return seconds(() -> from.copyTo(to), this::settle);
        }
    }

    /// Waits until the device has done what was begun: it works through its queue in order.
    private void settle() {
        apart(() -> on.full(1, 1, 0).at(0, 0));
    }

    /// Makes something that is freed at once.
    @SuppressWarnings("try") // a scope works by being open
    private void apart(Runnable once) {
        try (Substrate.Scope ignored = on.scope()) {
            once.run();
        }
    }

    /// The least of several blocks, each long enough to be measured: other work on the machine only adds.
    private static double seconds(Runnable once, Runnable settle) {
        for (int k = 0; k < WARM_UP; k++) {
            once.run();
        }
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < BLOCKS; k++) {
            settle.run();
            long begin = System.nanoTime();
            int count = 0;
            do {
                once.run();
                count++;
            } while (count < MOST && (System.nanoTime() - begin) * 1e-9 < LEAST_SECONDS);
            settle.run();
            least = Math.min(least, (System.nanoTime() - begin) * 1e-9 / count);
        }
        return least;
    }

    /// A search as it goes on.
    private final class Course {

        private final Noise noise = new Noise(7);
        private S state;
        private long generation;

        Course(int population) {
            Sized<S> sized = sized(population);
            try (Substrate.Scope scope = on.scope()) {
                state = scope.keep(sized.start(task.shape(), on.full(1, task.dimension(), 1), noise));
            }
        }

        int rows() {
            return algorithm.size(state);
        }

        void generation() {
            try {
                step();
            } catch (Exception e) {
                throw new IllegalStateException("the objective failed", e);
            }
        }

        private void step() throws Exception {
            Noise here = noise.fork(++generation);
            try (Substrate.Scope scope = on.scope()) {
                Tensor x = algorithm.sample(state, rows(), here.fork(0));
                Population told = task.evaluate(x);
                S old = state;
                state = scope.keep(algorithm.update(old, told, here.fork(1)));
                on.free(old, state);
            }
        }

        void settle() {
            Contents.of(state, tensor -> tensor.at(0, 0));
        }
    }
}
