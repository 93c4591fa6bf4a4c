package dev.fathom.torch.internal.shim;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A tensor of libtorch with up to three dimensions. Its memory is freed by the [Scope] it was made in, by [#close()],
/// or
/// some time after nobody holds it any more.
public final class Native implements AutoCloseable {

    private final Handle handle;
    private final Dtype dtype;
    private final long[] sizes;
    private final long[] strides;

    Native(Handle handle, Dtype dtype, long[] sizes, long[] strides) {
        this.handle = handle;
        this.dtype = dtype;
        this.sizes = sizes;
        this.strides = strides;
    }

    public Dtype dtype() {
        return dtype;
    }

    public int dimensions() {
        return sizes.length;
    }

    public long size(int dimension) {
        return sizes[dimension];
    }

    public long stride(int dimension) {
        return strides[dimension];
    }

    /// How many numbers it has.
    public long count() {
        long count = 1;
        for (long size : sizes) {
            count *= size;
        }
        return count;
    }

    long bytes() {
        return count() * dtype.bytes();
    }

    /// Whether the numbers lie one after the other, the last dimension fastest.
    public boolean isContiguous() {
        long expected = 1;
        for (int k = sizes.length - 1; k >= 0; k--) {
            if (sizes[k] != 1 && strides[k] != expected) {
                return false;
            }
            expected *= sizes[k];
        }
        return true;
    }

    public boolean isFreed() {
        return handle.address() == 0;
    }

    /// Frees its memory now.
    @Override
    public void close() {
        handle.run();
    }

    /// Such as `[3×4] float64`.
    @Override
    public String toString() {
        return IntStream.range(0, sizes.length)
                .mapToObj(k -> Long.toString(sizes[k]))
                .collect(Collectors.joining("×", "[", "] " + dtype.name().toLowerCase(Locale.ROOT)));
    }

    Handle handle() {
        return handle;
    }

    /// @throws IllegalStateException if it is freed
    long address() {
        long address = handle.address();
        if (address == 0) {
            throw new IllegalStateException("The tensor " + this
                    + " was freed with its generation. Maybe keep it, or copy what is needed out of it?");
        }
        return address;
    }
}
