package dev.fathom.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void keepsSixDigits() {
        assertThat(Numbers.brief(0.1234567)).isEqualTo("0.123457");
        assertThat(Numbers.brief(-1.5)).isEqualTo("−1.5");
        assertThat(Numbers.brief(1.25e-7)).isEqualTo("1.25e−7");
        assertThat(Numbers.brief(-3e-9)).isEqualTo("−3e−9");
        assertThat(Numbers.brief(1e20)).isEqualTo("1e20");
        assertThat(Numbers.brief(1234567)).isEqualTo("1\u202f234\u202f567");
        assertThat(Numbers.brief(0)).isEqualTo("0");
        assertThat(Numbers.of(null)).isEqualTo("–");
    }

    @Test
    void writesTimes() {
        assertThat(Numbers.duration(0)).isEqualTo("0 s");
        assertThat(Numbers.duration(2.5e-8)).isEqualTo("25 ns");
        assertThat(Numbers.duration(0.0125)).isEqualTo("12.5 ms");
        assertThat(Numbers.duration(59.96)).isEqualTo("60 s");
        assertThat(Numbers.duration(125)).isEqualTo("2 min 05 s");
        assertThat(Numbers.duration(7384)).isEqualTo("2 h 03 min");
    }
}
