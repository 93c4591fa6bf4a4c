package dev.fathom.algorithms.mads;

/// A point of a [Front] with its own mesh.
final class Compromise {

    /// After so many visits without a new point to evaluate, it is not visited again.
    private static final int IDLE = 20;

    final Point point;
    /// The objectives, `[m]`.
    final double[] f;

    final Mesh mesh;
    private int idle;

    Compromise(Point point, Mesh mesh) {
        this.point = point;
        this.mesh = mesh;
        f = objectives(point);
    }

    /// The objectives of a point that has values, `[m]`.
    static double[] objectives(Point point) {
        double[] f = new double[point.row().objectives()];
        for (int k = 0; k < f.length; k++) {
            f[k] = point.row().value(k);
        }
        return f;
    }

    /// Notes a visit.
    void visited(boolean anyNew) {
        idle = anyNew ? 0 : idle + 1;
    }

    /// Why it is not worth further visits, in words; empty while it is.
    String end() {
        return idle > IDLE ? "all neighbours found are known" : mesh.end();
    }

    /// The largest frame size, in initial ones.
    double frame(Variables variables) {
        double largest = 0;
        for (int j : variables.free) {
            largest = Math.max(largest, mesh.frame(j) / variables.frame[j]);
        }
        return largest;
    }

    /// Whether another point is feasible where this one is not, or is no worse in all objectives (and, if both are
    /// infeasible, in h) and better in one.
    boolean isDominatedBy(Point other) {
        if (point.isFeasible() || other.isFeasible()) {
            return point.isFeasible() == other.isFeasible() ? isBetter(objectives(other), f) : other.isFeasible();
        }
        double[] g = objectives(other);
        boolean same = isNoWorse(g, f) && isNoWorse(f, g);
        return other.h() <= point.h() && isNoWorse(g, f) && (other.h() < point.h() || !same);
    }

    /// Whether nothing is gained by another point: this one is no worse in any respect.
    boolean covers(Point other) {
        return point.isFeasible() == other.isFeasible() && point.h() <= other.h() && isNoWorse(f, objectives(other));
    }

    private static boolean isBetter(double[] a, double[] b) {
        return isNoWorse(a, b) && !isNoWorse(b, a);
    }

    static boolean isNoWorse(double[] a, double[] b) {
        boolean all = true;
        for (int k = 0; k < a.length; k++) {
            all &= a[k] <= b[k];
        }
        return all;
    }
}
