package dev.fathom.algorithms.genetic;

import dev.fathom.tensor.Tensor;
import java.util.Collections;
import java.util.List;

/// A regular grid of cells. A value on a shared edge belongs to the upper cell, so that no row lies in two; the cell is
/// computed, not looked for.
///
/// @param ranges one for each feature
/// @param open whether the first and the last cells have no outer edges, as EvoTorch has them; the others are then
///     `bins − 2` equal parts. Closed grids have `bins` equal parts, and what lies outside lies in no cell.
public record Grid(List<Range> ranges, boolean open) implements Niches {

    /// How one feature is cut.
    ///
    /// @param low finite
    /// @param high finite, above low
    /// @param bins at least 1
    public record Range(double low, double high, int bins) {

        public Range {
            if (!(low < high) || !Double.isFinite(high - low) || bins < 1) {
                throw new IllegalArgumentException("a feature cannot be cut into " + bins + " bins from " + low + " to "
                        + high + ". Maybe the limits are exchanged?");
            }
        }
    }

    public Grid {
        ranges = List.copyOf(ranges);
        if (ranges.isEmpty() || (open && ranges.stream().anyMatch(r -> r.bins() < 3))) {
            throw new IllegalArgumentException("a grid cannot have the ranges " + ranges
                    + (open ? " with open ends. Maybe at least 3 bins of each?" : ". Maybe one for each feature?"));
        }
    }

    /// A closed grid with equal ranges of all features.
    public static Grid of(int features, double low, double high, int bins) {
        return new Grid(Collections.nCopies(features, new Range(low, high, bins)), false);
    }

    @Override
    public int count() {
        return ranges.stream().mapToInt(Range::bins).reduce(1, Math::multiplyExact);
    }

    @Override
    public int features() {
        return ranges.size();
    }

    @Override
    public Tensor cells(Tensor features) {
        Tensor cell = features.columns(0, 1).times(0);
        Tensor inside = features.isFinite();
        for (int j = 0; j < ranges.size(); j++) {
            Range range = ranges.get(j);
            Tensor value = features.columns(j, j + 1);
            double width = (range.high - range.low) / (open ? range.bins - 2 : range.bins);
            Tensor place = value.plus(-range.low).times(1 / width).floor();
            cell = cell.times(range.bins).plus(place.plus(open ? 1 : 0).clamp(0, range.bins - 1));
        }
        Tensor in = open ? inside : inside.times(within(features));
        Tensor everywhere = in.rowSums().same(cell.substrate().full(1, 1, ranges.size()));
        return everywhere.choose(cell, cell.substrate().full(1, 1, count()));
    }

    private Tensor within(Tensor features) {
        double[] low = ranges.stream().mapToDouble(Range::low).toArray();
        double[] high = ranges.stream().mapToDouble(Range::high).toArray();
        Tensor below = features.less(features.substrate().row(low)).times(-1).plus(1);
        return features.atMost(features.substrate().row(high)).times(below);
    }
}
