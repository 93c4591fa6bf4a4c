package dev.fathom.torch.internal.shim;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// The random numbers that libtorch makes by itself on one device.
///
/// Its C functions cannot seed them. For GPUs a C++ function of the library does, `torch::cuda::manual_seed_all`, which
/// takes a number and gives nothing, so that it can be called like a C function; for the CPU there is none.
final class Generator {

    private static final String SEED = "_ZN5torch4cuda15manual_seed_allEm";

    private final Shim shim;
    private final Device device;
    private final Optional<MemorySegment> seed;
    private final Optional<MemorySegment> normal;
    private final Optional<MemorySegment> uniform;

    Generator(Symbols symbols, Shim shim, Device device) {
        this.shim = shim;
        this.device = device;
        seed = symbols.find(SEED);
        normal = symbols.find("aoti_torch_" + device.prefix() + "randn");
        uniform = symbols.find("aoti_torch_" + device.prefix() + "rand");
    }

    /// Whether this libtorch exports what it takes.
    boolean exists() {
        return seed.isPresent() && normal.isPresent() && uniform.isPresent();
    }

    /// Begins the numbers of all GPUs anew; does nothing to those of the CPU.
    void seed(long number) {
        MemorySegment function = seed.orElseThrow();
        Calls.status(() -> {
            Calls.SEED.invokeExact(function, number);
            return 0;
        });
    }

    long normal(Dtype dtype, long[] sizes) {
        return random("randn", normal.orElseThrow(), dtype, sizes);
    }

    long uniform(Dtype dtype, long[] sizes) {
        return random("rand", uniform.orElseThrow(), dtype, sizes);
    }

    private long random(String name, MemorySegment function, Dtype dtype, long[] sizes) {
        Scratch s = shim.scratch();
        int status = Calls.status(() -> (int) Calls.RANDOM.invokeExact(
                function,
                s.sizes(sizes),
                (long) sizes.length,
                s.number(dtype.code(), 0),
                0L,
                s.number(device.type(), 1),
                device.index(),
                0L,
                s.result()));
        if (status != 0) {
            throw Dispatcher.refused(name, dtype, sizes.length + " dimensions");
        }
        return s.resultLong();
    }
}
