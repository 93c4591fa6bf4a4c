package dev.fathom.algorithms.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A function of one column, known at some places: where to look next for its minimum.
///
/// Near the best place parabolas lead to the next one, kept inside the bracket as by Brent, "Algorithms for
/// Minimization without Derivatives" (1973). Far from it STEP does: Langerman, Seront and Bersini, "S.T.E.P.: the
/// easiest way to optimize a function" (1994). Both together, for separable functions, are due to Pošík and Baudiš,
/// "Dimension selection in axis-parallel Brent-STEP method" (2015).
final class Line {

    private static final double TOLERANCE = 1e-9;
    private static final double LEAST_WIDTH = 1e-6;
    private static final double IMPROVEMENT = 1e-10;

    private final double low;
    private final double high;
    private double[] t = new double[8];
    private double[] v = new double[8];
    private int n;
    private int best;

    /// A place to look at.
    ///
    /// @param t where
    /// @param gain by how much the value there may be lower than the best one, `> 0`
    record Proposal(double t, double gain) {}

    /// @param low lower bound, or `-∞`
    /// @param high upper bound, or `+∞`
    Line(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /// Enters the value at a place that was not known.
    void add(double place, double value) {
        if (n == t.length) {
            t = Arrays.copyOf(t, 2 * n);
            v = Arrays.copyOf(v, 2 * n);
        }
        int i = n++;
        for (; i > 0 && t[i - 1] > place; i--) {
            t[i] = t[i - 1];
            v[i] = v[i - 1];
        }
        t[i] = place;
        v[i] = value;
        best = 0;
        for (int k = 1; k < n; k++) {
            best = v[k] < v[best] ? k : best;
        }
    }

    /// Lowers all values by that number.
    void lower(double by) {
        for (int i = 0; i < n; i++) {
            v[i] -= by;
        }
    }

    int size() {
        return n;
    }

    /// The best place.
    double place() {
        return t[best];
    }

    /// The value at the best place.
    double value() {
        return v[best];
    }

    /// The largest absolute value.
    double largest() {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(v[i]));
        }
        return largest;
    }

    /// A place that is not that one, and its value.
    double[] other(double than) {
        int i = t[0] == than ? 1 : 0;
        return new double[] {t[i], v[i]};
    }

    /// The parabola through the first three places, in their order, when no more are known.
    Parabola parabola() {
        return Parabola.through(t[0], v[0], t[1], v[1], t[2], v[2]);
    }

    /// The next place near the best one; null when nothing is to be gained there.
    @Nullable
    Proposal near() {
        return best == 0 || best == n - 1 ? outward() : inward();
    }

    /// Beyond the last place known on one side.
    private @Nullable Proposal outward() {
        int inner = best == 0 ? 1 : n - 2;
        double bound = best == 0 ? low : high;
        double edge = Math.abs(t[inner] - t[best]);
        double room = Double.isInfinite(bound) ? 10 * edge : Math.abs(bound - t[best]);
        if (room == 0) {
            return null;
        }
        double slope = (v[inner] - v[best]) / edge;
        double step = Math.min(room, outwardStep(inner, edge, slope, room));
        double place = best == 0 ? t[best] - step : t[best] + step;
        if (Double.isFinite(bound) && Math.abs(bound - place) < 0.1 * room) {
            place = bound;
        }
        return isKnown(place) ? null : new Proposal(place, Math.max(slope * step, Double.MIN_NORMAL));
    }

    /// To the vertex of the parabola through the last three places, within reason; all the way where it has none.
    private double outwardStep(int inner, double edge, double slope, double room) {
        if (n < 3) {
            return 3 * edge;
        }
        int third = best == 0 ? 2 : n - 3;
        double innerSlope = (v[third] - v[inner]) / Math.abs(t[third] - t[inner]);
        double c = (innerSlope - slope) / Math.abs(t[third] - t[best]);
        if (!(c > 1e-9 * slope)) {
            return room;
        }
        return Math.clamp((slope - c * edge) / (2 * c), 0.5 * edge, 10 * edge);
    }

    /// Between the neighbours of the best place.
    private @Nullable Proposal inward() {
        double left = t[best] - t[best - 1];
        double right = t[best + 1] - t[best];
        double tolerance = TOLERANCE * Math.max(1, Math.abs(t[best]));
        Parabola p = Parabola.through(t[best - 1], v[best - 1], t[best], v[best], t[best + 1], v[best + 1]);
        if (!(p.c() > 0) || left + right < 4 * tolerance) {
            return null;
        }
        double step = p.vertex() - p.m();
        double gain = p.b() * p.b() / (4 * p.c());
        double narrow = Math.min(left, right);
        double wide = Math.max(left, right);
        double cut = Math.max(3 * Math.abs(step), 4 * narrow);
        if (narrow < 0.05 * wide && cut < 0.6 * wide) {
            // the bracket is lopsided: cut its long side
            return new Proposal(t[best] + (right > left ? cut : -cut), Math.max(gain, 0.05 * p.c() * cut * cut));
        }
        if (Math.abs(step) < 0.01 * narrow) {
            // the vertex is almost known: a short step across it closes the bracket
            step = Math.copySign(Math.max(tolerance, 0.01 * narrow), -p.b());
            if ((step < 0 ? left : right) < 2 * tolerance) {
                return null;
            }
            gain = Math.max(gain, 1e-3 * p.c() * step * step);
        }
        return new Proposal(t[best] + step, gain);
    }

    private boolean isKnown(double place) {
        return Arrays.binarySearch(t, 0, n, place) >= 0;
    }

    /// The middle of the interval in which a value slightly below the best one is easiest: where the parabola through
    /// both ends that just touches this value is least curved. NaN where all intervals are tiny.
    double easiest() {
        double target = v[best] - IMPROVEMENT * Math.max(largest(), Double.MIN_NORMAL);
        double least = Double.POSITIVE_INFINITY;
        double place = Double.NaN;
        for (int i = 0; i + 1 < n; i++) {
            double width = t[i + 1] - t[i];
            double root = (Math.sqrt(v[i] - target) + Math.sqrt(v[i + 1] - target)) / width;
            if (width > LEAST_WIDTH && root < least) {
                least = root;
                place = t[i] + width / 2;
            }
        }
        return place;
    }
}
