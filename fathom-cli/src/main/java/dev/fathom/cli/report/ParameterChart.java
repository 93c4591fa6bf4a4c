package dev.fathom.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One parameter against the first loss: a scatter for numbers, a strip with its median per option for choices.
final class ParameterChart {

    /// Choices with more options than this are not drawn.
    static final int OPTIONS = 16;

    private final Run run;
    private final Axis losses;

    ParameterChart(Run run) {
        this.run = run;
        losses = Axis.of(run.losses(0));
    }

    /// Whether there is something to see.
    static boolean draws(Parameter parameter) {
        return !parameter.isConstant() && parameter.options().size() <= OPTIONS;
    }

    /// The chart of a parameter.
    Map<String, @Nullable Object> of(Parameter parameter) {
        String field = parameter.key();
        String x = parameter.isChoice() ? "x" : field;
        Map<String, @Nullable Object> encoding = Spec.map(
                "x",
                parameter.isChoice() ? positions(parameter) : numbers(parameter),
                "y",
                Spec.number("y", run.axis(0), losses));
        String top = run.isSingle() ? "datum.r === 0 && datum.s != 'failed'" : "datum.f";
        List<Object> layers = new ArrayList<>();
        layers.add(Spec.layer("datum.s == 'infeasible'", Spec.mark("point", "infeasible"), encoding));
        layers.add(Spec.layer("datum.s == 'ok'", Spec.mark("point", "dot"), encoding));
        if (parameter.isChoice()) {
            layers.add(medians(encoding));
        }
        layers.add(Spec.layer(top, Spec.mark("point", "top"), encoding));
        Map<String, @Nullable Object> chart = Spec.chart(1, 170, layers.toArray());
        chart.put("transform", transforms(parameter, x));
        return chart;
    }

    private static Map<String, @Nullable Object> numbers(Parameter parameter) {
        Axis axis = new Axis(parameter.low(), parameter.high(), parameter.log());
        return Spec.number(parameter.key(), parameter.name(), axis);
    }

    /// Options stand at 0, 1, …; the rows of one option are spread around its position by the golden ratio.
    private static List<Object> transforms(Parameter parameter, String x) {
        List<Object> transforms = new ArrayList<>();
        transforms.add(Spec.map("filter", "datum.d >= 1 && isValid(datum." + parameter.key() + ")"));
        if (parameter.isChoice()) {
            String option = "indexof(" + Spec.literal(parameter.options()) + ", datum." + parameter.key() + ")";
            transforms.add(Spec.map("calculate", option, "as", "o"));
            transforms.add(Spec.map("calculate", "datum.o + 0.5 * ((datum.n * 0.618034) % 1 - 0.5)", "as", x));
        }
        return transforms;
    }

    private static Map<String, @Nullable Object> positions(Parameter parameter) {
        Map<String, @Nullable Object> axis = Spec.labels(parameter.options());
        axis.put("labelAngle", isCrowded(parameter) ? -40 : 0);
        axis.put("labelLimit", isCrowded(parameter) ? 56 : 90);
        Map<String, @Nullable Object> channel = Spec.quantitative("x");
        channel.put("title", parameter.name());
        channel.put(
                "scale", Spec.map("domain", List.of(-0.5, parameter.options().size() - 0.5), "nice", false));
        channel.put("axis", axis);
        return channel;
    }

    private static boolean isCrowded(Parameter parameter) {
        int longest =
                parameter.options().stream().mapToInt(String::length).max().orElse(0);
        return (Math.min(longest, 14) + 2) * parameter.options().size() > 36;
    }

    private static Object medians(Map<String, @Nullable Object> encoding) {
        Map<String, @Nullable Object> layer = Spec.layer(
                "",
                Spec.mark("rule", "median"),
                Spec.map("x", Spec.quantitative("x"), "x2", Spec.map("field", "x2"), "y", encoding.get("y")));
        Object median = Spec.map("op", "median", "field", "y", "as", "y");
        layer.put(
                "transform",
                List.of(
                        Spec.map("filter", "datum.s == 'ok'"),
                        Spec.map("aggregate", List.of(median), "groupby", List.of("o")),
                        Spec.map("calculate", "datum.o - 0.36", "as", "x"),
                        Spec.map("calculate", "datum.o + 0.36", "as", "x2")));
        return layer;
    }
}
