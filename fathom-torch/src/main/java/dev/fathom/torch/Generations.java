package dev.fathom.torch;

import dev.fathom.Stop;
import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.tensor.Contents;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How long a generation takes on a device, beside the least time that its memory allows.
///
/// ```
/// java -cp … --enable-native-access=ALL-UNNAMED dev.fathom.torch.Generations cuda 1000000 SNES 100
/// ```
///
/// The floor: the points are written once and read twice, by the objective and by the update; that many bytes at the
/// speed at which the device copies a tensor of the same size.
///
/// @param algorithm what searches
/// @param on where
/// @param task what is searched
record Generations<S extends Record>(Vectorized<S> algorithm, TorchSubstrate on, Task task) {

    private static final int WARM_UP = 3;
    private static final int BLOCKS = 3;
    private static final double LEAST_SECONDS = 0.3;
    private static final int MOST = 50;

    /// Prints a table for populations 1 000, 10 000, … and the largest.
    ///
    /// @param arguments device (`cpu`, `cuda`, `cuda:1`), largest population, optimizer, and the dimension of
    ///     Rastrigin's function or `kursawe`, which has two objectives; by default `cpu`, 100 000, SNES and 100
    public static void main(String[] arguments) {
        TorchSubstrate on = device(argument(arguments, 0, "cpu"));
        int largest = Integer.parseInt(argument(arguments, 1, "100000"));
        String name = argument(arguments, 2, "SNES");
        Task task = Task.of(argument(arguments, 3, "100"));
        of(vectorized(name, Catalog.entry(name).recipe()), on, task).table(largest, name, System.out);
    }

    // Gives the wildcard of the state a name.
    private static <S extends Record> Generations<S> of(Vectorized<S> algorithm, TorchSubstrate on, Task task) {
        return new Generations<>(algorithm, on, task);
    }

    private static String argument(String[] arguments, int k, String otherwise) {
        return k < arguments.length ? arguments[k] : otherwise;
    }

    private static TorchSubstrate device(String name) {
        if (name.equals("cpu")) {
            return Torch.cpu().float32();
        }
        if (!name.matches("cuda(:[0-9]+)?")) {
            throw new IllegalArgumentException("there is no device " + name + ". Maybe cpu, cuda or cuda:1?");
        }
        return Torch.cuda(name.equals("cuda") ? 0 : Integer.parseInt(name.substring(5)));
    }

    private static Vectorized<?> vectorized(String name, Recipe recipe) {
        if (recipe instanceof Recipe.Restart restart) {
            return vectorized(name, restart.recipe());
        }
        if (recipe instanceof Recipe.Use use && use.algorithm() instanceof Vectorized<?> vectorized) {
            return vectorized;
        }
        throw new IllegalArgumentException(name + " is not written over tensors. Maybe SNES or PGPE?");
    }

    /// What was measured for one population, in seconds for each generation.
    ///
    /// @param rows λ
    /// @param study the same with the engine around it, which counts results and keeps the best row
    /// @param noise what its normal numbers alone take
    /// @param floor the least time
    /// @param bandwidth of copies, bytes per second
    record Measured(int rows, double generation, double study, double noise, double floor, double bandwidth) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "%10d %14.4f %14.4f %9.4f %9.4f %13.1f %% %12.1f",
                    rows,
                    1e3 * generation,
                    1e3 * study,
                    1e3 * noise,
                    1e3 * floor,
                    100 * floor / generation,
                    bandwidth / 1e9);
        }
    }

    void table(int largest, String name, PrintStream out) {
        out.println(name + " on " + task.name() + ", " + on.name() + " (" + on.arithmetic() + ")");
        out.println("population  generation ms  in a study ms  noise ms  floor ms  share of floor  copies GB/s");
        for (int rows = 1000; rows < largest; rows *= 10) {
            out.println(measure(rows).line());
        }
        out.println(measure(largest).line());
    }

    Measured measure(int population) {
        Course course = new Course(population);
        int rows = course.rows();
        double generation = seconds(course::generation, course::settle);
        Noise noise = new Noise(1);
        double gaussian = seconds(() -> apart(() -> on.gaussian(rows, task.dimension(), noise)), this::settle);
        double copy = copy(rows);
        long bytes = (long) rows * task.dimension() * on.dtype().bytes();
        double bandwidth = 2 * bytes / copy;
        double study = study(population, Math.clamp((int) (3 * LEAST_SECONDS / generation), 10, MOST));
        return new Measured(rows, generation, study, gaussian, 3 * bytes / bandwidth, bandwidth);
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
