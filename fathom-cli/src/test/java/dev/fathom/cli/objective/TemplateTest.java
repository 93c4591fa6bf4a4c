package dev.fathom.cli.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.cli.study.ParameterNames;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Set<String> NAMES = Set.of(
            "rate", "kind", "weights", "optim", "optim.momentum", "optim.beta", "PATH", "größe", "a b", "layers");

    private static Bindings bindings() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rate", 0.5);
        values.put("kind", "a $b");
        values.put("weights", List.of(1.0, 2.0));
        values.put("optim", Map.of("momentum", 0.9));
        values.put("PATH", 3);
        values.put("größe", 4);
        values.put("a b", 5);
        values.put("layers", List.of(Map.of("units", 6)));
        return Bindings.of(values);
    }

    private static List<String> fill(String... words) {
        return template(NAMES, words).fill(bindings().texts());
    }

    private static Template template(Set<String> names, String... words) {
        return new Template(List.of(words), new ParameterNames(names));
    }

    @Test
    void fillsHoles() {
        assertThat(fill("--rate={rate}", "{kind}", "{weights}", "{weights[1]}", "{optim.momentum}"))
                .containsExactly("--rate=0.5", "a $b", "[1.0,2.0]", "2.0", "0.9");
    }

    @Test
    void fillsHolesOfAnyName() {
        assertThat(fill("{größe}", "x{a b}y", "{layers[0].units}", "{optim.beta}"))
                .containsExactly("4", "x5y", "6", "");
    }

    @Test
    void leavesOtherBracesAlone() {
        assertThat(fill("${rate}", "{{rate}}", "{print $1}", "{}", "{rate[$1]++}"))
                .containsExactly("${rate}", "{rate}", "{print $1}", "{}", "{rate[$1]++}");
    }

    @Test
    void refusesUnknownNames() {
        assertThatThrownBy(() -> template(Set.of("größe"), "{große}").check())
                .hasMessageContaining("unknown parameter 'große'. Maybe größe?");
        assertThatThrownBy(() -> template(Set.of("rate"), "x{ratee}").check())
                .hasMessageContaining("{ratee}: unknown parameter 'ratee'. Maybe rate?")
                .hasMessageContaining("{{ratee}}");
        assertThatCode(() -> template(Set.of("rate"), "{rate} ${x} {{y}}").check())
                .doesNotThrowAnyException();
    }

    @Test
    void refusesNamesThatShareAVariable() {
        Set<String> names = new LinkedHashSet<>(List.of("a b", "a_b"));
        assertThatThrownBy(() -> Bindings.checkVariables(new ParameterNames(names)))
                .hasMessageContaining(
                        "'a b' and 'a_b' would both be the environment variable FATHOM_A_B. Maybe rename");
        assertThatCode(() -> Bindings.checkVariables(new ParameterNames(NAMES))).doesNotThrowAnyException();
    }

    @Test
    void entersTheEnvironment() {
        Map<String, String> environment = new HashMap<>(Map.of("PATH", "/bin"));
        bindings().addTo(environment);
        assertThat(environment)
                .containsEntry("rate", "0.5")
                .containsEntry("FATHOM_RATE", "0.5")
                .containsEntry("optim_momentum", "0.9")
                .containsEntry("FATHOM_OPTIM_MOMENTUM", "0.9")
                .containsEntry("weights", "[1.0,2.0]")
                .containsEntry("PATH", "/bin")
                .containsEntry("FATHOM_PATH", "3");
    }
}
