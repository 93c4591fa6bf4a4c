package dev.fathom.cli.nomad;

import dev.fathom.algorithms.mads.Parameter;
import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.algorithms.mads.PerVariable;
import dev.fathom.algorithms.mads.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the [Settings] of a parameter file.
final class SettingsReader {

    /// What may stand in several lines besides the numbers of variables.
    private static final Set<String> SEVERAL =
            Set.of("X0", "BB_INPUT_TYPE", "VARIABLE_GROUP", "DIRECTION_TYPE", "DIRECTION_TYPE_SECONDARY_POLL");

    private final ParameterFile file;
    private final int dimension;

    private SettingsReader(ParameterFile file) {
        this.file = file;
        dimension = dimension(file);
    }

    /// The values of all lines.
    ///
    /// @throws dev.fathom.cli.study.BadInput if one is not admissible, stands twice, or is not as long as there are
    /// variables
    static Settings read(ParameterFile file) {
        return new SettingsReader(file).settings();
    }

    private static int dimension(ParameterFile file) {
        Line line = file.last("DIMENSION")
                .orElseThrow(() -> file.error(
                        "DIMENSION", "DIMENSION is missing. Maybe add DIMENSION with the number of variables?"));
        try {
            return Math.toIntExact(Parameters.DIMENSION.read(line.text()));
        } catch (IllegalArgumentException e) {
            throw file.error(line, e);
        }
    }

    private Settings settings() {
        Map<String, List<Line>> byName = file.lines().stream()
                .collect(Collectors.groupingBy(Line::name, LinkedHashMap::new, Collectors.toList()));
        Settings settings = Settings.STANDARD;
        for (List<Line> lines : byName.values()) {
            settings = with(settings, lines);
        }
        return settings;
    }

    private Settings with(Settings settings, List<Line> lines) {
        Parameter<?> parameter = Parameters.named(lines.getFirst().name());
        boolean isPerVariable = ParameterText.isPerVariable(parameter);
        if (lines.size() > 1 && !isPerVariable && !SEVERAL.contains(parameter.name())) {
            throw file.error(
                    lines.getLast(),
                    parameter + " stands twice, also in line "
                            + lines.getFirst().number() + ". Maybe remove one?");
        }
        for (Line line : lines) {
            check(parameter, line, isPerVariable);
        }
        String all = lines.stream().map(this::plain).collect(Collectors.joining("\n"));
        return settings.with(parameter.name(), all);
    }

    private void check(Parameter<?> parameter, Line line, boolean isPerVariable) {
        int count = line.values().size();
        if (isPerVariable && line.hasBracket() && count != dimension) {
            throw file.error(
                    line,
                    parameter + " has " + count + (count == 1 ? " value" : " values") + ", but DIMENSION is "
                            + dimension + ". Maybe " + parameter + " * v for all variables, or - for none?");
        }
        try {
            if (parameter.read(plain(line)) instanceof PerVariable numbers) {
                numbers.resolve(parameter.name(), dimension);
            }
        } catch (IllegalArgumentException e) {
            throw file.error(line, e);
        }
    }

    /// The text without quotes around all of it.
    private String plain(Line line) {
        List<String> words = line.words();
        return words.size() == 1 ? words.getFirst() : line.text();
    }
}
