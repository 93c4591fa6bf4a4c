package dev.fathom.torch.internal.op;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.fathom.torch.internal.shim.Device;
import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Operator;
import dev.fathom.torch.internal.shim.Session;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.function.Function;

/// Copies between arrays of the heap and the device. Arrays are contiguous, row after row.
///
/// @param session where the tensors lie
public record Transfer(Session session) {

    /// @param values as many as `sizes` say
    public Native upload(double[] values, Dtype dtype, long... sizes) {
        Native whole = session.empty(Device.cpu(), Dtype.FLOAT64, sizes);
        expect(values.length, whole);
        MemorySegment.copy(values, 0, session.memory(whole), JAVA_DOUBLE, 0, values.length);
        return settled(whole, dtype);
    }

    /// @param values as many as `sizes` say
    public Native upload(long[] values, long... sizes) {
        Native whole = session.empty(Device.cpu(), Dtype.INT64, sizes);
        expect(values.length, whole);
        MemorySegment.copy(values, 0, session.memory(whole), JAVA_LONG, 0, values.length);
        return settled(whole, Dtype.INT64);
    }

    /// All numbers as doubles, row after row; truth values as 0 and 1.
    public double[] doubles(Native tensor) {
        return read(tensor, Dtype.FLOAT64, memory -> memory.toArray(JAVA_DOUBLE));
    }

    public float[] floats(Native tensor) {
        return read(tensor, Dtype.FLOAT32, memory -> memory.toArray(JAVA_FLOAT));
    }

    public long[] longs(Native tensor) {
        return read(tensor, Dtype.INT64, memory -> memory.toArray(JAVA_LONG));
    }

    public boolean[] booleans(Native tensor) {
        byte[] bytes = read(tensor, Dtype.BOOL, memory -> memory.toArray(JAVA_BYTE));
        boolean[] values = new boolean[bytes.length];
        for (int k = 0; k < bytes.length; k++) {
            values[k] = bytes[k] != 0;
        }
        return values;
    }

    /// The same numbers as another type; real numbers become whole ones toward zero.
    public Native as(Dtype dtype, Native tensor) {
        return session.call(Operator.TO, tensor, dtype, false, true, null);
    }

    /// A contiguous copy.
    public Native copy(Native tensor) {
        return moved(tensor, session.device(), tensor.dtype());
    }

    private <T> T read(Native tensor, Dtype dtype, Function<MemorySegment, T> copy) {
        boolean inPlace = session.device().isCpu() && tensor.dtype() == dtype && tensor.isContiguous();
        Native here = inPlace ? tensor : moved(tensor, Device.cpu(), dtype);
        try {
            return copy.apply(session.memory(here));
        } finally {
            Reference.reachabilityFence(here);
            if (!inPlace) {
                here.close();
            }
        }
    }

    /// The fresh tensor itself where it is right already.
    private Native settled(Native fresh, Dtype dtype) {
        if (session.device().isCpu() && fresh.dtype() == dtype) {
            return fresh;
        }
        try (fresh) {
            return moved(fresh, session.device(), dtype);
        }
    }

    private Native moved(Native tensor, Device device, Dtype dtype) {
        long[] sizes = new long[tensor.dimensions()];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = tensor.size(k);
        }
        Native target = session.empty(device, dtype, sizes);
        session.copy(target, tensor);
        return target;
    }

    private static void expect(int length, Native tensor) {
        if (length != tensor.count()) {
            throw new IllegalArgumentException(
                    length + " numbers do not fill " + tensor + ". Maybe rows and columns are exchanged?");
        }
    }
}
