package dev.fathom.algorithms.model;

import dev.fathom.algorithms.model.Landscape.Point;

/// 2d + 1 points, a centre and two more along each column, and what they tell of a function: slopes and curvatures on
/// the scale of the star, and whether it is a sum of functions of one column each.
final class Star {

    static final double EXACT = 1e-9;
    /// Lengths of the arms up and down, in reaches: numbers that no symmetry of a function is likely to meet, so that
    /// it does not look like a sum by accident.
    private static final double UP = Math.sqrt(0.95);

    private static final double DOWN = Math.sqrt(0.81 + 1e-3);

    /// The function along each column through the centre, less the value at the centre, [d].
    final Line[] lines;
    /// Half second derivatives along the columns, on the scale of the star, [d].
    final double[] curvatures;

    private final Landscape land;
    private final Point centre;
    private final double reach;
    private boolean usable = true;

    private Star(Landscape land, Point centre, double reach) {
        this.land = land;
        this.centre = centre;
        this.reach = reach;
        lines = new Line[land.d];
        curvatures = new double[land.d];
    }

    /// Evaluates the arms of a star.
    ///
    /// @param centre its middle, usable
    /// @param reach length of the arms, standard coordinates
    static Star around(Landscape land, Point centre, double reach) {
        Star star = new Star(land, centre, reach);
        double[][] ends = new double[2 * land.d][];
        for (int j = 0; j < land.d; j++) {
            double x = centre.x()[j];
            double up = x + UP * reach;
            double down = x - DOWN * reach;
            ends[2 * j] = Landscape.with(centre.x(), j, up <= land.high[j] ? up : x - 2 * UP * reach);
            ends[2 * j + 1] = Landscape.with(centre.x(), j, down >= land.low[j] ? down : x + 2 * DOWN * reach);
        }
        Point[] found = land.all(ends);
        for (int j = 0; j < land.d; j++) {
            star.enter(j, found[2 * j], found[2 * j + 1]);
        }
        return star;
    }

    private void enter(int j, Point one, Point two) {
        Line line = new Line(land.low[j], land.high[j]);
        double a = one.x()[j];
        double b = two.x()[j];
        double x = centre.x()[j];
        usable &= one.isUsable() && two.isUsable() && a != x && b != x && a != b;
        line.add(x, 0);
        line.add(a, one.value() - centre.value());
        line.add(b, two.value() - centre.value());
        lines[j] = line;
        curvatures[j] = usable ? line.parabola().c() : 0;
    }

    /// Whether all arms have values at places of their own.
    boolean isUsable() {
        return usable;
    }

    /// The best place of each column put together, [d].
    double[] corner() {
        double[] x = centre.x().clone();
        for (int j = 0; j < x.length; j++) {
            x[j] = lines[j].place();
        }
        return x;
    }

    /// The [#corner] with the value that it has if the function is additive.
    Point sum() {
        double sum = centre.value();
        for (Line line : lines) {
            sum += line.value();
        }
        return new Point(corner(), sum);
    }

    /// Evaluates a point in which several columns differ from the centre: whether its value is the sum of what each
    /// column contributes, up to rounding. That point is the [#corner], unless fewer than two columns would differ.
    boolean isAdditive() {
        double[] x = corner();
        double sum = centre.value();
        double scale = Math.abs(sum);
        int moved = 0;
        for (int j = 0; j < x.length; j++) {
            moved += x[j] == centre.x()[j] ? 0 : 1;
        }
        int contributing = 0;
        for (int j = 0; j < x.length; j++) {
            double[] other = lines[j].other(centre.x()[j]);
            x[j] = moved < 2 ? other[0] : x[j];
            double share = moved < 2 ? other[1] : lines[j].value();
            sum += share;
            contributing += share == 0 ? 0 : 1;
            scale = Math.max(scale, Math.abs(centre.value()) + lines[j].largest());
        }
        double value = land.at(x).value();
        return contributing >= Math.min(2, x.length) && Math.abs(value - sum) <= EXACT * scale * x.length;
    }

    /// Where the parabolas of all columns are least, no farther than three arms, [d]; a column that falls in a straight
    /// line goes to its bound.
    double[] vertex() {
        double[] x = centre.x().clone();
        for (int j = 0; j < x.length; j++) {
            Parabola p = lines[j].parabola();
            double far = Math.copySign(3 * reach, -p.b());
            if (Math.abs(p.c()) <= EXACT * Math.abs(p.b())) {
                double bound = p.b() > 0 ? land.low[j] : land.high[j];
                x[j] = Double.isInfinite(bound) ? x[j] + 3 * far : bound;
            } else {
                x[j] = p.c() > 0 ? Math.clamp(p.vertex(), x[j] - 3 * reach, x[j] + 3 * reach) : x[j] + far;
            }
        }
        return land.clip(x);
    }

    /// How steep the function is on the scale of the star: the length of the vector of (slope + half curvature) of the
    /// columns.
    double steepness() {
        double sum = 0;
        for (Line line : lines) {
            Parabola p = line.parabola();
            double steep = Math.abs(p.b()) + Math.abs(p.c());
            sum += steep * steep;
        }
        return Math.sqrt(sum);
    }
}
