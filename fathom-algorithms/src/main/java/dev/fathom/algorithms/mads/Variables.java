package dev.fathom.algorithms.mads;

import dev.fathom.algorithm.Shape;
import dev.fathom.math.Normal;
import dev.fathom.space.Column;
import dev.fathom.space.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The variables of a problem on their own scales, where meshes of round numbers live: user's units where these are
/// linear in the standard coordinates, numbers of options for ordered choices, standard coordinates otherwise.
///
/// Arrays have one element per column, `[d]`, and must not be changed.
final class Variables {

    /// Number of columns, d.
    final int d;
    final double[] low;
    final double[] high;
    /// Variables are multiples of these; 0 for a continuum.
    final double[] granularity;
    /// The starting point, within bounds and on the grid.
    final double[] start;
    /// Initial frame sizes Δ⁰.
    final double[] frame;
    /// Least mesh and frame sizes; 0 for none.
    final double[] minMesh;
    final double[] minFrame;
    /// The columns that polls move, in groups that are moved together.
    final List<int[]> groups;
    /// All of these columns, ascending, `[n]`.
    final int[] free;

    private final List<Column> columns;

    Variables(Shape shape, Settings settings) {
        columns = shape.columns();
        d = columns.size();
        granularity = granularities(settings);
        low = bounds(true);
        high = bounds(false);
        start = grid(shape.start().x());
        double[] fixed = settings.get(Parameters.FIXED_VARIABLE).resolve("FIXED_VARIABLE", d);
        boolean[] isFixed = fix(fixed);
        groups = groups(settings, isFixed);
        free = groups.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        minMesh = positive(settings.get(Parameters.MIN_MESH_SIZE).resolve("MIN_MESH_SIZE", d));
        minFrame = positive(settings.get(Parameters.MIN_FRAME_SIZE).resolve("MIN_FRAME_SIZE", d));
        frame = frames(settings, shape.start().spread());
    }

    /// The number of free variables, n.
    int n() {
        return free.length;
    }

    /// Whether variable j lives on a grid of its own.
    boolean isGranular(int j) {
        return granularity[j] > 0;
    }

    // ---- scales ----

    /// A point on the variables' own scales, from standard coordinates.
    double[] own(double[] x) {
        double[] v = new double[d];
        for (int j = 0; j < d; j++) {
            v[j] = own(columns.get(j), x[j]);
        }
        return v;
    }

    private static double own(Column column, double x) {
        if (column.kind() == Kind.ORDERED) {
            return Math.min(column.arity() - 1, Math.floor(Normal.cdf(x) * column.arity()));
        }
        return column.isLinear() ? column.origin() + column.unit() * x : x;
    }

    /// Standard coordinates of a point on the variables' own scales.
    double[] standard(double[] v) {
        double[] x = new double[d];
        for (int j = 0; j < d; j++) {
            Column column = columns.get(j);
            x[j] = column.kind() == Kind.ORDERED
                    ? Normal.quantile((v[j] + 0.5) / column.arity())
                    : column.isLinear() ? (v[j] - column.origin()) / column.unit() : v[j];
        }
        return x;
    }

    /// k·g for a whole k, rounded once: 3·0.1 is 0.3.
    static double multiple(double k, double g) {
        boolean exact = g == Math.rint(g) || !Double.isFinite(k);
        return exact ? k * g : new BigDecimal(k).multiply(BigDecimal.valueOf(g)).doubleValue() + 0.0;
    }

    /// Brings a point inside the bounds, in place.
    double[] snap(double[] v) {
        for (int j = 0; j < d; j++) {
            v[j] = Math.min(Math.max(v[j], low[j]), high[j]);
        }
        return v;
    }

    // ---- set-up ----

    private double[] granularities(Settings settings) {
        double[] given = positive(settings.get(Parameters.GRANULARITY).resolve("GRANULARITY", d));
        for (int j = 0; j < d; j++) {
            Column column = columns.get(j);
            boolean whole = column.kind() == Kind.ORDERED || (column.kind() == Kind.INTEGER && column.isLinear());
            given[j] = whole ? Math.max(1, Math.ceil(given[j])) : given[j];
        }
        return given;
    }

    /// Bounds on the own scale, moved inside to the grid.
    private double[] bounds(boolean lower) {
        double[] bounds = new double[d];
        for (int j = 0; j < d; j++) {
            Column column = columns.get(j);
            double bound = column.kind() == Kind.ORDERED
                    ? (lower ? 0 : column.arity() - 1)
                    : own(column, lower ? column.low() : column.high());
            double g = granularity[j];
            bounds[j] = g == 0 || Double.isInfinite(bound)
                    ? bound
                    : multiple(lower ? Math.ceil(bound / g - 1e-9) : Math.floor(bound / g + 1e-9), g);
        }
        return bounds;
    }

    /// The point of the grid nearest to standard coordinates.
    private double[] grid(double[] x) {
        double[] v = own(x);
        for (int j = 0; j < d; j++) {
            if (granularity[j] > 0) {
                v[j] = multiple(Math.rint(v[j] / granularity[j]), granularity[j]);
            }
        }
        return snap(v);
    }

    /// Which variables keep their value: those with a number, which is the value unless it is infinite.
    private boolean[] fix(double[] values) {
        boolean[] isFixed = new boolean[d];
        for (int j = 0; j < d; j++) {
            isFixed[j] = !Double.isNaN(values[j]) || columns.get(j).kind() == Kind.SCORE || low[j] == high[j];
            if (Double.isFinite(values[j])) {
                start[j] = values[j];
            }
        }
        return isFixed;
    }

    private List<int[]> groups(Settings settings, boolean[] isFixed) {
        List<List<Long>> given = settings.get(Parameters.VARIABLE_GROUP);
        boolean[] taken = isFixed.clone();
        List<int[]> result = new java.util.ArrayList<>();
        for (List<Long> group : given) {
            int[] members = group.stream()
                    .mapToInt(j -> number(j))
                    .filter(j -> !taken[j])
                    .toArray();
            Arrays.stream(members).forEach(j -> taken[j] = true);
            result.add(members);
        }
        result.add(IntStream.range(0, d).filter(j -> !taken[j]).toArray());
        result.removeIf(group -> group.length == 0);
        return result;
    }

    private int number(long j) {
        if (j >= d) {
            throw new IllegalArgumentException("VARIABLE_GROUP names variable " + j + ", but there are only " + d
                    + ", counted from 0. Maybe leave it out?");
        }
        return (int) j;
    }

    private double[] frames(Settings settings, double spread) {
        double[] given = settings.get(Parameters.INITIAL_FRAME_SIZE).resolve("INITIAL_FRAME_SIZE", d);
        double[] mesh = settings.get(Parameters.INITIAL_MESH_SIZE).resolve("INITIAL_MESH_SIZE", d);
        double[] frames = new double[d];
        for (int j = 0; j < d; j++) {
            double size = given[j] > 0
                    ? given[j]
                    : mesh[j] > 0 ? mesh[j] * Math.sqrt(n()) : spread * standardFrame(j, columns.get(j));
            double g = granularity[j];
            frames[j] = Math.max(minFrame[j], g > 0 ? Math.max(1, Math.ceil(size / g - 1e-9)) * g : size);
        }
        return frames;
    }

    /// A tenth of the range; the natural step where there is one; else a tenth of the distance from the bound or of the
    /// size of the start; else 1.
    private double standardFrame(int j, Column column) {
        if (low[j] > Double.NEGATIVE_INFINITY && high[j] < Double.POSITIVE_INFINITY) {
            return column.isLinear() ? 0.6 * column.unit() : (high[j] - low[j]) / 10;
        }
        if (!column.isLinear() || column.unit() != 1) {
            return column.isLinear() ? column.unit() : 1;
        }
        double distance = low[j] > Double.NEGATIVE_INFINITY
                ? start[j] - low[j]
                : high[j] < Double.POSITIVE_INFINITY ? high[j] - start[j] : Math.abs(start[j]);
        return distance > 1e-12 ? distance / 10 : Math.abs(start[j]) > 1e-12 ? Math.abs(start[j]) / 10 : 1;
    }

    private static double[] positive(double[] values) {
        return Arrays.stream(values).map(v -> v > 0 ? v : 0).toArray();
    }
}
