package dev.fathom.torch.internal.shim;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Calls any operator whose arguments are tensors, whole numbers, truth values, types, or one of them or nothing. The
/// arguments and afterwards the results are 64-bit words on a stack.
final class Dispatcher {

    private final Shim shim;
    private final MemorySegment call;
    private final MemorySegment malloc;
    private final Map<Operator, Name> names = new EnumMap<>(Operator.class);

    /// The addresses of the two C strings that name an operator.
    private record Name(long base, long overload) {
        static Name of(Operator operator) {
            Arena arena = Arena.global();
            return new Name(
                    arena.allocateFrom(operator.base()).address(),
                    arena.allocateFrom(operator.overload()).address());
        }
    }

    Dispatcher(Symbols symbols, Shim shim) {
        this.shim = shim;
        call = symbols.need("aoti_torch_call_dispatcher");
        malloc = Linker.nativeLinker().defaultLookup().findOrThrow("malloc");
        for (Operator operator : Operator.values()) {
            names.put(operator, Name.of(operator));
        }
    }

    /// Runs it and gives the addresses of `results` new tensors.
    long[] call(Operator operator, int results, @Nullable Object... arguments) {
        try {
            Scratch s = shim.scratch();
            long stack = s.stack(words(operator, arguments, results));
            Name name = Objects.requireNonNull(names.get(operator));
            int status = Calls.status(() -> (int) Calls.THREE.invokeExact(call, name.base(), name.overload(), stack));
            if (status != 0) {
                throw refused(operator.toString(), arguments);
            }
            long[] out = new long[results];
            Arrays.setAll(out, s::stackAt);
            return out;
        } finally {
            Reference.reachabilityFence(arguments);
        }
    }

    /// What to throw when libtorch does not carry out `what`.
    static IllegalStateException refused(String what, @Nullable Object... arguments) {
        String list = Arrays.stream(arguments).map(Objects::toString).collect(Collectors.joining(", ", "(", ")"));
        return new IllegalStateException("PyTorch refused " + what + list
                + "; it wrote the reason to the standard error stream. Maybe the shapes or types do not fit together, "
                + "or memory is exhausted?");
    }

    private long[] words(Operator operator, @Nullable Object[] arguments, int results) {
        List<Parameter> parameters = operator.parameters();
        check(operator, parameters, arguments);
        long[] words = new long[Math.max(arguments.length, results)];
        for (int k = 0; k < arguments.length; k++) {
            Object argument = arguments[k];
            if (argument != null) {
                long word = word(argument);
                words[k] = parameters.get(k).optional() ? pointer(word) : word;
            }
        }
        return words;
    }

    /// Before any reference to a tensor is made, which nobody would free.
    private static void check(Operator operator, List<Parameter> parameters, @Nullable Object[] arguments) {
        boolean fits = parameters.size() == arguments.length;
        for (int k = 0; fits && k < arguments.length; k++) {
            if (arguments[k] instanceof Native tensor) {
                tensor.address();
            }
            fits = parameters.get(k).takes(arguments[k]);
        }
        if (!fits) {
            throw new IllegalArgumentException(operator + " takes " + parameters + ", not " + Arrays.toString(arguments)
                    + ". Maybe an argument is missing?");
        }
    }

    /// The dispatcher consumes the handle of a tensor, so it gets one of its own.
    private long word(Object argument) {
        return switch (argument) {
            case Native tensor -> shim.reference(tensor.address());
            case Long number -> number;
            case Integer number -> number;
            case Boolean flag -> flag ? 1 : 0;
            case Dtype dtype -> dtype.code();
            default -> throw new AssertionError("checked before: " + argument);
        };
    }

    /// An optional value is a pointer to its word; libtorch frees it with `delete`, which is `free`.
    private long pointer(long word) {
        long[] address = new long[1];
        Calls.status(() -> {
            address[0] = (long) Calls.ALLOCATE.invokeExact(malloc, 8L);
            return 0;
        });
        MemorySegment.ofAddress(address[0]).reinterpret(8).set(JAVA_LONG, 0, word);
        return address[0];
    }
}
