package dev.fathom.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static Parameters parameters(Map<String, Object> space, Object... settings) {
        List<JournalResult> results = Stream.of(settings)
                .map(setting -> new JournalResult(0, setting, List.of(1.0), List.of(), Optional.empty(), 0, 0))
                .toList();
        return Parameters.of(results, SpaceDescription.of(new LinkedHashMap<>(space)));
    }

    @Test
    void namesMembersAndElements() {
        Setting setting = Setting.of(Map.of(
                "net",
                Map.of("rate", 0.1),
                "w",
                List.of(List.of(1, 2), List.of(3, 4)),
                "tools",
                List.of("saw", "axe")));
        assertThat(setting.values())
                .containsOnly(
                        Map.entry("net.rate", 0.1),
                        Map.entry("w[0][0]", 1),
                        Map.entry("w[0][1]", 2),
                        Map.entry("w[1][0]", 3),
                        Map.entry("w[1][1]", 4),
                        Map.entry("tools", "saw, axe"));
        assertThat(Setting.of(4.5).values()).containsOnly(Map.entry("x", 4.5));
        assertThat(Setting.of(List.of(1, 2)).values()).containsOnlyKeys("x[0]", "x[1]");
    }

    @Test
    void showsTwelveElementsAndSaysSo() {
        Parameters parameters = parameters(Map.of(), Map.of("w", Collections.nCopies(40, 1.0)));
        assertThat(parameters.columns())
                .hasSize(12)
                .last()
                .extracting(Parameter::name)
                .isEqualTo("w[11]");
        assertThat(parameters.notes()).containsExactly("Of the 40 elements of w the first 12 are shown.");
    }

    @Test
    void allowsConditionalParametersToBeMissing() {
        Map<String, Object> space = Map.of(
                "optim",
                Map.of(
                        "type",
                        "conditional",
                        "options",
                        Map.of(
                                "Sgd",
                                Map.of("momentum", Map.of("type", "real")),
                                "Adam",
                                Map.of("beta", Map.of("type", "log")))));
        Parameters parameters = parameters(
                space,
                Map.of("optim", Map.of("type", "Sgd", "momentum", 0.5)),
                Map.of("optim", Map.of("type", "Adam", "beta", 0.1)));
        Parameter beta = parameters.columns().stream()
                .filter(column -> column.name().equals("optim.beta"))
                .findFirst()
                .orElseThrow();
        assertThat(beta.log()).isTrue();
        assertThat(parameters.settings().stream().map(beta::value)).containsExactly(null, 0.1);
        assertThat(parameters.columns().getFirst().options()).containsExactlyInAnyOrder("Sgd", "Adam");
    }

    @Test
    void readsScalesAndOptionsFromTheSpace() {
        Map<String, Object> space = Map.of(
                "size", Map.of("type", "ordered", "values", List.of(16, 32, 64)),
                "rate", Map.of("type", "log", "shape", List.of(2)),
                "units", Map.of("type", "integer", "log", true));
        Parameters parameters = parameters(
                space,
                Map.of("size", 64, "rate", List.of(0.1, 1), "units", 3),
                Map.of("size", 16, "rate", List.of(0.1, 2), "units", 5));
        assertThat(parameters.columns().stream().filter(Parameter::log).map(Parameter::name))
                .containsExactlyInAnyOrder("rate[0]", "rate[1]", "units");
        assertThat(parameters.columns().stream().filter(Parameter::isChoice))
                .singleElement()
                .satisfies(size -> assertThat(size.options()).containsExactly("16", "64"));
        assertThat(parameters.columns().stream().filter(Parameter::isConstant).map(Parameter::name))
                .containsExactly("rate[0]");
    }
}
