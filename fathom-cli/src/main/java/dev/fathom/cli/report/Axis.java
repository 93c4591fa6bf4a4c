package dev.fathom.cli.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The range of an axis and how numbers lie on it.
///
/// @param low least number
/// @param high greatest number
/// @param log whether the axis is logarithmic; needs `low > 0`
record Axis(double low, double high, boolean log) {

    private static final int TICKS = 7;

    /// An axis for these numbers, logarithmic if all are positive and span more than two decades.
    static Axis of(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        return new Axis(low, high, low > 0 && high > 100 * low);
    }

    Map<String, @Nullable Object> scale() {
        if (!log) {
            return Spec.map("zero", false);
        }
        double margin = StrictMath.pow(high / low, 0.03);
        return Spec.map("type", "log", "nice", false, "domain", List.of(low / margin, high * margin));
    }

    Map<String, @Nullable Object> marks() {
        if (!log) {
            return Spec.map("tickCount", 5);
        }
        return Spec.map(
                "values",
                ticks(),
                "labelExpr",
                "datum.value >= 0.001 && datum.value < 10000 ? format(datum.value, '~r') : format(datum.value, '.0e')");
    }

    /// 1, 2, 5, 10, … where these are few, else powers of ten, or some of them.
    private List<Double> ticks() {
        int first = (int) Math.floor(StrictMath.log10(low));
        int last = (int) Math.floor(StrictMath.log10(high));
        int[] digits = last - first <= 2 ? new int[] {1, 2, 5} : new int[] {1};
        int step = Math.max(1, (last - first + TICKS - 1) / TICKS);
        List<Double> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            for (int digit : Math.floorMod(exponent, step) == 0 ? digits : new int[0]) {
                double tick =
                        BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent).doubleValue();
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
