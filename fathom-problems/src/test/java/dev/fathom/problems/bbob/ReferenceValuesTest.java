package dev.fathom.problems.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every value of the reference files is met to 1e-9 · max(1, |f|).
class ReferenceValuesTest {

    private static final double TOLERANCE = 1e-9;
    private static final double ROUNDING = 1e-13;

    @ParameterizedTest
    @CsvSource({"BBOB, bbob-values.csv.gz", "LARGESCALE, bbob-largescale-values.csv.gz"})
    void valuesAgree(Suite suite, String file) {
        for (ReferenceValues row : ReferenceValues.read(file)) {
            BbobFunction function = suite.function(row.function(), row.instance(), row.d());
            assertThat(function.applyAsDouble(row.x()))
                    .as("%s f%d i%d d%d %s", suite, row.function(), row.instance(), row.d(), row.kind())
                    .isCloseTo(row.f(), within(TOLERANCE * Math.max(1, Math.abs(row.f()))));
        }
    }

    @ParameterizedTest
    @CsvSource({"BBOB, bbob-values.csv.gz", "LARGESCALE, bbob-largescale-values.csv.gz"})
    void optimaAndMinimaAgree(Suite suite, String file) {
        for (ReferenceValues row : ReferenceValues.read(file)) {
            if (row.isOptimum()) {
                BbobFunction function = suite.function(row.function(), row.instance(), row.d());
                assertThat(function.optimum()).containsExactly(row.x(), within(ROUNDING));
                assertThat(function.minimum()).isCloseTo(row.minimum(), within(ROUNDING));
            }
        }
    }

    @Test
    void theFilesCoverAllFunctions() {
        List<ReferenceValues> rows = ReferenceValues.read("bbob-values.csv.gz");
        assertThat(rows).hasSize(24 * 5 * 3 * 6);
        assertThat(rows.stream().map(ReferenceValues::function).distinct()).hasSize(24);
        assertThat(ReferenceValues.read("bbob-largescale-values.csv.gz")).hasSize(24 * 2 * 2 * 6);
    }
}
