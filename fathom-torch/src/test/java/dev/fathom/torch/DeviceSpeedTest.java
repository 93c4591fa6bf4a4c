package dev.fathom.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DeviceSpeedTest {

    @Test
    void theFloorIsThreePassesOverThePoints() {
        DeviceSpeed m = new Generations<>(new Halving(10), Substrates.float32(), Task.rastrigin(20)).measure(2000);
        assertThat(m.rows()).isEqualTo(2000);
        assertThat(m.floor()).isPositive();
        assertThat(m.generation()).isPositive();
        assertThat(m.noise()).isPositive();
        assertThat(m.study()).isPositive();
        assertThat(m.bandwidth() * m.floor()).isCloseTo(3.0 * 2000 * 20 * 4, within(1e-3));
        assertThat(m.share()).isCloseTo(m.floor() / m.generation(), within(1e-12));
    }

    @Test
    void measuresRegisteredNamesOnBothProblems() {
        assertThat(DeviceSpeed.measure("SNES", Substrates.float32().deviceNoise(), "5", 100)
                        .rows())
                .isEqualTo(100);
        assertThat(DeviceSpeed.measure("NSGA2", Substrates.float32(), "kursawe", 300)
                        .rows())
                .isEqualTo(300);
    }

    @Test
    void refusesWhatItCannotMeasure() {
        TorchSubstrate on = Substrates.float32();
        assertThatThrownBy(() -> Torch.device("tpu")).hasMessageContaining("no device tpu");
        assertThatThrownBy(() -> DeviceSpeed.measure("RandomSearch", on, "5", 10))
                .hasMessageContaining("not written over tensors");
        assertThatThrownBy(() -> DeviceSpeed.measure("SNES", on, "sphere", 10))
                .hasMessageContaining("no problem sphere");
    }
}
