package dev.fathom.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All parameters at once: an axis each, a line for each evaluation, coloured by its rank, the best ones on top.
final class ParallelChart {

    /// How many axes there are at most.
    static final int AXES = 16;

    /// Where lines pass an axis whose parameter the setting does not have.
    private static final double MISSING = -0.12;

    private final Run run;
    private final List<Parameter> axes;

    ParallelChart(Run run) {
        this.run = run;
        axes = run.parameters().columns().stream()
                .filter(ParameterChart::draws)
                .limit(AXES)
                .toList();
    }

    /// Number of axes; with fewer than two there is nothing to see.
    int axes() {
        return axes.size();
    }

    Map<String, @Nullable Object> spec() {
        List<Object> transforms = new ArrayList<>();
        transforms.add(Spec.map("filter", "datum.d >= 2 && datum.s != 'failed'"));
        List<String> heights = new ArrayList<>();
        for (Parameter axis : axes) {
            String height = "h" + heights.size();
            transforms.add(Spec.map("calculate", height(axis), "as", height));
            heights.add(height);
        }
        transforms.add(Spec.map("fold", heights, "as", List.of("axis", "h")));
        transforms.add(Spec.map("calculate", "toNumber(slice(datum.axis, 1))", "as", "i"));
        String top = isTop();
        Map<String, @Nullable Object> chart = Spec.chart(
                2,
                320,
                rules(),
                lines("!(" + top + ")", "thread"),
                lines(top, "leader"),
                labels("halo"),
                labels("note"));
        chart.put("transform", transforms);
        return chart;
    }

    /// The ten best evaluations, or the front.
    private String isTop() {
        if (!run.isSingle()) {
            return "datum.f";
        }
        long valued = run.results().size() - run.journal().failures();
        return "datum.r <= " + 9.5 / Math.max(1, valued - 1);
    }

    private Object rules() {
        return Spec.map(
                "data", Spec.map("values", marks(false)),
                "transform", List.of(),
                "mark", Spec.mark("rule", "rail"),
                "encoding", Spec.map("x", position()));
    }

    private Object lines(String filter, String style) {
        Map<String, @Nullable Object> color = Spec.quantitative("r");
        color.put("legend", null);
        color.put("scale", Spec.map("domain", List.of(0, 1), "range", "ramp"));
        return Spec.layer(
                filter,
                Spec.mark("line", style),
                Spec.map("x", position(), "y", height(), "detail", Spec.map("field", "n"), "color", color));
    }

    /// Least and greatest number, or all options, beside each axis.
    private Object labels(String style) {
        Map<String, @Nullable Object> mark = Spec.mark("text", style);
        mark.put("limit", Math.clamp(780 / axes.size() - 8, 24, 64));
        return Spec.map(
                "data", Spec.map("values", marks(true)),
                "transform", List.of(),
                "mark", mark,
                "encoding", Spec.map("x", position(), "y", height(), "text", Spec.map("field", "label")));
    }

    private List<Object> marks(boolean labelled) {
        List<Object> marks = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            Parameter axis = axes.get(i);
            List<String> labels = !labelled
                    ? List.of("")
                    : axis.isChoice() ? axis.options() : List.of(Numbers.brief(axis.low()), Numbers.brief(axis.high()));
            for (int j = 0; j < labels.size(); j++) {
                marks.add(Spec.map("i", i, "h", j / Math.max(1.0, labels.size() - 1.0), "label", labels.get(j)));
            }
            if (labelled && axis.optional()) {
                marks.add(Spec.map("i", i, "h", MISSING, "label", "none"));
            }
        }
        return marks;
    }

    private Map<String, @Nullable Object> position() {
        Map<String, @Nullable Object> channel = Spec.quantitative("i");
        channel.put("title", null);
        channel.put("scale", Spec.map("domain", List.of(0, 1.1 * (axes.size() - 1)), "nice", false));
        channel.put("axis", names());
        return channel;
    }

    private Map<String, @Nullable Object> names() {
        List<String> names = axes.stream().map(Parameter::name).toList();
        Map<String, @Nullable Object> axis = Spec.labels(names);
        axis.put("domain", false);
        axis.put("labelAngle", axes.size() > 6 ? -25 : 0);
        axis.put("labelAlign", axes.size() > 6 ? "right" : "left");
        axis.put("labelLimit", 120);
        return axis;
    }

    private Map<String, @Nullable Object> height() {
        Map<String, @Nullable Object> channel = Spec.quantitative("h");
        boolean optional = axes.stream().anyMatch(Parameter::optional);
        channel.put("axis", null);
        channel.put("scale", Spec.map("domain", List.of(optional ? MISSING : 0, 1), "nice", false));
        return channel;
    }

    /// Where a value stands on its axis, from 0 to 1; below it where the parameter is missing.
    private static String height(Parameter axis) {
        String value = "datum." + axis.key();
        String height;
        if (axis.isChoice()) {
            height = "indexof(" + Spec.literal(axis.options()) + ", " + value + ") / "
                    + (axis.options().size() - 1);
        } else if (axis.log()) {
            height = "log(" + value + " / " + axis.low() + ") / " + StrictMath.log(axis.high() / axis.low());
        } else {
            height = "(" + value + " - (" + axis.low() + ")) / " + (axis.high() - axis.low());
        }
        return "isValid(" + value + ") ? " + height + " : " + MISSING;
    }
}
