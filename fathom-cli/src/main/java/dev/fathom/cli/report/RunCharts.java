package dev.fathom.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Charts along the run: losses, the front, and times.
final class RunCharts {

    private final Run run;

    RunCharts(Run run) {
        this.run = run;
    }

    /// Each loss as a dot, the best so far as a line, failures as ticks at the foot.
    Map<String, @Nullable Object> convergence() {
        Axis losses = Axis.of(run.losses(0));
        List<Object> layers = new ArrayList<>(dots(losses));
        layers.add(Spec.layer(
                "isValid(datum.b)",
                Spec.map("type", "line", "interpolate", "step-after", "style", "best"),
                Spec.map("x", evaluation(), "y", Spec.number("b", run.axis(0), losses))));
        layers.add(failures());
        return Spec.chart(0, 300, layers.toArray());
    }

    private List<Object> dots(Axis losses) {
        Map<String, @Nullable Object> encoding =
                Spec.map("x", evaluation(), "y", Spec.number("y", run.axis(0), losses), "tooltip", tooltip());
        return List.of(
                Spec.layer("datum.s == 'infeasible'", Spec.mark("point", "infeasible"), encoding),
                Spec.layer("datum.s == 'ok'", Spec.mark("point", "dot"), encoding));
    }

    private Object failures() {
        return Spec.layer(
                "datum.s == 'failed'",
                Spec.mark("tick", "failed"),
                Spec.map("x", evaluation(), "y", Spec.map("value", Spec.map("expr", "height"))));
    }

    private Map<String, @Nullable Object> evaluation() {
        Map<String, @Nullable Object> channel = Spec.quantitative("n");
        channel.put("title", "evaluation");
        channel.put("axis", Spec.map("tickCount", 8));
        channel.put(
                "scale", Spec.map("domain", List.of(0, Math.max(1, run.results().size())), "nice", false));
        return channel;
    }

    private static List<Object> tooltip() {
        Map<String, @Nullable Object> evaluation = Spec.quantitative("n");
        evaluation.put("title", "evaluation");
        Map<String, @Nullable Object> value = Spec.quantitative("y");
        value.put("title", "value");
        value.put("format", ".6~g");
        return List.of(evaluation, value);
    }

    /// The first two objectives, the front on top.
    Map<String, @Nullable Object> front() {
        Map<String, @Nullable Object> encoding = Spec.map(
                "x", Spec.number("y", run.axis(0), Axis.of(run.losses(0))),
                "y", Spec.number("z", run.axis(1), Axis.of(run.losses(1))));
        Map<String, @Nullable Object> line = new LinkedHashMap<>(encoding);
        line.put("order", Spec.map("field", "y", "type", "quantitative"));
        List<Object> layers = new ArrayList<>(List.of(
                Spec.layer("datum.s == 'infeasible'", Spec.mark("point", "infeasible"), encoding),
                Spec.layer("datum.s == 'ok' && !datum.f", Spec.mark("point", "dot"), encoding)));
        if (run.journal().objectives() == 2) {
            layers.add(Spec.layer(
                    "datum.f", Spec.map("type", "line", "interpolate", staircase(), "style", "front"), line));
        }
        layers.add(Spec.layer("datum.f", Spec.mark("point", "top"), encoding));
        return Spec.chart(0, 360, layers.toArray());
    }

    /// The side of the front on which points are dominated, along the first objective.
    private String staircase() {
        return run.journal().maximized().getFirst() ? "step-before" : "step-after";
    }

    /// Duration of each evaluation.
    Map<String, @Nullable Object> times() {
        double[] seconds = run.results().stream()
                .mapToDouble(JournalResult::seconds)
                .filter(Double::isFinite)
                .toArray();
        Map<String, @Nullable Object> encoding =
                Spec.map("x", evaluation(), "y", Spec.number("t", "seconds", Axis.of(seconds)));
        return Spec.chart(
                0,
                200,
                Spec.layer("isValid(datum.t) && datum.s != 'failed'", Spec.mark("point", "dot"), encoding),
                Spec.layer("isValid(datum.t) && datum.s == 'failed'", Spec.mark("point", "failed"), encoding));
    }
}
