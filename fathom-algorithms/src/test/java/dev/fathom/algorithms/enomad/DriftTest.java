package dev.fathom.algorithms.enomad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.space.Space;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final Space<Map<String, Object>> SPACE =
            Space.group(Space.real("x", 0, 60), Space.integer("n", 1, 9), Space.log("rate", 1e-3, 1), Space.real("y"));

    @Test
    void isMeasuredInTheUnitsOfTheParameters() {
        double[] from = new double[4];
        double[] to = new double[4];
        SPACE.encode(Map.of("x", 10.0, "n", 3, "rate", 0.01, "y", 1.0), from, 0);
        SPACE.encode(Map.of("x", 13.0, "n", 7, "rate", 0.01, "y", 1.0), to, 0);
        Drift drift = Drift.between(from, to, SPACE.columns());
        assertThat(drift.changed()).isEqualTo(2);
        assertThat(drift.distance()).isCloseTo(5, within(1e-9));
    }

    @Test
    void otherScalesAreMeasuredInStandardCoordinates() {
        Drift drift = Drift.between(new double[4], new double[] {0, 0, -1.5, 0}, SPACE.columns());
        assertThat(drift).isEqualTo(new Drift(1, 1.5));
    }

    @Test
    void wholeNumbersCountAsTheyAreRounded() {
        assertThat(Drift.between(new double[4], new double[] {0, 0.01, 0, 0}, SPACE.columns()))
                .isEqualTo(new Drift(0, 0));
    }

    @Test
    void needsPointsOfTheSpace() {
        assertThatThrownBy(() -> Drift.between(new double[4], new double[3], SPACE.columns()))
                .hasMessageContaining("4 and 3 coordinates do not belong to 4 columns");
    }
}
