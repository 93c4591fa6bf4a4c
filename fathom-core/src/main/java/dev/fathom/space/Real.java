package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.LinkedHashMap;
import java.util.Map;

/// A real number: unbounded, with one bound or with two.
///
/// Coordinate 0 is the initial value, and a coordinate of 1 lies one step away from it. By default the initial value is
/// the middle of two bounds, otherwise the admissible number nearest to 0; the step is a sixth of the range between two
/// bounds, otherwise 1; the [Transform] is `REFLECT`.
public final class Real implements Scalar {

    private final double low;
    private final double high;
    private final double init;
    private final double step;
    private final Transform transform;
    private final Column column;
    /// Bounds of the coordinates that need no repair, and of finite values.
    private final double left;

    private final double right;
    private final double floor;
    private final double ceiling;
    /// `c` and `k` of a smooth transform.
    private final double center;
    private final double scale;

    private Real(double low, double high, double init, double step, Transform transform) {
        this.low = low;
        this.high = high;
        this.init = init;
        this.step = step;
        this.transform = transform;
        check();
        center = transform.inverse((init - low) / (high - low));
        scale = step / ((high - low) * transform.slope());
        column = transform.isSmooth()
                ? Column.free("", Kind.REAL, 0, 0)
                : new Column("", Kind.REAL, (low - init) / step, (high - init) / step, boundary(), 0, 0)
                        .scaled(init, step);
        boolean open = transform == Transform.NONE;
        left = transform.isSmooth() ? Double.POSITIVE_INFINITY : open ? Double.NEGATIVE_INFINITY : column.low();
        right = open ? Double.POSITIVE_INFINITY : column.high();
        floor = open ? -Double.MAX_VALUE : Math.max(low, -Double.MAX_VALUE);
        ceiling = open ? Double.MAX_VALUE : Math.min(high, Double.MAX_VALUE);
    }

    /// A number in `[low, high]`; infinite bounds are none.
    ///
    /// @throws IllegalArgumentException if not `low < high`
    static Real between(double low, double high) {
        return new Real(low, high, middle(low, high), isWide(low, high) ? 1 : (high - low) / 6, Transform.REFLECT);
    }

    /// The same with another initial value within the bounds, strictly within for a smooth transform.
    ///
    /// @throws IllegalArgumentException if it is outside
    public Real init(double value) {
        return new Real(low, high, value, step, transform);
    }

    /// The same with another natural step, `(0, ∞)`.
    ///
    /// @throws IllegalArgumentException if it is not positive and finite
    public Real step(double sigma) {
        return new Real(low, high, init, sigma, transform);
    }

    /// The same with another transform. The smooth ones and `NONE` need two bounds.
    ///
    /// @throws IllegalArgumentException if a bound is missing that the transform needs
    public Real transform(Transform other) {
        return new Real(low, high, init, step, other);
    }

    /// Lower bound, `-∞` where there is none.
    @Override
    public double low() {
        return low;
    }

    /// Upper bound, `+∞` where there is none.
    @Override
    public double high() {
        return high;
    }

    /// The initial value.
    @Override
    public double init() {
        return init;
    }

    /// The natural step.
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
        return x > left && x < right ? clamp(init + step * x) : repaired(x);
    }

    /// The value at a coordinate that is on a bound, outside, NaN, or smoothly transformed.
    private double repaired(double x) {
        double z = column.repair(x);
        if (transform.isSmooth()) {
            return z == 0 ? init : clamp(low + (high - low) * transform.share(center + scale * z));
        }
        return z <= left ? low : z >= right ? high : clamp(init + step * z);
    }

    @Override
    public double coordinate(double value) {
        if (transform == Transform.NONE) {
            Json.checkWithin("value", value, floor, ceiling);
            return (value - init) / step;
        }
        Json.checkWithin("value", value, low, high);
        if (transform.isSmooth()) {
            return value == init ? 0 : (transform.inverse((value - low) / (high - low)) - center) / scale;
        }
        return value == low
                ? column.low()
                : value == high ? column.high() : Math.clamp((value - init) / step, column.low(), column.high());
    }

    @Override
    public double draw(Rng rng) {
        if (isWide(low, high)) {
            return column.repair(rng.nextGaussian());
        }
        return transform.isSmooth()
                ? coordinate(rng.nextDouble(low, high))
                : rng.nextDouble(column.low(), column.high());
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "real");
        if (low > Double.NEGATIVE_INFINITY) {
            map.put("low", low);
        }
        if (high < Double.POSITIVE_INFINITY) {
            map.put("high", high);
        }
        Real plain = between(low, high);
        if (init != plain.init) {
            map.put("init", init);
        }
        if (step != plain.step) {
            map.put("step", step);
        }
        if (transform != plain.transform) {
            map.put("transform", Json.lower(transform));
        }
        return map;
    }

    @Override
    public String toString() {
        return describe().toString();
    }

    private Boundary boundary() {
        return low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY
                ? Boundary.NONE
                : transform.boundary();
    }

    private double clamp(double value) {
        return value < floor ? floor : value > ceiling ? ceiling : value;
    }

    private static boolean isWide(double low, double high) {
        return Double.isInfinite(low) || Double.isInfinite(high);
    }

    private static double middle(double low, double high) {
        return isWide(low, high) ? Math.min(Math.max(0, low), high) : low / 2 + high / 2;
    }

    private void check() {
        Json.checkBounds(low, high);
        Json.checkWithin("init", init, low, high);
        Json.checkStep(step);
        if (!transform.isSmooth() && transform != Transform.NONE) {
            return;
        }
        if (isWide(low, high)) {
            throw new Complaint("transform " + Json.lower(transform) + " needs two bounds, but they are " + low
                    + " and " + high + ". Maybe give both, or use reflect?");
        }
        if (transform.isSmooth() && (init == low || init == high)) {
            throw new Complaint("init " + init + " lies on a bound, which transform " + Json.lower(transform)
                    + " does not reach. Maybe move it inside, or use reflect?");
        }
    }
}
