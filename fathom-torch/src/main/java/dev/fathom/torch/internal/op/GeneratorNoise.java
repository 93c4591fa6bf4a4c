package dev.fathom.torch.internal.op;

import dev.fathom.math.Noise;
import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Session;
import java.util.Arrays;
import java.util.function.Supplier;

/// Random numbers of a GPU's own generator, seeded for each tensor by the key of its noise: one pass over the memory,
/// where [DeviceNoise] takes dozens. The same key and shape give the same numbers again on the same kind of GPU and
/// version of PyTorch.
///
/// The generator belongs to the whole process. It is left with a seed of its own, so that a model that draws from it,
/// too, gets other numbers than the population is made of, and the same ones in each run.
///
/// @param session where the numbers are made
public record GeneratorNoise(Session session) {

    private static final int PROBE = 16;

    /// Whether the device's numbers follow the seed; those of the CPU do not.
    public boolean works() {
        if (!session.hasGenerator()) {
            return false;
        }
        double[] first = probe(1);
        return Arrays.equals(first, probe(1)) && !Arrays.equals(first, probe(2));
    }

    private double[] probe(long key) {
        try (Native z = gaussian(new Noise(key), Dtype.FLOAT32, 1, PROBE)) {
            return new Transfer(session).doubles(z);
        }
    }

    /// Independent numbers of the standard normal distribution [n×d].
    public Native gaussian(Noise noise, Dtype dtype, int n, int d) {
        return seeded(noise, () -> session.normal(dtype, n, d));
    }

    /// Independent numbers, uniform in `[0, 1)` [n×d].
    public Native uniform(Noise noise, Dtype dtype, int n, int d) {
        return seeded(noise, () -> session.uniform(dtype, n, d));
    }

    private Native seeded(Noise noise, Supplier<Native> draw) {
        session.seed(noise.bits(0));
        Native numbers = draw.get();
        session.seed(noise.bits(1));
        return numbers;
    }
}
