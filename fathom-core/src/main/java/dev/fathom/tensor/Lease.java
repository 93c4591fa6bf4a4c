package dev.fathom.tensor;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A scope of heap tensors: the arrays handed out since it was opened go back to the shelf when it closes.
final class Lease implements Substrate.Scope {

    private final ThreadLocal<Lease> current;
    private final @Nullable Lease outer;
    private final Shelf shelf;
    private final Set<double[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean closed;

    Lease(ThreadLocal<Lease> current, @Nullable Lease outer, Shelf shelf) {
        this.current = current;
        this.outer = outer;
        this.shelf = shelf;
    }

    Shelf shelf() {
        return shelf;
    }

    boolean isClosed() {
        return closed;
    }

    double[] take(int length) {
        double[] array = shelf.take(length);
        arrays.add(array);
        return array;
    }

    @Override
    public <V> V keep(V value) {
        Contents.of(value, tensor -> {
            if (tensor instanceof HeapTensor heap && heap.lease() == this) {
                if (arrays.remove(heap.data()) && outer != null) {
                    outer.arrays.add(heap.data());
                }
                heap.moveTo(outer);
            }
        });
        return value;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            arrays.forEach(shelf::put);
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
        }
    }
}
