package dev.fathom.torch.internal.shim;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A little memory outside the heap for the arguments and results of one call. One thread uses it, from call to call.
final class Scratch {

    private static final int SLOTS = 64;
    private static final int NUMBERS = 8;
    private static final int SIZES = 16;
    private static final int STRIDES = 24;
    private static final int STACK = 32;

    private final MemorySegment memory = Arena.ofAuto().allocate(8L * SLOTS, 8);

    /// Where a function writes its result.
    long result() {
        return memory.address();
    }

    long resultLong() {
        return memory.getAtIndex(JAVA_LONG, 0);
    }

    int resultInt() {
        return memory.getAtIndex(JAVA_INT, 0);
    }

    long sizes(long[] values) {
        return write(values, SIZES);
    }

    long strides(long[] values) {
        return write(values, STRIDES);
    }

    /// The argument stack of the dispatcher, which holds the results afterwards.
    long stack(long[] values) {
        return write(values, STACK);
    }

    long stackAt(int k) {
        return memory.getAtIndex(JAVA_LONG, STACK + k);
    }

    /// Where a number of 32 bits stands, one of two.
    long number(int value, int which) {
        memory.setAtIndex(JAVA_INT, 2L * (NUMBERS + which), value);
        return memory.address() + 8L * (NUMBERS + which);
    }

    private long write(long[] values, int slot) {
        MemorySegment.copy(values, 0, memory, JAVA_LONG, 8L * slot, values.length);
        return memory.address() + 8L * slot;
    }
}
