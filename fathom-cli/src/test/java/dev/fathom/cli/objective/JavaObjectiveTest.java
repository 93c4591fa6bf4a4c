package dev.fathom.cli.objective;

import static dev.fathom.cli.objective.Evaluators.VALUE;
import static dev.fathom.cli.objective.Evaluators.loss;
import static dev.fathom.cli.objective.Evaluators.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.Objective;
import dev.fathom.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaObjectiveTest {

    @TempDir
    private Path folder;

    /// An objective.
    public static final class Doubled implements Objective<Map<String, Object>> {
        @Override
        public Outcome evaluate(Map<String, Object> value) {
            return Outcome.of(2 * (Double) value.getOrDefault("x", 0.0));
        }
    }

    /// A function.
    public static final class Tripled implements ToDoubleFunction<Map<String, Object>> {
        @Override
        public double applyAsDouble(Map<String, Object> value) {
            return 3 * (Double) value.getOrDefault("x", 0.0);
        }
    }

    /// Neither.
    public static final class Nothing {}

    /// Cannot be made.
    public static final class Closed implements ToDoubleFunction<Map<String, Object>> {
        private final double value;

        Closed(double value) {
            this.value = value;
        }

        @Override
        public double applyAsDouble(Map<String, Object> map) {
            return value;
        }
    }

    private double evaluate(Class<?> type) throws Exception {
        try (var evaluator = open(folder, "class: " + type.getName())) {
            return loss(evaluator.evaluate(VALUE));
        }
    }

    @Test
    void takesObjectivesAndFunctions() throws Exception {
        assertThat(evaluate(Doubled.class)).isEqualTo(1);
        assertThat(evaluate(Tripled.class)).isEqualTo(1.5);
    }

    @Test
    void refusesOthers() {
        assertThatThrownBy(() -> evaluate(Nothing.class)).hasMessageContaining("implements neither Objective");
        assertThatThrownBy(() -> evaluate(Closed.class)).hasMessageContaining("no public constructor");
        assertThatThrownBy(() -> open(folder, "class: com.example.Nowhere"))
                .hasMessageContaining("there is no class 'com.example.Nowhere' on the class path. Maybe");
        assertThatThrownBy(() -> open(folder, "class: a.B\nclasspath: [nowhere.jar]"))
                .hasMessageContaining("there is no " + folder.resolve("nowhere.jar"));
    }

    @Test
    void namedProblemsTakeTheNumbersOfTheSpace() throws Exception {
        assertThatThrownBy(() -> open(folder, "problem: \"sphere:d7\""))
                .hasMessageContaining("takes 7 numbers, but the space has 1");
    }
}
