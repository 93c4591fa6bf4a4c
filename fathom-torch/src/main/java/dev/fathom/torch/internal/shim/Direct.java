package dev.fathom.torch.internal.shim;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Arrays;

/// The functions that libtorch exports for one kind of device. They take the numbers and lists that the dispatcher of
/// 2.7 cannot carry.
final class Direct {

    private final Shim shim;
    private final MemorySegment add;
    private final MemorySegment addNumber;
    private final MemorySegment multiplyNumber;
    private final MemorySegment concatenate;

    Direct(Symbols symbols, Shim shim, Device device) {
        String prefix = "aoti_torch_" + device.prefix();
        this.shim = shim;
        add = symbols.need(prefix + "add_Tensor");
        addNumber = symbols.need(prefix + "add_Scalar");
        multiplyNumber = symbols.need(prefix + "mul_Scalar");
        concatenate = symbols.need(prefix + "cat");
    }

    /// a + αb, for real numbers: libtorch takes α as a double and refuses that for whole numbers.
    long add(Native a, Native b, double alpha) {
        long result = shim.scratch().result();
        return run("add", () -> (int) Calls.ADD.invokeExact(add, a.address(), b.address(), alpha, result), a, b, alpha);
    }

    long add(Native a, double b) {
        long result = shim.scratch().result();
        return run("add", () -> (int) Calls.ADD_NUMBER.invokeExact(addNumber, a.address(), b, 1.0, result), a, b);
    }

    long multiply(Native a, double b) {
        long result = shim.scratch().result();
        return run("mul", () -> (int) Calls.MULTIPLY_NUMBER.invokeExact(multiplyNumber, a.address(), b, result), a, b);
    }

    long concatenate(Native[] parts, int dimension) {
        long result = shim.scratch().result();
        try (Arena arena = Arena.ofConfined()) {
            long[] addresses = Arrays.stream(parts).mapToLong(Native::address).toArray();
            long list = arena.allocateFrom(JAVA_LONG, addresses).address();
            return run(
                    "cat along " + dimension + " of ",
                    () -> (int)
                            Calls.FOUR.invokeExact(concatenate, list, (long) parts.length, (long) dimension, result),
                    (Object[]) parts);
        }
    }

    private long run(String name, Calls.Call call, Object... arguments) {
        try {
            if (Calls.status(call) != 0) {
                throw Dispatcher.refused(name, arguments);
            }
            return shim.scratch().resultLong();
        } finally {
            Reference.reachabilityFence(arguments);
        }
    }
}
