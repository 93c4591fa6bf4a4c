package dev.fathom.torch.internal.shim;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/// Makes tensors on one device and calls operators on them. One thread at a time may use it.
public final class Session {

    private final Shim shim;
    private final Dispatcher dispatcher;
    private final Direct direct;
    private final Generator generator;
    private final Cleaner cleaner;
    private final Device device;
    private final Living living = new Living();
    private @Nullable Scope innermost;

    Session(Shim shim, Dispatcher dispatcher, Direct direct, Generator generator, Cleaner cleaner, Device device) {
        this.shim = shim;
        this.dispatcher = dispatcher;
        this.direct = direct;
        this.generator = generator;
        this.cleaner = cleaner;
        this.device = device;
    }

    public Device device() {
        return device;
    }

    /// Opens a scope, which owns what is made from now on until it closes.
    public Scope open() {
        Scope scope = new Scope(this, innermost);
        innermost = scope;
        return scope;
    }

    /// Calls an operator with one result.
    public Native call(Operator operator, @Nullable Object... arguments) {
        return adopt(dispatcher.call(operator, 1, arguments)[0]);
    }

    /// Calls an operator with two results.
    public Native[] callForTwo(Operator operator, @Nullable Object... arguments) {
        long[] addresses = dispatcher.call(operator, 2, arguments);
        return new Native[] {adopt(addresses[0]), adopt(addresses[1])};
    }

    /// A contiguous tensor on this session's device whose numbers are not set.
    public Native empty(Dtype dtype, long... sizes) {
        return empty(device, dtype, sizes);
    }

    /// A contiguous tensor on another device.
    public Native empty(Device where, Dtype dtype, long... sizes) {
        return adopt(shim.empty(sizes, contiguous(sizes), dtype, where));
    }

    /// The same numbers with other sizes and strides, beginning `offset` numbers later; a stride of 0 repeats them.
    public Native view(Native tensor, long[] sizes, long[] strides, long offset) {
        return adopt(borrow(tensor, address -> shim.view(address, sizes, strides, offset)));
    }

    /// A number that goes together with tensors of real numbers on any device.
    public Native scalar(double value, Dtype dtype) {
        return adopt(shim.scalar(value, dtype));
    }

    /// A number that goes together with tensors of whole numbers on any device.
    public Native scalar(long value) {
        return adopt(shim.scalar(value));
    }

    /// a + αb for real numbers.
    public Native add(Native a, Native b, double alpha) {
        return adopt(direct.add(a, b, alpha));
    }

    /// a + b for real numbers.
    public Native add(Native a, double b) {
        return adopt(direct.add(a, b));
    }

    /// a · b; a tensor of whole numbers becomes one of real numbers.
    public Native multiply(Native a, double b) {
        return adopt(direct.multiply(a, b));
    }

    /// The tensors one after the other along a dimension.
    public Native concatenate(int dimension, Native... parts) {
        return adopt(direct.concatenate(parts, dimension));
    }

    /// Whether libtorch exports functions that seed and draw random numbers. On the CPU they do not seed.
    public boolean hasGenerator() {
        return generator.exists();
    }

    /// Begins the device's own random numbers anew.
    public void seed(long number) {
        generator.seed(number);
    }

    /// Standard normal numbers of the device's own generator.
    public Native normal(Dtype dtype, long... sizes) {
        return adopt(generator.normal(dtype, sizes));
    }

    /// Numbers of the device's own generator, uniform in `[0, 1)`.
    public Native uniform(Dtype dtype, long... sizes) {
        return adopt(generator.uniform(dtype, sizes));
    }

    /// Overwrites the numbers of `to`, which may lie on another device or be of another type.
    public void copy(Native to, Native from) {
        borrow(
                to,
                target -> borrow(from, source -> {
                    shim.copy(target, source);
                    return 0;
                }));
    }

    /// How many of its tensors are not freed yet.
    public long alive() {
        return living.tensors();
    }

    /// The address of libtorch's own handle, for native code; it stays this tensor's.
    public long handle(Native tensor) {
        return tensor.address();
    }

    /// A second handle of the same tensor, which the caller must hand on or free.
    public long reference(Native tensor) {
        return borrow(tensor, shim::reference);
    }

    /// Where the first number lies, on the device.
    public long data(Native tensor) {
        return borrow(tensor, shim::data);
    }

    /// The numbers of a contiguous tensor on the CPU, valid as long as the tensor is not freed.
    public MemorySegment memory(Native tensor) {
        return MemorySegment.ofAddress(data(tensor)).reinterpret(tensor.bytes());
    }

    void leave(Scope scope, @Nullable Scope outer) {
        if (innermost == scope) {
            innermost = outer;
        } else if (innermost != null) {
            throw new IllegalStateException(
                    "A scope of tensors was closed while one inside it is open. Maybe close the inner one first?");
        }
    }

    /// The tensor of a handle of libtorch. From here on it is freed with the innermost scope, or when nobody holds it.
    public Native adopt(long address) {
        Handle handle = new Handle(shim, living, address);
        Native tensor = new Native(handle, shim.dtype(address), shim.sizes(address), shim.strides(address));
        cleaner.register(tensor, handle);
        if (innermost == null) {
            handle.loosen(tensor.bytes());
        } else {
            innermost.own(handle);
        }
        return tensor;
    }

    private static long[] contiguous(long[] sizes) {
        long[] strides = new long[sizes.length];
        long stride = 1;
        for (int k = sizes.length - 1; k >= 0; k--) {
            strides[k] = stride;
            stride *= sizes[k];
        }
        return strides;
    }

    private interface Use {
        long with(long address);
    }

    /// Keeps the tensor from being collected while its address is used.
    private static long borrow(Native tensor, Use use) {
        try {
            return use.with(tensor.address());
        } finally {
            Reference.reachabilityFence(tensor);
        }
    }
}
