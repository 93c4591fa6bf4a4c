package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A whole number: unbounded, or between two bounds that both belong to it, on a linear or logarithmic scale.
///
/// The coordinate makes a real number in `[low - 1/2, high + 1/2]`, reflected at the ends, which is rounded to the
/// nearest
/// whole number (ties downwards), so that on the linear scale all values have equal shares. By default coordinate 0 is
/// the
/// middle of that interval, and the step a sixth of it; without bounds 0 and 1. On the logarithmic scale both are meant
/// for the natural logarithm.
public final class Whole implements Parameter<Integer> {

    private final int low;
    private final int high;
    private final boolean log;
    private final double center;
    private final double step;
    private final Column column;

    private Whole(int low, int high, boolean log, double center, double step) {
        this.low = low;
        this.high = high;
        this.log = log;
        this.center = center;
        this.step = step;
        Json.checkStep(step);
        Column plain = isBounded()
                ? new Column("", Kind.INTEGER, edge(low - 0.5), edge(high + 0.5), Boundary.REFLECT, arity(), 0)
                : Column.free("", Kind.INTEGER, 0, 0);
        column = log ? plain : plain.scaled(center, step);
    }

    /// Any whole number of 32 bits.
    static Whole unbounded() {
        return new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE, false, 0, 1);
    }

    /// A whole number in `low … high`.
    ///
    /// @throws IllegalArgumentException if not `low < high`
    static Whole between(int low, int high) {
        if (low >= high) {
            throw new Complaint("low " + low + " is not below high " + high
                    + ". Maybe they are exchanged, or a constant is meant?");
        }
        return new Whole(low, high, false, low / 2.0 + high / 2.0, (high + 1.0 - low) / 6);
    }

    /// The same on a logarithmic scale.
    ///
    /// @throws IllegalArgumentException if there are no bounds or the lower one is not positive
    public Whole log() {
        if (!isBounded()) {
            throw new Complaint("low is missing. Maybe give both bounds: a logarithmic scale needs them");
        }
        Json.checkPositive(low);
        double from = StrictMath.log(low - 0.5);
        double to = StrictMath.log(high + 0.5);
        return new Whole(low, high, true, (from + to) / 2, (to - from) / 6);
    }

    /// The same with another initial value within the bounds.
    ///
    /// @throws IllegalArgumentException if it is outside
    public Whole init(int value) {
        check("init", value);
        return new Whole(low, high, log, scaled(value), step);
    }

    /// The same with another natural step, `(0, ∞)`; on a logarithmic scale in units of the natural logarithm.
    ///
    /// @throws IllegalArgumentException if it is not positive and finite
    public Whole step(double sigma) {
        return new Whole(low, high, log, center, sigma);
    }

    /// Smallest value.
    public int low() {
        return low;
    }

    /// Largest value.
    public int high() {
        return high;
    }

    /// The natural step.
    double step() {
        return step;
    }

    Column column() {
        return column;
    }

    /// The value at coordinate `x`.
    int at(double x) {
        double raw = center + step * column.repair(x);
        double value = log ? StrictMath.exp(raw) : raw;
        return (int) Math.clamp(Math.ceil(value - 0.5), (double) low, (double) high);
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public List<Column> columns() {
        return List.of(column);
    }

    @Override
    public Integer decode(double[] x, int from) {
        return at(x[from]);
    }

    @Override
    public void encode(Integer value, double[] x, int from) {
        check("value", value);
        x[from] = edge(value);
    }

    @Override
    public void sample(double[] x, int from, Rng rng) {
        x[from] = column.isBounded() ? rng.nextDouble(column.low(), column.high()) : rng.nextGaussian();
    }

    /// A Gaussian step of 1, at least to a neighbour.
    @Override
    public void change(int k, double[] x, int at, Rng rng) {
        int old = at(x[at]);
        int value = at(column.repair(x[at]) + rng.nextGaussian());
        if (value == old) {
            boolean up = old == low || (old != high && rng.nextBoolean());
            value = up ? old + 1 : old - 1;
        }
        x[at] = edge(value);
    }

    @Override
    public void canonicalize(double[] x, int from) {
        x[from] = edge(at(x[from]));
    }

    @Override
    public Object toJson(Integer value) {
        return value;
    }

    @Override
    public Integer fromJson(Object json) {
        int value = Json.whole(json);
        check("value", value);
        return value;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "integer");
        if (isBounded()) {
            map.put("low", low);
            map.put("high", high);
        }
        if (log) {
            map.put("log", true);
        }
        Whole plain = isBounded() ? (log ? between(low, high).log() : between(low, high)) : unbounded();
        if (center != plain.center) {
            map.put("init", at(0));
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

    private boolean isBounded() {
        return low != Integer.MIN_VALUE || high != Integer.MAX_VALUE;
    }

    private int arity() {
        return (int) Math.min(Integer.MAX_VALUE, (long) high - low + 1);
    }

    private double scaled(double value) {
        return log ? StrictMath.log(value) : value;
    }

    /// The coordinate of a number on the scale.
    private double edge(double value) {
        return (scaled(value) - center) / step;
    }

    private void check(String what, int value) {
        if (value < low || value > high) {
            throw new Complaint(
                    what + " " + value + " is not within " + low + " … " + high + ". Maybe widen the bounds?");
        }
    }
}
