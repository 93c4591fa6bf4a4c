package dev.fathom.torch.internal.shim;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/// The C functions of libtorch that make, read and free tensors. A tensor is the address of a handle.
///
/// Every call that fails throws; the reason stands on the standard error stream, where libtorch writes it, because the
/// C
/// functions return a number only.
final class Shim {

    private static final String PREFIX = "aoti_torch_";

    private final ThreadLocal<Scratch> scratch;
    private final MemorySegment empty;
    private final MemorySegment delete;
    private final MemorySegment reference;
    private final MemorySegment data;
    private final MemorySegment dimension;
    private final MemorySegment sizes;
    private final MemorySegment strides;
    private final MemorySegment dtype;
    private final MemorySegment view;
    private final MemorySegment copy;
    private final MemorySegment scalarDouble;
    private final MemorySegment scalarFloat;
    private final MemorySegment scalarLong;

    Shim(Symbols symbols) {
        MemorySegment gradients = symbols.need(PREFIX + "grad_mode_set_enabled");
        scratch = ThreadLocal.withInitial(() -> firstUse(gradients));
        empty = symbols.need(PREFIX + "empty_strided");
        delete = symbols.need(PREFIX + "delete_tensor_object");
        reference = symbols.need(PREFIX + "new_tensor_handle");
        data = symbols.need(PREFIX + "get_data_ptr");
        dimension = symbols.need(PREFIX + "get_dim");
        sizes = symbols.need(PREFIX + "get_sizes");
        strides = symbols.need(PREFIX + "get_strides");
        dtype = symbols.need(PREFIX + "get_dtype");
        view = symbols.need(PREFIX + "_reinterpret_tensor");
        copy = symbols.need(PREFIX + "copy_");
        scalarDouble = symbols.need(PREFIX + "scalar_to_tensor_float64");
        scalarFloat = symbols.need(PREFIX + "scalar_to_tensor_float32");
        scalarLong = symbols.need(PREFIX + "scalar_to_tensor_int64");
    }

    /// Whether gradients are recorded is a matter of each thread; Fathom needs none.
    private static Scratch firstUse(MemorySegment gradients) {
        Calls.status(() -> {
            Calls.SET_FLAG.invokeExact(gradients, false);
            return 0;
        });
        return new Scratch();
    }

    Scratch scratch() {
        return scratch.get();
    }

    /// A new tensor whose numbers are not set.
    long empty(long[] size, long[] stride, Dtype type, Device device) {
        Scratch s = scratch();
        int status = Calls.status(() -> (int) Calls.EMPTY.invokeExact(
                empty,
                (long) size.length,
                s.sizes(size),
                s.strides(stride),
                type.code(),
                device.type(),
                device.index(),
                s.result()));
        return result(status, "empty_strided", s);
    }

    /// A second handle of the same tensor.
    long reference(long tensor) {
        return two(reference, tensor, "new_tensor_handle");
    }

    /// Where the first number lies: on the CPU, an address of this process.
    long data(long tensor) {
        return two(data, tensor, "get_data_ptr");
    }

    long[] sizes(long tensor) {
        return numbers(sizes, tensor, "get_sizes");
    }

    long[] strides(long tensor) {
        return numbers(strides, tensor, "get_strides");
    }

    Dtype dtype(long tensor) {
        two(dtype, tensor, "get_dtype");
        return Dtype.of(scratch().resultInt());
    }

    /// The same numbers with other sizes and strides, beginning `offset` numbers later.
    long view(long tensor, long[] size, long[] stride, long offset) {
        Scratch s = scratch();
        int status = Calls.status(() -> (int) Calls.VIEW.invokeExact(
                view, tensor, (long) size.length, s.sizes(size), s.strides(stride), offset, s.result()));
        return result(status, "_reinterpret_tensor", s);
    }

    /// Overwrites the numbers of `to`, which may lie on another device or be of another type.
    void copy(long to, long from) {
        check(Calls.status(() -> (int) Calls.COPY.invokeExact(copy, to, from, 0)), "copy_");
    }

    void delete(long tensor) {
        check(Calls.status(() -> (int) Calls.ONE.invokeExact(delete, tensor)), "delete_tensor_object");
    }

    /// A tensor without dimensions on the CPU; arithmetic takes it together with tensors of any device.
    long scalar(double value, Dtype type) {
        Scratch s = scratch();
        int status = switch (type) {
            case FLOAT32 ->
                Calls.status(() -> (int) Calls.SCALAR_FLOAT.invokeExact(scalarFloat, (float) value, s.result()));
            default -> Calls.status(() -> (int) Calls.SCALAR_DOUBLE.invokeExact(scalarDouble, value, s.result()));
        };
        return result(status, "scalar_to_tensor", s);
    }

    long scalar(long value) {
        return two(scalarLong, value, "scalar_to_tensor_int64");
    }

    private long two(MemorySegment function, long first, String name) {
        Scratch s = scratch();
        return result(Calls.status(() -> (int) Calls.TWO.invokeExact(function, first, s.result())), name, s);
    }

    private long[] numbers(MemorySegment function, long tensor, String name) {
        int count = (int) two(dimension, tensor, "get_dim");
        long address = two(function, tensor, name);
        return count == 0
                ? new long[0]
                : MemorySegment.ofAddress(address).reinterpret(8L * count).toArray(JAVA_LONG);
    }

    private static long result(int status, String name, Scratch s) {
        check(status, name);
        return s.resultLong();
    }

    private static void check(int status, String name) {
        if (status != 0) {
            throw new IllegalStateException("PyTorch refused " + PREFIX + name
                    + "; it wrote the reason to the standard error stream. Maybe memory is exhausted?");
        }
    }
}
