package dev.fathom.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemNameTest {

    @Test
    void partsAreTakenApart() {
        ProblemName name = ProblemName.parse("bbob-f15:i3:d40");
        assertThat(name.function()).isEqualTo("bbob-f15");
        assertThat(name.settings())
                .containsEntry("d", 40.0)
                .containsEntry("i", 3.0)
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "sphere, sphere",
        "sphere:d10, sphere:d10",
        "cigar:condition1e2:d10, cigar:d10:condition100",
        "cigar:condition1e6, cigar:condition1e6",
        "cigar:condition1234567, cigar:condition1234567",
        "x:a-2.50:z1e-3, x:a-2.5:z0.001",
        "x:seed+7, x:seed7"
    })
    void textIsCanonicalAndReadsBack(String name, String canonical) {
        ProblemName parsed = ProblemName.parse(name);
        assertThat(parsed).hasToString(canonical);
        assertThat(ProblemName.parse(canonical)).isEqualTo(parsed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":d10",
                "Sphere",
                "sphere:",
                "sphere:10",
                "sphere:d",
                "sphere:d10:d10",
                "sphere d10",
                "sphere:d1e999"
            })
    void otherTextIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProblemName.parse(name))
                .withMessageContaining("Maybe ");
    }
}
