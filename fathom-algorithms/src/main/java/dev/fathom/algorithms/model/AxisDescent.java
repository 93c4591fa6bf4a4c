package dev.fathom.algorithms.model;

import dev.fathom.algorithms.model.Landscape.Point;
import dev.fathom.algorithms.model.Line.Proposal;
import org.jspecify.annotations.Nullable;

/// Minimizes a sum of functions of one column each: first the column with most to gain, and when none has, the columns
/// in turn, each in its easiest interval.
final class AxisDescent {

    /// Gains below this share of the value are rounding.
    private static final double ROUNDING = 1e-13;

    private static final int MOST_PLACES = 400;

    private final Landscape land;
    private final Line[] lines;
    private Point base;
    private int turn;
    private long looks;
    private long check;

    /// @param lines the function along each column through the base, less its value there, [d]
    /// @param base the best of these places put together
    AxisDescent(Landscape land, Line[] lines, Point base) {
        this.land = land;
        this.lines = lines;
        this.base = base;
        check = 2L * lines.length;
        for (Line line : lines) {
            line.lower(line.value());
        }
    }

    /// Searches until nothing is to be gained. After 2d, 4d, 8d … looks one more tells whether the function still is a
    /// sum.
    ///
    /// @return false as soon as it is not
    boolean run() {
        while (steepest() || easiest()) {
            if (++looks == check) {
                check *= 2;
                if (!isStillAdditive()) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Evaluates a point in which every column differs from the base.
    private boolean isStillAdditive() {
        double[] x = base.x().clone();
        double sum = base.value();
        double scale = Math.abs(sum);
        for (int j = 0; j < x.length; j++) {
            double[] other = lines[j].other(x[j]);
            x[j] = other[0];
            sum += other[1];
            scale = Math.max(scale, Math.abs(base.value()) + lines[j].largest());
        }
        return Math.abs(land.at(x).value() - sum) <= Star.EXACT * scale * x.length;
    }

    /// Looks at the place with the largest gain.
    ///
    /// @return whether there is one
    private boolean steepest() {
        double most = ROUNDING * Math.abs(base.value());
        int column = -1;
        @Nullable Proposal chosen = null;
        for (int j = 0; j < lines.length; j++) {
            Proposal proposal = lines[j].near();
            if (proposal != null && proposal.gain() > most) {
                most = proposal.gain();
                column = j;
                chosen = proposal;
            }
        }
        return chosen != null && look(column, chosen.t());
    }

    /// Looks into the easiest interval of the next column.
    ///
    /// @return whether there is one
    private boolean easiest() {
        for (int k = 0; k < lines.length; k++) {
            int j = (turn + k) % lines.length;
            double place = lines[j].size() < MOST_PLACES ? lines[j].easiest() : Double.NaN;
            if (!Double.isNaN(place)) {
                turn = j + 1;
                return look(j, place);
            }
        }
        return false;
    }

    /// @return whether the place could be used
    private boolean look(int j, double place) {
        Point found = land.at(Landscape.with(base.x(), j, place));
        if (!found.isUsable()) {
            return false;
        }
        lines[j].add(found.x()[j], found.value() - base.value());
        if (found.isBetterThan(base)) {
            lines[j].lower(lines[j].value());
            base = found;
        }
        return true;
    }
}
