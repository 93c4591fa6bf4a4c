package dev.fathom.torch;

import dev.fathom.math.Noise;
import dev.fathom.tensor.Contents;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import dev.fathom.torch.internal.op.DeviceNoise;
import dev.fathom.torch.internal.op.GeneratorNoise;
import dev.fathom.torch.internal.op.Transfer;
import dev.fathom.torch.internal.op.Views;
import dev.fathom.torch.internal.shim.Device;
import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.LibTorch;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Session;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tensors on one device of PyTorch, in double or single precision. [Torch#cpu()] and [Torch#cuda(int)] give one.
///
/// One thread at a time may use it. Memory is freed where a scope closes; what lives outside of scopes is freed some
/// time after nobody holds it any more.
///
/// Runs repeat to the bit on the same device, version of PyTorch and number of threads. They do not give the bits of
/// the heap, because sums are taken in another order.
public final class TorchSubstrate implements Substrate {

    /// The largest number of single precision below 1, for uniform numbers that would be rounded up.
    private static final double BELOW_ONE = Math.nextDown(1f);

    private final LibTorch torch;
    private final Device device;
    private final Dtype dtype;
    private final Source source;
    private final Heap heap;
    private final Session session;

    private TorchSubstrate(LibTorch torch, Device device, Dtype dtype, Source source, Heap heap) {
        this.torch = torch;
        this.device = device;
        this.dtype = dtype;
        this.source = source;
        this.heap = heap;
        session = torch.on(device);
    }

    /// Where random numbers come from.
    private enum Source {
        HEAP(""),
        COUNTERS(", noise of the device"),
        GENERATOR(", noise of the generator");

        private final String words;

        Source(String words) {
            this.words = words;
        }
    }

    /// On the CPU double precision and the heap's noise, on a GPU single precision and noise of its own.
    static TorchSubstrate on(LibTorch torch, Device device) {
        Heap heap = Heap.of(Runtime.getRuntime().availableProcessors());
        if (device.isCpu()) {
            return new TorchSubstrate(torch, device, Dtype.FLOAT64, Source.HEAP, heap);
        }
        TorchSubstrate gpu = new TorchSubstrate(torch, device, Dtype.FLOAT32, Source.COUNTERS, heap);
        return gpu.hasGenerator() ? gpu.from(Source.GENERATOR) : gpu;
    }

    private boolean hasGenerator() {
        return new GeneratorNoise(session).works();
    }

    private TorchSubstrate from(Source other) {
        return new TorchSubstrate(torch, device, dtype, other, heap);
    }

    /// The same in single precision, which GPUs compute many times faster.
    public TorchSubstrate float32() {
        return new TorchSubstrate(torch, device, Dtype.FLOAT32, source, heap);
    }

    /// The same in double precision.
    public TorchSubstrate float64() {
        return new TorchSubstrate(torch, device, Dtype.FLOAT64, source, heap);
    }

    /// The same with the numbers of [Noise] itself, made by the JVM and copied to the device: those of the heap,
    /// rounded in single precision. The default on the CPU.
    public TorchSubstrate heapNoise() {
        return from(Source.HEAP);
    }

    /// The same with noise made on the device from counters, by arithmetic that is the same everywhere: other numbers
    /// than those of the heap, but the same again for the same seed. The default on a GPU whose generator cannot be
    /// seeded.
    public TorchSubstrate deviceNoise() {
        return from(Source.COUNTERS);
    }

    /// The same with noise of the GPU's own generator, many times faster than counters: the same again for the same
    /// seed, kind of GPU and version of PyTorch. The default on a GPU.
    ///
    /// @throws IllegalStateException if it cannot be seeded, as on the CPU
    public TorchSubstrate generatorNoise() {
        if (!hasGenerator()) {
            throw new IllegalStateException("the generator of " + name()
                    + " cannot be seeded, so that runs would not repeat. Maybe deviceNoise()?");
        }
        return from(Source.GENERATOR);
    }

    /// The same with another number of threads on the CPU. PyTorch has one number for the whole process, which is set
    /// now.
    ///
    /// @param threads at least 1
    public TorchSubstrate threads(int threads) {
        torch.setThreads(threads);
        return new TorchSubstrate(torch, device, dtype, source, Heap.of(threads));
    }

    @Override
    public String name() {
        return "torch " + torch.version() + " on " + device + ", " + precision();
    }

    @Override
    public String arithmetic() {
        return "torch " + precision() + (device.isCpu() ? "" : " on cuda") + source.words;
    }

    private String precision() {
        return dtype.name().toLowerCase(Locale.ROOT);
    }

    /// How many tensors are alive, those that only wait for the garbage collector included.
    public long alive() {
        return session.alive();
    }

    /// A tensor around a result of native code, such as a model's. It is freed as if it were made here.
    ///
    /// @param handle the address of libtorch's handle (`AtenTensorHandle`), which belongs to the tensor from now on: a
    ///     matrix `[n×d]`, or `[n]`, which becomes a column; on this device, of real or whole numbers or truths
    public TorchTensor wrap(long handle) {
        Native given = session.adopt(handle);
        return switch (given.dimensions()) {
            case 2 -> settled(given);
            case 1 -> settled(new Views(session).reshape(given, given.size(0), 1));
            default ->
                throw new IllegalArgumentException(
                        "a tensor here is a matrix, but this is " + given + ". Maybe reshape it before?");
        };
    }

    private TorchTensor settled(Native given) {
        boolean other = given.dtype().isFloating() && given.dtype() != dtype;
        return tensor(other ? new Transfer(session).as(dtype, given) : given);
    }

    @Override
    public Tensor full(int rows, int columns, double value) {
        Native target = session.empty(dtype, rows, columns);
        try (Native number = session.scalar(value, dtype);
                Native one = session.empty(dtype, 1, 1)) {
            session.copy(one, number);
            try (Native repeated = new Views(session).expand(one, rows, columns)) {
                session.copy(target, repeated); // from the device, not number by number from here
            }
        }
        return tensor(target);
    }

    @Override
    public Tensor of(double[] values, int rows, int columns) {
        if (values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    values.length + " numbers are not a matrix [" + rows + "×" + columns + "]");
        }
        return tensor(new Transfer(session).upload(values, dtype, rows, columns));
    }

    @Override
    public Tensor gaussian(int rows, int columns, Noise noise) {
        return switch (source) {
            case HEAP -> uploaded(() -> heap.gaussian(rows, columns, noise), Double.POSITIVE_INFINITY);
            case COUNTERS -> tensor(new DeviceNoise(session).gaussian(noise, dtype, rows, columns));
            case GENERATOR -> tensor(new GeneratorNoise(session).gaussian(noise, dtype, rows, columns));
        };
    }

    @Override
    public Tensor uniform(int rows, int columns, Noise noise) {
        double most = dtype == Dtype.FLOAT32 ? BELOW_ONE : 1;
        return switch (source) {
            case HEAP -> uploaded(() -> heap.uniform(rows, columns, noise), most);
            case COUNTERS -> tensor(new DeviceNoise(session).uniform(noise, dtype, rows, columns));
            case GENERATOR -> tensor(new GeneratorNoise(session).uniform(noise, dtype, rows, columns));
        };
    }

    /// Numbers of the heap, none above `most`.
    @SuppressWarnings("try") // a scope works by being open
    private Tensor uploaded(Supplier<Tensor> numbers, double most) {
        try (Scope ignored = heap.scope()) {
            Tensor made = numbers.get();
            double[] values = Heap.array(made);
            for (int k = 0; k < values.length && most < 1; k++) {
                values[k] = Math.min(values[k], most);
            }
            return of(values, made.rows(), made.columns());
        }
    }

    @Override
    public void free(Object value, Object kept) {
        Set<Native> stay = Collections.newSetFromMap(new IdentityHashMap<>());
        natives(kept, stay::add);
        natives(value, mine -> {
            if (!stay.contains(mine)) {
                mine.close();
            }
        });
    }

    /// Visits libtorch's tensors inside a value.
    static void natives(Object value, Consumer<Native> visitor) {
        Contents.of(value, tensor -> {
            if (tensor instanceof TorchTensor mine) {
                visitor.accept(mine.value());
            }
        });
    }

    @Override
    public Scope scope() {
        return new TorchScope(session.open());
    }

    Session session() {
        return session;
    }

    Dtype dtype() {
        return dtype;
    }

    /// Whether tensors of the other one can be used here.
    boolean serves(TorchSubstrate other) {
        return device.equals(other.device) && dtype == other.dtype;
    }

    TorchTensor tensor(Native value) {
        return new TorchTensor(this, value, 0);
    }

    @Override
    public String toString() {
        return name();
    }
}
