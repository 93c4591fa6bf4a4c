package dev.fathom.torch.internal.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fathom.math.Noise;
import dev.fathom.torch.Torch;
import dev.fathom.torch.internal.LoadedTorch;
import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Session;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GeneratorNoiseTest {

    private final Session session = LoadedTorch.session();
    private final GeneratorNoise noise = new GeneratorNoise(session);
    private final Transfer transfer = new Transfer(session);

    /// That numbers come, of the right kind, can be seen on the CPU as well; that a seed brings them back cannot.
    @Test
    void drawsNumbersOfBothKinds() {
        assertThat(session.hasGenerator()).isTrue();
        for (Dtype dtype : new Dtype[] {Dtype.FLOAT32, Dtype.FLOAT64}) {
            Native z = noise.gaussian(new Noise(1), dtype, 300, 100);
            Native u = noise.uniform(new Noise(1), dtype, 300, 100);
            assertThat(z).hasToString("[300×100] " + dtype.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(u.dtype()).isEqualTo(dtype);
            double[] normal = transfer.doubles(z);
            assertThat(Arrays.stream(normal).average().orElseThrow()).isBetween(-0.03, 0.03);
            assertThat(Arrays.stream(normal).map(v -> v * v).average().orElseThrow())
                    .isBetween(0.95, 1.05);
            assertThat(transfer.doubles(u)).hasSize(30_000);
            assertThat(Arrays.stream(transfer.doubles(u))).allMatch(v -> v >= 0 && v < 1);
            assertThat(Arrays.stream(transfer.doubles(u)).average().orElseThrow())
                    .isBetween(0.49, 0.51);
        }
    }

    @Test
    void theGeneratorOfTheCpuIsRecognisedAsOneThatCannotBeSeeded() {
        assertThat(new GeneratorNoise(LoadedTorch.onCpu()).works()).isFalse();
        assertThatThrownBy(() -> Torch.cpu().generatorNoise())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe deviceNoise()?");
    }

    @Test
    void aGpuRepeatsItsNumbers() {
        assumeThat(session.device().isCpu())
                .as("a GPU, which FATHOM_TORCH_TEST=cuda asks for, where numbers can be seeded")
                .isFalse();
        assertThat(noise.works()).isTrue();
        double[] first = transfer.doubles(noise.gaussian(new Noise(3), Dtype.FLOAT32, 100, 7));
        noise.uniform(new Noise(4), Dtype.FLOAT32, 5, 5);
        assertThat(transfer.doubles(noise.gaussian(new Noise(3), Dtype.FLOAT32, 100, 7)))
                .isEqualTo(first);
    }
}
