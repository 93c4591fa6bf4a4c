package dev.fathom.torch.internal.op;

import dev.fathom.math.Rng;
import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Session;

/// Test data.
final class Matrices {

    private Matrices() {}

    static double[] gaussian(long seed, int count) {
        Rng rng = Rng.of(seed);
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = rng.nextGaussian();
        }
        return values;
    }

    static long[] longs(long seed, int count) {
        Rng rng = Rng.of(seed);
        long[] values = new long[count];
        for (int k = 0; k < count; k++) {
            values[k] = rng.nextLong();
        }
        return values;
    }

    static Native tensor(Session session, double[] values, long n, long d) {
        return new Transfer(session).upload(values, Dtype.FLOAT64, n, d);
    }

    static double[] read(Session session, Native tensor) {
        return new Transfer(session).doubles(tensor);
    }
}
