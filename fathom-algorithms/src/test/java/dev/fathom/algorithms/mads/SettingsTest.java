package dev.fathom.algorithms.mads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void whatIsNotSetHasItsDefault() {
        assertThat(Settings.STANDARD.get(Parameters.RHO)).isEqualTo(0.1);
        assertThat(Settings.STANDARD.has(Parameters.RHO)).isFalse();
        assertThat(Settings.STANDARD.toString()).isEmpty();
    }

    @Test
    void settingAValueMakesAnotherSettings() {
        Settings settings = Settings.STANDARD.with(Parameters.SEED, 7L);
        assertThat(settings.get(Parameters.SEED)).isEqualTo(7);
        assertThat(settings.has(Parameters.SEED)).isTrue();
        assertThat(Settings.STANDARD.get(Parameters.SEED)).isZero();
    }

    @Test
    void valuesAreReadFromTextByNamesInAnyCase() {
        Settings settings =
                Settings.STANDARD.with("direction_type", "ORTHO 2N\nN+1 UNI").with("Max_BB_Eval", "100");
        assertThat(settings.get(Parameters.DIRECTION_TYPE))
                .containsExactly(DirectionType.ORTHO_2N, DirectionType.NP1_UNI);
        assertThat(settings).hasToString("DIRECTION_TYPE ORTHO 2N / N+1 UNI, MAX_BB_EVAL 100");
    }

    @Test
    void equalValuesMakeEqualSettings() {
        Settings settings = Settings.STANDARD.with("LOWER_BOUND", "( 0 - )");
        assertThat(settings)
                .isEqualTo(Settings.STANDARD.with(Parameters.LOWER_BOUND, PerVariable.of(0, Double.NaN)))
                .hasSameHashCodeAs(Settings.STANDARD.with(Parameters.LOWER_BOUND, PerVariable.of(0, Double.NaN)))
                .isNotEqualTo(Settings.STANDARD);
    }

    @Test
    void unknownNamesAreErrorsThatProposeNearOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.STANDARD.with("MAX_BB_EVALS", "3"))
                .withMessage("there is no parameter MAX_BB_EVALS. Maybe MAX_BB_EVAL or MAX_EVAL?");
    }

    @Test
    void valuesOfProgramsAreCheckedToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.STANDARD.with(Parameters.MAX_BB_EVAL, 0L))
                .withMessage("MAX_BB_EVAL cannot be \"0\": it is not at least 1. Maybe a whole number at least 1?");
    }

    @Test
    void everyDefaultReadsAsItself() {
        assertThat(Parameters.all()).hasSizeGreaterThan(80).allSatisfy(SettingsTest::checkDefault);
    }

    private static <T> void checkDefault(Parameter<T> parameter) {
        assertThat(parameter.read(parameter.standardText())).isEqualTo(parameter.standard());
    }

    @Test
    void everyParameterIsDescribed() {
        assertThat(Parameters.all()).allSatisfy(parameter -> {
            assertThat(parameter.name()).matches("[A-Z][A-Z0-9_]+");
            assertThat(parameter.help()).matches("(?s).+[.)]");
            assertThat(Parameters.named(parameter.name())).isSameAs(parameter);
        });
        assertThat(Parameters.all().stream().map(Parameter::name).distinct())
                .hasSize(Parameters.all().size());
        assertThat(List.of(Parameter.Subject.values()))
                .allSatisfy(subject -> assertThat(Parameters.all()).anyMatch(p -> p.subject() == subject));
    }
}
