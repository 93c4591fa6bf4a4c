package dev.fathom.cli.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.cli.study.ParameterNames;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static Bindings bindings() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rate", 0.5);
        values.put("kind", "a $b");
        values.put("weights", List.of(1.0, 2.0));
        values.put("optim", Map.of("momentum", 0.9));
        values.put("PATH", 3);
        return Bindings.of(values);
    }

    private static List<String> fill(String... words) {
        return new Template(List.of(words)).fill(bindings().texts());
    }

    @Test
    void fillsHoles() {
        assertThat(fill("--rate={rate}", "{kind}", "{weights}", "{weights[1]}", "{optim.momentum}"))
                .containsExactly("--rate=0.5", "a $b", "[1.0,2.0]", "2.0", "0.9");
    }

    @Test
    void leavesOtherBracesAlone() {
        assertThat(fill("${rate}", "{{rate}}", "{print $1}", "{}"))
                .containsExactly("${rate}", "{rate}", "{print $1}", "{}");
    }

    @Test
    void refusesUnknownNames() {
        ParameterNames names = new ParameterNames(Set.of("rate"));
        assertThatThrownBy(() -> new Template(List.of("x{ratee}")).check(names))
                .hasMessageContaining("{ratee}: unknown parameter 'ratee'. Maybe rate?")
                .hasMessageContaining("{{ratee}}");
        assertThatCode(() -> new Template(List.of("{rate} ${x} {{y}}")).check(names))
                .doesNotThrowAnyException();
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
