package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.LinkedHashMap;
import java.util.Map;

/// A positive number on a logarithmic scale: `exp(ln init + step · x)`, reflected at its two bounds.
///
/// By default the initial value is the geometric middle √(low·high) and the step a sixth of `ln high - ln low`.
public final class LogReal implements Scalar {

    private final double low;
    private final double high;
    private final double init;
    private final double step;
    private final double logInit;
    private final Column column;

    private LogReal(double low, double high, double init, double step) {
        this.low = low;
        this.high = high;
        this.init = init;
        this.step = step;
        Json.checkWithin("init", init, low, high);
        Json.checkStep(step);
        logInit = StrictMath.log(init);
        double from = (StrictMath.log(low) - logInit) / step;
        double to = (StrictMath.log(high) - logInit) / step;
        column = new Column("", Kind.REAL, from, to, Boundary.REFLECT, 0, 0);
    }

    /// A number in `[low, high]`.
    ///
    /// @throws IllegalArgumentException if not `0 < low < high < ∞`
    static LogReal between(double low, double high) {
        Json.checkBounds(low, high);
        Json.checkPositive(low);
        if (Double.isInfinite(high)) {
            throw new Complaint("high is missing. Maybe give both bounds: a logarithmic scale needs them");
        }
        double range = StrictMath.log(high) - StrictMath.log(low);
        return new LogReal(low, high, middle(low, high), range / 6);
    }

    /// The same with another initial value within the bounds.
    ///
    /// @throws IllegalArgumentException if it is outside
    public LogReal init(double value) {
        return new LogReal(low, high, value, step);
    }

    /// The same with another natural step in units of the natural logarithm, `(0, ∞)`.
    ///
    /// @throws IllegalArgumentException if it is not positive and finite
    public LogReal step(double sigma) {
        return new LogReal(low, high, init, sigma);
    }

    /// Lower bound.
    @Override
    public double low() {
        return low;
    }

    /// Upper bound.
    @Override
    public double high() {
        return high;
    }

    /// The initial value.
    @Override
    public double init() {
        return init;
    }

    /// The natural step, in units of the natural logarithm.
    @Override
    public double step() {
        return step;
    }

    @Override
    public Column column() {
        return column;
    }

    @Override
    public double at(double x) {
        double z = column.repair(x);
        if (z <= column.low() || z >= column.high()) {
            return z <= column.low() ? low : high;
        }
        return z == 0 ? init : Math.clamp(StrictMath.exp(logInit + step * z), low, high);
    }

    @Override
    public double coordinate(double value) {
        Json.checkWithin("value", value, low, high);
        if (value == low || value == high) {
            return value == low ? column.low() : column.high();
        }
        return Math.clamp((StrictMath.log(value) - logInit) / step, column.low(), column.high());
    }

    @Override
    public double draw(Rng rng) {
        return rng.nextDouble(column.low(), column.high());
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "log");
        map.put("low", low);
        map.put("high", high);
        LogReal plain = between(low, high);
        if (init != plain.init) {
            map.put("init", init);
        }
        if (step != plain.step) {
            map.put("step", step);
        }
        return map;
    }

    @Override
    public String toString() {
        return describe().toString();
    }

    private static double middle(double low, double high) {
        return Math.clamp(StrictMath.sqrt(low) * StrictMath.sqrt(high), low, high);
    }
}
