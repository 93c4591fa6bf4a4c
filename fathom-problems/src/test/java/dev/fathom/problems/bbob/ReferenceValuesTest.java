package dev.fathom.problems.bbob;

import static dev.fathom.problems.bbob.Deviation.What.CONSTRAINT;
import static dev.fathom.problems.bbob.Deviation.What.MINIMUM;
import static dev.fathom.problems.bbob.Deviation.What.OPTIMUM;
import static dev.fathom.problems.bbob.Deviation.What.START;
import static dev.fathom.problems.bbob.Deviation.What.VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every value of the reference files is met to 1e-9 · max(1, |f|).
class ReferenceValuesTest {

    private static final double TOLERANCE = 1e-9;
    private static final double ROUNDING = 1e-13;

    /// @param functions how many there are
    /// @param values how many there are, objectives counted one by one
    /// @param constraints how many values of constraints there are
    /// @param minima how many rows state f_opt
    /// @param optima how many coordinates of optima there are
    /// @param starts how many coordinates of starting points there are
    @ParameterizedTest
    @CsvSource({
        "bbob, 24, 2160, 0, 2160, 3240, 0",
        "bbob-largescale, 24, 576, 0, 576, 2880, 0",
        "bbob-boxed, 24, 576, 0, 576, 336, 0",
        "bbob-noisy, 30, 600, 0, 600, 0, 0",
        "bbob-mixint, 24, 576, 0, 576, 720, 0",
        "bbob-biobj, 55, 2200, 0, 0, 0, 0",
        "bbob-constrained, 54, 1512, 15750, 1512, 756, 756"
    })
    void numbersAgree(String suite, int functions, int values, int constraints, int minima, int optima, int starts) {
        List<Deviation> all = Deviation.all(suite);
        assertThat(all).allMatch(deviation -> deviation.share() <= tolerance(deviation.what()));
        assertThat(all.stream().map(deviation -> deviation.row().function()).distinct())
                .hasSize(functions);
        List<Deviation.What> what = all.stream().map(Deviation::what).toList();
        assertThat(what).filteredOn(VALUE::equals).hasSize(values);
        assertThat(what).filteredOn(CONSTRAINT::equals).hasSize(constraints);
        assertThat(what).filteredOn(MINIMUM::equals).hasSize(minima);
        assertThat(what).filteredOn(OPTIMUM::equals).hasSize(optima);
        assertThat(what).filteredOn(START::equals).hasSize(starts);
    }

    private static double tolerance(Deviation.What what) {
        return what == MINIMUM || what == OPTIMUM ? ROUNDING : TOLERANCE;
    }
}
