package dev.fathom.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"30s,30000", "500ms,500", "2m,120000", "1.5h,5400000", "2 min,120000", "0.25,250", "7,7000"})
    void reads(String text, long millis) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "3 weeks", "-1s", "0s", "", "s"})
    void refuses(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("Maybe");
    }

    @Test
    void prints() {
        assertThat(Durations.print(Duration.ofMillis(250))).isEqualTo("0.25 s");
        assertThat(Durations.print(Duration.ofMillis(61_240))).isEqualTo("61.2 s");
        assertThat(Durations.print(Duration.ofSeconds(723))).isEqualTo("12 min 3 s");
        assertThat(Durations.print(Duration.ofMinutes(200))).isEqualTo("3 h 20 min");
    }
}
