package dev.fathom.cli.nomad;

import dev.fathom.space.Space;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings of the study, as maps of values by the names of the variables.
final class Setting {

    private Setting() {}

    /// What is searched.
    static Space<Map<String, Object>> space(List<Variable> variables) {
        Map<String, Space<?>> members = new LinkedHashMap<>();
        variables.forEach(v -> members.put(v.name(), v.space()));
        return Space.group(members);
    }

    /// The setting at `x [d]`; empty if it is not of the space.
    static Optional<Map<String, Object>> of(double[] x, List<Variable> variables) {
        Map<String, Object> setting = new LinkedHashMap<>();
        for (Variable v : variables) {
            double value = x[v.index()];
            boolean isOutside = value < v.low() || value > v.high() || (v.isWhole() && value != Math.rint(value));
            if (isOutside || (v.isFixed() && value != v.start())) {
                return Optional.empty();
            }
            setting.put(v.name(), v.isWhole() ? (Object) (int) value : (Object) value);
        }
        return Optional.of(setting);
    }

    /// The coordinates as the black box reads them.
    static List<String> texts(Map<String, Object> setting, List<Variable> variables) {
        return variables.stream().map(v -> v.text(number(setting, v))).toList();
    }

    /// The coordinates.
    static List<Double> numbers(Map<String, Object> setting, List<Variable> variables) {
        return variables.stream().map(v -> number(setting, v)).toList();
    }

    private static double number(Map<String, Object> setting, Variable v) {
        return setting.get(v.name()) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
