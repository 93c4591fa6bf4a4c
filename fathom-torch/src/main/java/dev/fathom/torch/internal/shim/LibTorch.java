package dev.fathom.torch.internal.shim;

import dev.fathom.torch.TorchMissingException;
import dev.fathom.torch.internal.find.Library;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.util.OptionalLong;

/// An opened libtorch: what holds for all devices and sessions.
public final class LibTorch {

    private static final String GPUS = "_ZN5torch4cuda12device_countEv";
    private static final String THREADS = "_ZN2at15set_num_threadsEi";
    private static final String ABI = "aoti_torch_abi_version";

    private final Symbols symbols;
    private final Shim shim;
    private final Dispatcher dispatcher;
    private final Cleaner cleaner = Cleaner.create();
    private final int gpus;

    private LibTorch(Symbols symbols) {
        this.symbols = symbols;
        shim = new Shim(symbols);
        dispatcher = new Dispatcher(symbols, shim);
        gpus = symbols.hasCudaParts() ? (int) number(symbols, GPUS).orElse(0) : 0;
    }

    /// @throws TorchMissingException if it cannot be loaded, or lacks a function that Fathom needs
    public static LibTorch open(Library library) {
        return new LibTorch(Symbols.open(library));
    }

    public Library library() {
        return symbols.library();
    }

    /// How many CUDA devices it sees; 0 without its parts for CUDA or without a driver.
    public int gpus() {
        return gpus;
    }

    /// Such as `2.7.1`: what files beside the library say, else what the library itself says of its C functions.
    public String version() {
        long abi = number(symbols, ABI).orElse(0);
        boolean known = !library().version().startsWith("unknown");
        return known || abi >>> 56 == 0
                ? library().version()
                : (abi >>> 56) + "." + (abi >>> 48 & 0xFF) + "." + (abi >>> 40 & 0xFF);
    }

    /// How many threads an operator on the CPU may use.
    ///
    /// @return whether this libtorch lets it be set
    public boolean setThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "PyTorch cannot compute with " + threads + " threads. Maybe 1, or the number of cores?");
        }
        var function = symbols.find(THREADS);
        function.ifPresent(address -> Calls.status(() -> {
            Calls.SET_COUNT.invokeExact(address, threads);
            return 0;
        }));
        return function.isPresent();
    }

    /// A session on a device. One thread at a time may use it.
    ///
    /// @throws TorchMissingException if this libtorch does not see the device
    public Session on(Device device) {
        if (!device.isCpu() && device.index() >= gpus) {
            throw new TorchMissingException(library() + " sees " + gpus + " GPUs, so there is no " + device
                    + ". Maybe it is a build for the CPU only, or the driver is older than it needs?");
        }
        Direct direct = new Direct(symbols, shim, device);
        Generator generator = new Generator(symbols, shim, device);
        return new Session(shim, dispatcher, direct, generator, cleaner, device);
    }

    private static OptionalLong number(Symbols symbols, String name) {
        return symbols.find(name).map(LibTorch::number).orElse(OptionalLong.empty());
    }

    private static OptionalLong number(MemorySegment function) {
        long[] count = new long[1];
        Calls.status(() -> {
            count[0] = (long) Calls.COUNT.invokeExact(function);
            return 0;
        });
        return OptionalLong.of(count[0]);
    }
}
