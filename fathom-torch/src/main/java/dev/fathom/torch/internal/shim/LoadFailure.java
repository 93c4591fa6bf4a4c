package dev.fathom.torch.internal.shim;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// Why a library cannot be loaded: the JDK says only that it cannot, the system's loader also names the library that is
/// missing.
final class LoadFailure {

    private static final int NOW = 2;

    private LoadFailure() {}

    /// What the loader says when it tries again; empty where there is no such loader.
    static Optional<String> reason(Path library) {
        SymbolLookup system = Linker.nativeLinker().defaultLookup();
        return system.find("dlopen")
                .flatMap(open -> system.find("dlerror").flatMap(error -> reason(library, open, error)));
    }

    private static Optional<String> reason(Path library, MemorySegment open, MemorySegment error) {
        MethodHandle dlopen = link(JAVA_LONG, JAVA_INT);
        MethodHandle dlerror = link();
        long[] text = new long[1];
        try (Arena arena = Arena.ofConfined()) {
            long path = arena.allocateFrom(library.toString()).address();
            Calls.status(() -> {
                long opened = (long) dlopen.invokeExact(open, path, NOW);
                text[0] = opened == 0 ? (long) dlerror.invokeExact(error) : 0;
                return 0;
            });
        }
        return text[0] == 0
                ? Optional.empty()
                : Optional.of(MemorySegment.ofAddress(text[0])
                        .reinterpret(Long.MAX_VALUE)
                        .getString(0));
    }

    private static MethodHandle link(MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(JAVA_LONG, arguments));
    }
}
