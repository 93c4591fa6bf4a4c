package dev.fathom.algorithms.mads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The points that no other one dominates: feasible ones by their objectives, infeasible ones by objectives and h.
/// Bigeon, Le Digabel and Salomon 2021, section 3.
final class Front {

    private final Variables variables;
    private final double share;
    private final double limit;
    private final List<Compromise> feasible = new ArrayList<>();
    private final List<Compromise> infeasible = new ArrayList<>();

    /// @param threshold w, see `DMULTIMADS_SELECT_INCUMBENT_THRESHOLD`
    /// @param limit h_max
    Front(Variables variables, double threshold, double limit) {
        this.variables = variables;
        this.share = StrictMath.pow(10, -threshold) * (1 - 1e-12);
        this.limit = limit;
    }

    /// The feasible points, or while there are none, the infeasible ones.
    List<Compromise> points() {
        return feasible.isEmpty() ? infeasible : feasible;
    }

    /// Enters a point, if none covers it, in the place of those that it dominates.
    void add(Point point, Mesh mesh) {
        if (!point.isUsable() || point.h() > limit) {
            return;
        }
        List<Compromise> list = point.isFeasible() ? feasible : infeasible;
        if (list.stream().noneMatch(known -> known.covers(point))) {
            list.removeIf(known -> known.isDominatedBy(point));
            list.add(new Compromise(point, mesh));
        }
    }

    /// Where to search and poll: the feasible point beside the widest gap, or else the least infeasible one; null if
    /// none is worth it.
    @Nullable
    Compromise centre() {
        List<Compromise> eligible = eligible(points());
        return feasible.isEmpty() ? leastInfeasible(eligible) : beside(eligible);
    }

    /// The least infeasible point that no feasible one covers in the objectives; null if there is none or no feasible
    /// point.
    @Nullable
    Compromise secondary() {
        if (feasible.isEmpty()) {
            return null;
        }
        return leastInfeasible(eligible(infeasible.stream()
                .filter(one -> feasible.stream().noneMatch(other -> Compromise.isNoWorse(other.f, one.f)))
                .toList()));
    }

    private static @Nullable Compromise leastInfeasible(List<Compromise> list) {
        return list.stream()
                .min(Comparator.comparingDouble(one -> one.point.h()))
                .orElse(null);
    }

    /// Those whose largest frame is at least 10^−w times the largest of all (2021, section 3.3).
    private List<Compromise> eligible(List<Compromise> list) {
        List<Compromise> open = list.stream().filter(one -> one.end().isEmpty()).toList();
        double largest =
                open.stream().mapToDouble(one -> one.frame(variables)).max().orElse(0);
        return open.stream()
                .filter(one -> one.frame(variables) >= share * largest)
                .toList();
    }

    private @Nullable Compromise beside(List<Compromise> eligible) {
        if (feasible.size() == 2) {
            return eligible.stream()
                    .max(Comparator.comparingDouble(one -> size(one.f)))
                    .orElse(null);
        }
        double[] gaps = gaps();
        Set<Compromise> open = Set.copyOf(eligible);
        Compromise best = null;
        double widest = -1;
        for (int i = 0; i < gaps.length; i++) {
            if (gaps[i] > widest && open.contains(feasible.get(i))) {
                best = feasible.get(i);
                widest = gaps[i];
            }
        }
        return best;
    }

    /// |f|∞
    private static double size(double[] f) {
        double largest = 0;
        for (double value : f) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /// γ of each feasible point: the widest distance between its neighbours in one objective, in ranges of that
    /// objective; at the ends, twice the distance to the only neighbour.
    private double[] gaps() {
        int count = feasible.size();
        double[] gaps = new double[count];
        for (int k = 0; k < (count == 0 ? 0 : feasible.getFirst().f.length); k++) {
            int objective = k;
            int[] order = java.util.stream.IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> feasible.get(i).f[objective]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double low = feasible.get(order[0]).f[k];
            double range = feasible.get(order[count - 1]).f[k] - low;
            for (int i = 0; i < count && range > 0; i++) {
                double gap = feasible.get(order[Math.min(i + 1, count - 1)]).f[k]
                        - feasible.get(order[Math.max(i - 1, 0)]).f[k];
                double share = (i == 0 || i == count - 1 ? 2 : 1) * gap / range;
                gaps[order[i]] = Math.max(gaps[order[i]], share);
            }
        }
        return gaps;
    }

    /// Whether a point is what an iteration at a centre looks for: it dominates the centre.
    static boolean isSuccess(Compromise centre, Point point) {
        return point.isUsable() && centre.isDominatedBy(point);
    }
}
