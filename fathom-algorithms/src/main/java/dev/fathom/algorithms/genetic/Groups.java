package dev.fathom.algorithms.genetic;

import dev.fathom.algorithm.Population;
import dev.fathom.tensor.Tensor;
import java.util.Arrays;

/// Rows of k searches, one search after the other.
final class Groups {

    private Groups() {}

    /// For each search the rows of one tensor, then those of another.
    static Tensor join(Tensor a, Tensor b, int searches) {
        if (searches == 1) {
            return a.above(b);
        }
        int d = a.columns();
        Tensor wide = a.reshape(searches, a.rows() / searches * d).beside(b.reshape(searches, b.rows() / searches * d));
        return wide.reshape(a.rows() + b.rows(), d);
    }

    /// The first rows of each search, a copy.
    static Tensor first(Tensor x, int count, int searches) {
        int d = x.columns();
        return x.reshape(searches, x.rows() / searches * d)
                .columns(0, count * d)
                .reshape(searches * count, d);
    }

    /// Indices of rows from their places within each search.
    ///
    /// @param places `[k·m × 1]`
    /// @param size rows of each search
    static Tensor indices(Tensor places, int size, int searches) {
        return searches == 1 ? places : places.plus(numbers(places, searches).times(size));
    }

    /// 0 … count - 1, as a column.
    static Tensor numbers(Tensor like, int count) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> i);
        return like.substrate().column(numbers);
    }

    /// For each search parents, then what was told.
    static Population join(Population parents, Population told) {
        int k = told.searches();
        return Population.ranked(
                join(parents.x(), told.x(), k),
                join(parents.f(), told.f(), k),
                join(parents.violation(), told.violation(), k),
                k);
    }

    /// The best rows of each search, best first.
    static Population best(Population pool, int count) {
        return pool.rows(first(pool.ranks().argsort(pool.searches()), count, pool.searches()));
    }

    /// Whether the rows of each search are equal, as nearly as numbers of their size can be.
    static boolean areEqual(Tensor x, int searches) {
        Tensor most = x.columnMax(searches);
        Tensor least = x.times(-1).columnMax(searches).times(-1);
        Tensor near = most.abs().max(most.times(0).plus(1)).times(1e-15);
        return most.minus(least).atMost(near).rowSums().columnSums(1).at(0, 0) == (double) searches * x.columns();
    }
}
