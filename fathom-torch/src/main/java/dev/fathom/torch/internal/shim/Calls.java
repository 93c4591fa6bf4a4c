package dev.fathom.torch.internal.shim;

import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;

/// The shapes of the C functions, one handle for each. The function's address is the first argument, so that the
/// handles
/// are constants and the compiler can inline them. Pointers are passed as 64-bit integers, which the calling
/// conventions
/// of all 64-bit platforms treat alike.
final class Calls {

    private static final MemoryLayout L = JAVA_LONG;
    private static final MemoryLayout I = JAVA_INT;
    private static final MemoryLayout D = JAVA_DOUBLE;

    static final MethodHandle ONE = returningStatus(L);
    static final MethodHandle TWO = returningStatus(L, L);
    static final MethodHandle THREE = returningStatus(L, L, L);
    static final MethodHandle FOUR = returningStatus(L, L, L, L);

    /// Pointers or numbers: number of dimensions, sizes, strides, type, kind and index of the device, result.
    static final MethodHandle EMPTY = returningStatus(L, L, L, I, I, I, L);

    /// Tensor, number of dimensions, sizes, strides, offset, result.
    static final MethodHandle VIEW = returningStatus(L, L, L, L, L, L);

    /// To, from, whether to go on before it is done.
    static final MethodHandle COPY = returningStatus(L, L, I);

    static final MethodHandle SCALAR_DOUBLE = returningStatus(D, L);
    static final MethodHandle SCALAR_FLOAT = returningStatus(JAVA_FLOAT, L);

    /// a, b, α, result a + αb.
    static final MethodHandle ADD = returningStatus(L, L, D, L);

    /// a, number, α, result.
    static final MethodHandle ADD_NUMBER = returningStatus(L, D, D, L);

    /// a, number, result.
    static final MethodHandle MULTIPLY_NUMBER = returningStatus(L, D, L);

    /// Sizes, number of dimensions, type, layout, kind of the device, its index, whether pinned, result.
    static final MethodHandle RANDOM = returningStatus(L, L, L, L, L, I, L, L);

    /// A C++ function that takes a 64-bit number and gives nothing.
    static final MethodHandle SEED = link(FunctionDescriptor.ofVoid(JAVA_LONG));

    static final MethodHandle SET_FLAG = link(FunctionDescriptor.ofVoid(JAVA_BOOLEAN));
    static final MethodHandle SET_COUNT = link(FunctionDescriptor.ofVoid(JAVA_INT));
    static final MethodHandle COUNT = link(FunctionDescriptor.of(JAVA_LONG));
    static final MethodHandle ALLOCATE = link(FunctionDescriptor.of(JAVA_LONG, JAVA_LONG));

    private Calls() {}

    /// A call of a C function, which never throws what it declares.
    interface Call {
        int run() throws Throwable;
    }

    /// Runs it and gives the function's status, 0 for success.
    static int status(Call call) {
        try {
            return call.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a foreign function threw " + e, e);
        }
    }

    private static MethodHandle returningStatus(MemoryLayout... arguments) {
        return link(FunctionDescriptor.of(JAVA_INT, arguments));
    }

    private static MethodHandle link(FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(descriptor);
    }
}
