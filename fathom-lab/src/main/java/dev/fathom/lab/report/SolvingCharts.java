package dev.fathom.lab.report;

import dev.fathom.lab.measure.History;
import dev.fathom.lab.measure.SolvingTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Data profiles and performance profiles as pictures, see [SolvingTimes]. Algorithms have colours in the order in
/// which they first appear.
public final class SolvingCharts {

    private static final String GRADIENTS = "evaluations / (dimension + 1)";
    private static final String RATIO = "evaluations / those of the fastest";

    private SolvingCharts() {}

    /// Which share of the problems each algorithm solves within how many simplex gradients.
    ///
    /// @param histories one for each algorithm and problem
    /// @param tau precision in (0, 1)
    /// @throws IllegalArgumentException as [SolvingTimes#of] does
    public static Picture dataProfiles(List<History> histories, double tau) {
        SolvingTimes times = SolvingTimes.of(histories, tau);
        double high = largest(times, times::simplexGradients);
        return chart("Data profiles, τ = " + tau, GRADIENTS, high, Axis.Scale.DECADES, plain(times, true, high));
    }

    /// Which share of the problems each algorithm solves within how many times the evaluations of the fastest.
    ///
    /// @param histories one for each algorithm and problem
    /// @param tau precision in (0, 1)
    /// @throws IllegalArgumentException as [SolvingTimes#of] does
    public static Picture performanceProfiles(List<History> histories, double tau) {
        SolvingTimes times = SolvingTimes.of(histories, tau);
        double high = octave(largest(times, times::ratios));
        return chart("Performance profiles, τ = " + tau, RATIO, high, Axis.Scale.OCTAVES, plain(times, false, high));
    }

    /// Data profiles of the algorithms of a field, in its styles; the axis ends at the budget.
    static Picture dataProfiles(SolvingTimes times, String title, Field field) {
        double high = Math.max(2, field.budget());
        return chart(title, GRADIENTS, high, Axis.Scale.DECADES, styled(times, true, high, field));
    }

    /// Performance profiles of the algorithms of a field, in its styles.
    static Picture performanceProfiles(SolvingTimes times, String title, Field field) {
        double high = octave(largest(times, times::ratios));
        return chart(title, RATIO, high, Axis.Scale.OCTAVES, styled(times, false, high, field));
    }

    /// Where an axis ends that shows all of the values.
    private static double largest(SolvingTimes times, IntFunction<double[]> values) {
        return IntStream.range(0, times.algorithms().size())
                .mapToObj(values)
                .flatMapToDouble(Arrays::stream)
                .reduce(2, Math::max);
    }

    /// The next power of two.
    private static double octave(double value) {
        double power = 2;
        while (power < value) {
            power *= 2;
        }
        return power;
    }

    private static List<Curve> plain(SolvingTimes times, boolean data, double high) {
        List<Curve> curves = new ArrayList<>();
        for (int a = 0; a < times.algorithms().size(); a++) {
            curves.add(curve(times, a, data, high, Style.of(a), true));
        }
        return curves;
    }

    private static List<Curve> styled(SolvingTimes times, boolean data, double high, Field field) {
        List<Curve> curves = new ArrayList<>();
        for (Entrant entrant : field.own()) {
            int a = times.algorithms().indexOf(entrant.algorithm());
            if (a >= 0) {
                Style style = entrant.highlighted() ? entrant.style() : Style.background();
                curves.add(curve(times, a, data, high, style, entrant.highlighted()));
            }
        }
        return curves;
    }

    private static Curve curve(SolvingTimes times, int a, boolean data, double high, Style style, boolean labelled) {
        double[] values = data ? times.simplexGradients(a) : times.ratios(a);
        String name = times.algorithms().get(a);
        return Curve.distribution(
                name, style, labelled, values, times.problems().size(), 1, high);
    }

    private static Picture chart(String title, String xTitle, double high, Axis.Scale scale, List<Curve> curves) {
        return new CurveChart(title, xTitle, "fraction of problems solved", high, scale, curves).picture();
    }
}
