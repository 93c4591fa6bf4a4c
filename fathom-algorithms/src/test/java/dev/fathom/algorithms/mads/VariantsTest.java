package dev.fathom.algorithms.mads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTest {

    private static double sphere(double[] x) {
        double sum = 0;
        for (double xj : x) {
            sum += (xj - 0.7) * (xj - 0.7);
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({
        "CS_OPTIMIZATION,yes,1e-6",
        "NM_OPTIMIZATION,yes,1e-6",
        "PSD_MADS_OPTIMIZATION,yes,1e-6",
        "QUAD_MODEL_OPTIMIZATION,yes,1e-6",
        "VNS_MADS_OPTIMIZATION,yes,1e-6"
    })
    void eachVariantMinimizesASphere(String name, String value, double least) {
        Settings settings = Settings.STANDARD.with(name, value);
        Runs run = Runs.of(Variants.of(settings), Shape.reals(4).withBudget(1500), VariantsTest::sphere, 1500, 3);
        assertThat(run.best()).isLessThan(least);
    }

    @Test
    void aLatinHypercubeEndsByItself() {
        Settings settings = Settings.STANDARD.with("LH_EVAL", "40");
        Runs run = Runs.of(Variants.of(settings), Shape.reals(3), VariantsTest::sphere, 1000, 1);
        assertThat(run.rows()).hasSize(41);
    }
}
