package dev.fathom.tensor;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A function applied to the parts of a tensor, each within a scope of its own.
final class Parts {

    private final Heap heap;
    private final Tensor x;
    private final int block;
    private final Heap.ByRows function;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable HeapTensor> results = new AtomicReference<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Parts(Heap heap, Tensor x, int block, Heap.ByRows function) {
        this.heap = heap;
        this.x = x;
        this.block = block;
        this.function = function;
    }

    /// @param shelves one for each thread; none if the calling thread does all
    Tensor results(ForkJoinPool pool, List<Shelf> shelves) throws Exception {
        part(0); // it tells how wide the results are
        if (shelves.isEmpty()) {
            work(heap::scope);
        } else {
            pool.invoke(ForkJoinTask.adapt(() -> ForkJoinTask.invokeAll(shelves.stream()
                    .map(shelf -> ForkJoinTask.adapt(() -> work(() -> heap.scope(shelf))))
                    .toList())));
        }
        Exception thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
        return Objects.requireNonNull(results.get());
    }

    @SuppressWarnings("try") // a scope works by being open
    private void work(Supplier<Substrate.Scope> scopes) {
        int parts = (x.rows() + block - 1) / block;
        for (int k = next.incrementAndGet(); k < parts && failure.get() == null; k = next.incrementAndGet()) {
            try (Substrate.Scope ignored = scopes.get()) {
                part(k);
            } catch (Exception e) {
                failure.compareAndSet(null, e);
            }
        }
    }

    private void part(int k) throws Exception {
        int from = k * block;
        int to = Math.min(x.rows(), from + block);
        Tensor part = function.of(x.rows(from, to));
        if (part.rows() != to - from) {
            throw new IllegalStateException("the function gave [" + part.rows() + "×" + part.columns() + "] for "
                    + (to - from) + " rows. Maybe a sum over columns is missing: rowSums()?");
        }
        HeapTensor all = results.get();
        if (all == null) {
            all = heap.make(x.rows(), part.columns());
            results.set(all);
        }
        double[] numbers = Heap.array(part);
        System.arraycopy(numbers, 0, all.data(), from * part.columns(), numbers.length);
    }
}
