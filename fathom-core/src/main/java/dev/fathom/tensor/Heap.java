package dev.fathom.tensor;

import dev.fathom.math.Noise;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tensors as `double[]` arrays on the heap: the substrate that is always there.
///
/// The same numbers come out whatever the number of threads and whether or not SIMD is enabled: rows are cut into
/// blocks
/// that depend on the shape alone, sums are taken within blocks and then over blocks in order, and [Elementary]
/// functions
/// are written out. Arrays of a closed scope are used again, so that a search that goes round within scopes allocates
/// nothing.
public final class Heap implements Substrate {

    /// Numbers in a block, about half of a first-level cache.
    private static final int BLOCK = 2048;
    /// Numbers in a part that a function is given at a time: with a few results beside it, a second-level cache holds
    /// it.
    private static final int PART = 1 << 13;
    /// Numbers below which threads cost more than they bring.
    private static final int LARGE = 1 << 16;

    private final int threads;
    private final ForkJoinPool pool;
    private final Shelf shelf = new Shelf();
    /// Those of the threads; none if there is but one.
    private final List<Shelf> shelves;

    @SuppressWarnings("ThreadLocalUsage") // the scopes of one heap are not those of another
    private final ThreadLocal<Lease> leases = new ThreadLocal<>();

    private Heap(int threads) {
        this.threads = threads;
        pool = threads == 1 ? ForkJoinPool.commonPool() : new ForkJoinPool(threads);
        shelves = threads == 1
                ? List.of()
                : Stream.generate(Shelf::new).limit(threads).toList();
    }

    /// A heap whose large verbs use several threads.
    ///
    /// @param threads at least 1
    /// @throws IllegalArgumentException if there are fewer
    public static Heap of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a substrate needs at least one thread, but has " + threads
                    + ". Maybe Runtime.getRuntime().availableProcessors()?");
        }
        return new Heap(threads);
    }

    /// A heap whose verbs use the thread that calls them.
    public static Heap single() {
        return new Heap(1);
    }

    /// Which form the loops have: `plain loops`, or `SIMD with 4 lanes` where the JDK's Vector API is enabled.
    public static String loops() {
        return Kernels.CHOSEN.name();
    }

    /// Number of threads.
    public int threads() {
        return threads;
    }

    @Override
    public String name() {
        return "heap, " + threads + (threads == 1 ? " thread, " : " threads, ") + loops();
    }

    @Override
    public String arithmetic() {
        return "float64";
    }

    /// A tensor around an array, which is neither copied nor used again: what is written to it shows.
    ///
    /// @param values `[rows·columns]`, row-major
    public Tensor wrap(double[] values, int rows, int columns) {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(
                    values.length + " numbers are not a matrix [" + rows + "×" + columns + "]");
        }
        return new HeapTensor(this, values, 0, rows, columns, null);
    }

    /// The array of a tensor of this substrate: the numbers themselves where it is the whole array, else a copy.
    ///
    /// @return `[n·d]`, row-major; not to be kept beyond the tensor's scope
    public static double[] array(Tensor x) {
        return x instanceof HeapTensor tensor ? tensor.array() : x.toArray();
    }

    @Override
    public Tensor full(int rows, int columns, double value) {
        HeapTensor out = make(rows, columns);
        Arrays.fill(out.data(), value);
        return out;
    }

    @Override
    public Tensor of(double[] values, int rows, int columns) {
        return wrap(values.clone(), rows, columns);
    }

    @Override
    public Tensor gaussian(int rows, int columns, Noise noise) {
        HeapTensor out = make(rows, columns);
        double[] data = out.data();
        blocks(rows * columns, 1, (from, to) -> Draws.gaussian(noise, from, data, from, to - from));
        return out;
    }

    @Override
    public Tensor normal(Tensor mean, Tensor deviation, int rows, Noise noise) {
        HeapTensor m = HeapTensor.on(mean);
        HeapTensor s = HeapTensor.on(deviation);
        int d = m.columns();
        if (s.rows() != m.rows() || s.columns() != d || rows % m.rows() != 0) {
            return Substrate.super.normal(mean, deviation, rows, noise);
        }
        HeapTensor out = make(rows, d);
        int block = blockRows(d);
        blocks(rows, d, (from, to) -> {
            for (int i = from; i < to; i += block) {
                int end = Math.min(to, i + block);
                Draws.gaussian(noise, (long) i * d, out.data(), i * d, (end - i) * d);
                Fused.affine(out, s, m, rows / m.rows(), out, i, end);
            }
        });
        return out;
    }

    @Override
    public Tensor uniform(int rows, int columns, Noise noise) {
        HeapTensor out = make(rows, columns);
        double[] data = out.data();
        blocks(rows * columns, 1, (from, to) -> Draws.uniform(noise, from, data, from, to - from));
        return out;
    }

    @Override
    public Scope scope() {
        Lease outer = leases.get();
        return scope(outer == null ? shelf : outer.shelf());
    }

    /// A scope of this thread that takes its arrays from a shelf, which it leaves for the next one.
    Scope scope(Shelf shelf) {
        Lease lease = new Lease(leases, leases.get(), shelf);
        leases.set(lease);
        return lease;
    }

    /// A tensor whose numbers are anything.
    HeapTensor make(int rows, int columns) {
        int count = Math.multiplyExact(rows, columns);
        Lease lease = leases.get();
        double[] data = lease == null ? new double[count] : lease.take(count);
        return new HeapTensor(this, data, 0, rows, columns, lease);
    }

    /// Part of the work, a range of rows.
    @FunctionalInterface
    interface Part {
        void run(int from, int to);
    }

    /// How many rows of `columns` numbers are a block.
    static int blockRows(int columns) {
        return Math.max(1, BLOCK / Math.max(1, columns));
    }

    /// Does all rows, on several threads where that pays.
    void blocks(int rows, int columns, Part part) {
        if (threads == 1 || (long) rows * columns < LARGE) {
            part.run(0, rows);
            return;
        }
        int block = blockRows(columns);
        int pieces = Math.min(4 * threads, (rows + block - 1) / block);
        int size = (((rows + pieces - 1) / pieces) + block - 1) / block * block; // whole blocks
        pool.invoke(ForkJoinTask.adapt(() -> ForkJoinTask.invokeAll(IntStream.range(0, (rows + size - 1) / size)
                .mapToObj(k -> ForkJoinTask.adapt(() -> part.run(k * size, Math.min(rows, (k + 1) * size))))
                .toList())));
    }

    /// What makes results of rows.
    @FunctionalInterface
    public interface ByRows {

        /// The results `[m×e]` of some rows `[m×d]`.
        Tensor of(Tensor rows) throws Exception;
    }

    /// Applies a function whose results depend on single rows to parts of a tensor that fit a cache, on all threads.
    ///
    /// @param x `[n×d]`
    /// @return the results, put together `[n×e]`
    /// @throws Exception the first one of the function's
    public Tensor byRows(Tensor x, ByRows function) throws Exception {
        int block = Math.max(1, PART / Math.max(1, x.columns()));
        if (x.rows() <= block) {
            return function.of(x);
        }
        return new Parts(this, x, block, function).results(pool, shelves);
    }
}
