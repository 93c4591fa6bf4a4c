package dev.fathom.algorithms.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.algorithms.distribution.EvoTorchComparison.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Medians over 15 seeds lie between the 10 % and 90 % quantiles of EvoTorch's runs; some cells of
/// docs/measured/distributions.md.
class EvoTorchAgreementTest {

    @ParameterizedTest
    @CsvSource({
        "SNES, sphere, 10, 10, best_eval_so_far, 100, 0.0001354, 0.000338",
        "SNES, ellipsoid, 10, 10, best_eval_so_far, 200, 1.551e-5, 7.379e-5",
        "SNES, ellipsoid, 40, 15, pop_mean_eval, 250, 35.47, 58.3",
        "XNES, sphere, 10, 10, f_of_center, 200, 0.002388, 0.008748",
        "XNES, rosenbrock, 10, 10, best_eval_so_far, 400, 2.102, 5.403",
        "PGPE, sphere, 40, 40, f_of_center, 187, 0.8707, 1.305",
        "PGPE, rosenbrock, 10, 40, pop_mean_eval, 50, 1045, 2077"
    })
    void mediansLieAmongTheOriginals(
            String algorithm,
            String function,
            int d,
            int lambda,
            String metric,
            int generation,
            double low,
            double high) {
        Setting setting = new Setting("small", algorithm, function, d, lambda);
        assertThat(EvoTorchComparison.values(setting, metric, generation, 15)[7])
                .isBetween(low, high);
    }

    @Test
    void precedenceOfSamples() {
        // one value against one: either side is as likely
        assertThat(EvoTorchComparison.probability(0, 1, 1)).isEqualTo(1);
        // all of two below the only other one: 1 of the 3 places of the other one, on either side
        assertThat(EvoTorchComparison.probability(2, 2, 1)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(EvoTorchComparison.probability(0, 15, 10))
                .isCloseTo(EvoTorchComparison.probability(15, 15, 10), within(1e-12));
    }
}
