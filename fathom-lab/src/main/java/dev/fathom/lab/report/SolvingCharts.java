package dev.fathom.lab.report;

import dev.fathom.lab.measure.History;
import dev.fathom.lab.measure.SolvingTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// Data profiles and performance profiles as pictures, see [SolvingTimes]. Algorithms have colours in the order in
/// which they first appear.
public final class SolvingCharts {

    private SolvingCharts() {}

    /// Which share of the problems each algorithm solves within how many simplex gradients.
    ///
    /// @param histories one for each algorithm and problem
    /// @param tau precision in (0, 1)
    /// @throws IllegalArgumentException as [SolvingTimes#of] does
    public static Picture dataProfiles(List<History> histories, double tau) {
        SolvingTimes times = SolvingTimes.of(histories, tau);
        return chart(times, "Data profiles, τ = " + tau, "evaluations / (dimension + 1)", times::simplexGradients);
    }

    /// Which share of the problems each algorithm solves within how many times the evaluations of the fastest.
    ///
    /// @param histories one for each algorithm and problem
    /// @param tau precision in (0, 1)
    /// @throws IllegalArgumentException as [SolvingTimes#of] does
    public static Picture performanceProfiles(List<History> histories, double tau) {
        SolvingTimes times = SolvingTimes.of(histories, tau);
        return chart(times, "Performance profiles, τ = " + tau, "evaluations / those of the fastest", times::ratios);
    }

    private static Picture chart(SolvingTimes times, String title, String xTitle, IntFunction<double[]> values) {
        double high = 2;
        for (int a = 0; a < times.algorithms().size(); a++) {
            high = Math.max(high, Arrays.stream(values.apply(a)).max().orElse(high));
        }
        List<Curve> curves = new ArrayList<>();
        for (int a = 0; a < times.algorithms().size(); a++) {
            curves.add(Curve.distribution(
                    times.algorithms().get(a),
                    Style.of(a),
                    true,
                    values.apply(a),
                    times.problems().size(),
                    1,
                    high));
        }
        return new CurveChart(title, xTitle, "fraction of problems solved", high, curves).picture();
    }
}
