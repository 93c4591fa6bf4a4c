package dev.fathom.problems.bbob;

import java.util.ArrayList;
import java.util.List;

/// The constraints of the constrained suite: half-spaces around y = 0. Safe to evaluate from several threads at once.
///
/// Source: as [ConstrainedObjective]; the numbers are drawn as in the COCO platform.
///
/// @param rows one for each constraint, those that are active at 0 and the others mixed
record LinearConstraints(List<HalfSpace> rows) {

    /// The values at y [d], each at most 0 where its constraint is satisfied.
    double[] at(double[] y) {
        double[] values = new double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i).at(y);
        }
        return values;
    }

    /// Draws them. Normals are random, turned so that all constraints hold at p; but one of the active constraints
    /// has the normal -p, so that no feasible direction at 0 leads down. A share of the other ones is mixed into it,
    /// or a search could read the gradient off it.
    ///
    /// @param active the number m of those that hold with equality at 0; half as many do not
    /// @param base the seed, function + 10,000 · instance
    /// @param instance the number of the instance
    /// @param p a feasible direction, along the gradient of the objective at 0, [d]
    static LinearConstraints of(int active, long base, int instance, double[] p) {
        return new Drawing(active, base, instance, p).constraints();
    }

    /// a·(y - c a) ≤ 0.
    ///
    /// @param normal a, [d]
    /// @param offset c, at least 0; 0 if it holds with equality at 0
    record HalfSpace(double[] normal, double offset) {

        private static final double IGNORED = 1e-11;

        /// Σ of the terms; tiny positive ones, which are rounding errors, do not count.
        double at(double[] y) {
            double sum = 0;
            for (int j = 0; j < y.length; j++) {
                double term = normal[j] * (y[j] - offset * normal[j]);
                if (term < 0 || term > IGNORED) {
                    sum += term;
                }
            }
            return sum;
        }

        /// The same one or its opposite, so that it holds at p.
        HalfSpace holdingAt(double[] p) {
            return at(p) > 0 ? new HalfSpace(Transformations.affine(-1, 0).of(normal.clone()), offset) : this;
        }
    }

    private static double length(double[] a) {
        return Math.sqrt(Sums.sphere(a));
    }

    private static final class Drawing {

        private static final long SEEDS = 50_000;

        private final int active;
        private final int total;
        private final long base;
        private final int instance;
        private final double[] p;
        private final Lagged sizes;
        private final Lagged shares;
        private final double size;
        private final double[] mix;
        private final List<HalfSpace> rows = new ArrayList<>();
        private int along = -1;

        Drawing(int active, long base, int instance, double[] p) {
            this.active = active;
            this.base = base;
            this.instance = instance;
            this.p = p;
            total = active + active / 2;
            sizes = new Lagged(base);
            shares = new Lagged(base);
            size = 100 * StrictMath.pow(10, sizes.uniform());
            mix = new double[p.length];
        }

        LinearConstraints constraints() {
            int spare = total - active;
            int made = 1;
            addActive(1);
            while (rows.size() < total) {
                if (made < active && sizes.uniform() + 1e-23 > (double) spare / total) {
                    made++;
                    addActive(made);
                } else {
                    spare--;
                    rows.add(random(made, 0.01 + 2 * sizes.uniform()));
                }
            }
            if (active > 1) {
                rows.set(along, disguised(rows.get(along).normal()));
            }
            return new LinearConstraints(List.copyOf(rows));
        }

        private void addActive(int number) {
            if ((number - 1 + instance) % active == 0) {
                along = rows.size();
                double scale = -size * spread(generator(number)) / length(p);
                rows.add(new HalfSpace(Transformations.affine(scale, 0).of(p.clone()), 0));
            } else {
                HalfSpace row = random(number, 0);
                rows.add(row);
                double share = shares.uniform();
                for (int j = 0; j < mix.length; j++) {
                    mix[j] += share * row.normal()[j];
                }
            }
        }

        private Lagged generator(int number) {
            return new Lagged(base + SEEDS * number);
        }

        private static double spread(Lagged generator) {
            return StrictMath.pow(100, generator.uniform());
        }

        private HalfSpace random(int number, double distance) {
            Lagged generator = generator(number);
            double scale = size * spread(generator);
            double[] normal = new double[p.length];
            for (int j = 0; j < normal.length; j++) {
                normal[j] = scale * generator.normal() / Math.sqrt(normal.length);
            }
            return new HalfSpace(normal, distance / length(normal)).holdingAt(p);
        }

        /// The constraint along p with a share of the other active ones, as long as before.
        private HalfSpace disguised(double[] a) {
            int d = a.length;
            double product = 0;
            for (int j = 0; j < d; j++) {
                product += mix[j] * a[j];
            }
            double q = product <= 0 ? d : Math.min(d, Sums.sphere(a) / product);
            double share = q * (1 + shares.uniform()) / (2 + 1.0 / d);
            double[] mixed = new double[d];
            for (int j = 0; j < d; j++) {
                mixed[j] = a[j] - share * mix[j];
            }
            return new HalfSpace(
                    Transformations.affine(length(a) / length(mixed), 0).of(mixed), 0);
        }
    }
}
