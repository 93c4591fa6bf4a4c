package dev.fathom.benchmarks.largescale;

import com.sun.management.ThreadMXBean;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What an algorithm itself costs: processor time of `sample` and `update` per row, and bytes allocated by `start`, for
/// growing numbers of columns, and the exponents with which they grow from 640 columns on.
public final class Growth {

    private static final double SECOND = 1e9;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Growth() {}

    /// @param arguments seconds of processor time for each measurement, numbers of columns, separated by commas, then
    /// registered names, each perhaps with `:` and the
    ///     largest number of columns
    public static void main(String... arguments) {
        double seconds = Double.parseDouble(arguments[0]);
        int[] dims = Arrays.stream(arguments[1].split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        System.out.println("| name | µs per row, d = " + arguments[1].replace(",", ", ")
                + " | exponent | bytes of the state per column | exponent |");
        System.out.println("|---|---|---|---|---|");
        for (String argument : Arrays.copyOfRange(arguments, 2, arguments.length)) {
            String[] parts = argument.split(":");
            int largest = parts.length > 1 ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE;
            System.out.println(
                    row(parts[0], Arrays.stream(dims).filter(d -> d <= largest).toArray(), seconds));
        }
    }

    private static String row(String name, int[] dims, double seconds) {
        Generational<?> algorithm = Named.algorithm(name);
        List<String> times = new ArrayList<>();
        List<String> sizes = new ArrayList<>();
        double[] nanoseconds = new double[dims.length];
        double[] bytes = new double[dims.length];
        for (int i = 0; i < dims.length; i++) {
            bytes[i] = bytes(algorithm, dims[i]);
            nanoseconds[i] = nanosecondsPerRow(algorithm, dims[i], seconds);
            times.add(number(nanoseconds[i] / 1000));
            sizes.add(number(bytes[i] / dims[i]));
        }
        return "| " + name + " | " + String.join(", ", times) + " | " + exponent(dims, nanoseconds) + " | "
                + String.join(", ", sizes) + " | " + exponent(dims, bytes) + " |";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    /// Slope of the least-squares line through log y over log d, for d ≥ 640.
    private static String exponent(int[] dims, double[] y) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] >= 640) {
                double logX = Math.log(dims[i]);
                n++;
                sumX += logX;
                sumY += Math.log(y[i]);
                sumXx += logX * logX;
                sumXy += logX * Math.log(y[i]);
            }
        }
        double slope = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
        return n < 2 ? "" : String.format(Locale.ROOT, "%.2f", slope);
    }

    private static <S> double bytes(Generational<S> algorithm, int d) {
        Shape shape = Shape.reals(d);
        long id = Thread.currentThread().threadId();
        long used = 0;
        for (int i = 0; i < 2; i++) { // the first call loads classes
            long before = THREADS.getThreadAllocatedBytes(id);
            S state = algorithm.start(shape, Rng.of(1));
            used = THREADS.getThreadAllocatedBytes(id) - before;
            if (algorithm.size(state) < 1) {
                throw new IllegalStateException("no rows");
            }
        }
        return used;
    }

    /// After twice those seconds, or 300 generations, in which code is compiled and memories of directions are filled.
    private static <S> double nanosecondsPerRow(Generational<S> algorithm, int d, double seconds) {
        Search<S> search = new Search<>(algorithm, d);
        search.generations(300, 2 * seconds * SECOND);
        search.reset();
        search.generations(100_000, seconds * SECOND);
        return search.nanosecondsPerRow();
    }

    /// A search on the sphere function, whose own cost is counted.
    private static final class Search<S> {
        private final Generational<S> algorithm;
        private final Rng rng = Rng.of(1);
        private final Population population;
        private S state;
        private long spent;
        private long rows;

        Search(Generational<S> algorithm, int d) {
            this.algorithm = algorithm;
            double[] start = new double[d];
            Arrays.fill(start, 3);
            Shape shape = Shape.reals(d);
            state = algorithm.start(shape.withStart(shape.start().at(start)), rng);
            population = new Population(algorithm.size(state), d, algorithm.notes(shape), TestFunction.SPHERE);
        }

        void generations(int most, double nanoseconds) {
            for (int i = 0; i < most && spent < nanoseconds; i++) {
                long begin = THREADS.getCurrentThreadCpuTime();
                algorithm.sample(state, population.batch(), rng);
                spent += THREADS.getCurrentThreadCpuTime() - begin;
                population.evaluate();
                begin = THREADS.getCurrentThreadCpuTime();
                state = algorithm.update(state, population.batch(), rng);
                spent += THREADS.getCurrentThreadCpuTime() - begin;
                rows += population.batch().size();
            }
        }

        void reset() {
            spent = 0;
            rows = 0;
        }

        double nanosecondsPerRow() {
            return (double) spent / rows;
        }
    }
}
