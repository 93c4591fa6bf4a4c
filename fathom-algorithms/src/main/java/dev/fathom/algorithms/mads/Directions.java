package dev.fathom.algorithms.mads;

import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.List;

/// Sets of poll directions in n dimensions, see [DirectionType] for their sources. Each is scaled to a largest
/// component
/// of ±1.
///
/// @param source of random directions
/// @param rng for the integer matrices of LT-MADS
record Directions(UnitVectors source, Rng rng) {

    /// The integers of LT-MADS stop growing at this power of two.
    private static final int FINEST = 29;

    /// The directions of a type, without those that complete n directions to a positive spanning set afterwards.
    ///
    /// @param n dimension
    /// @param refinement how often the mesh was refined on balance; the integers of LT-MADS grow with it
    List<double[]> of(DirectionType type, int n, int refinement) {
        List<double[]> directions = switch (type) {
            case ORTHO_2N, ORTHO_NP1_NEG, ORTHO_NP1_QUAD -> pairs(householder(source.next(n)));
            case NP1_UNI -> simplex(householder(source.next(n)));
            case QR_2N -> pairs(orthogonalized(source.next(n)));
            case LT_2N -> pairs(triangular(n, refinement));
            case LT_NP1 -> withNegativeSum(triangular(n, refinement));
            case DOUBLE -> pairs(new double[][] {source.next(n)});
            case SINGLE -> List.of(source.next(n));
            case CS -> axes(n);
        };
        directions.forEach(Directions::normalize);
        return directions;
    }

    /// The columns of H = |q|²I − 2qqᵀ.
    private static double[][] householder(double[] q) {
        int n = q.length;
        double[][] columns = new double[n][n];
        double square = 0;
        for (double value : q) {
            square += value * value;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                columns[i][j] = (i == j ? square : 0) - 2 * q[i] * q[j];
            }
        }
        return columns;
    }

    /// q and what is left of the unit vectors when the earlier columns are taken out of them (Gram and Schmidt, twice).
    private static double[][] orthogonalized(double[] q) {
        int n = q.length;
        List<double[]> columns = new ArrayList<>(List.of(q));
        for (int i = 1; i < n; i++) {
            double[] column = new double[n];
            column[i] = 1;
            remove(column, columns);
            remove(column, columns);
            double length = UnitVectors.length(column);
            if (length < 1e-8) { // q lies in the span of the unit vectors taken: the first one is left
                column = new double[n];
                column[0] = 1;
                remove(column, columns);
                remove(column, columns);
                length = UnitVectors.length(column);
            }
            columns.add(UnitVectors.scaled(column, 1 / length));
        }
        return columns.toArray(double[][]::new);
    }

    private static void remove(double[] column, List<double[]> columns) {
        for (double[] other : columns) {
            double product = 0;
            for (int j = 0; j < column.length; j++) {
                product += column[j] * other[j];
            }
            for (int j = 0; j < column.length; j++) {
                column[j] -= product * other[j];
            }
        }
    }

    /// Each column and its negative.
    private static List<double[]> pairs(double[][] columns) {
        List<double[]> directions = new ArrayList<>(2 * columns.length);
        for (double[] column : columns) {
            directions.add(column);
            directions.add(UnitVectors.scaled(column.clone(), -1));
        }
        return directions;
    }

    /// The corners of a regular simplex: d⁰ = −n^(−½) ΣH_i, d^i = ((n+1)^½ H_i + β d⁰) n^(−½), β = ((n+1)^½ − 1)
    /// n^(−½).
    private static List<double[]> simplex(double[][] h) {
        int n = h.length;
        double root = Math.sqrt(n);
        double beta = (Math.sqrt(n + 1.0) - 1) / root;
        double[] first = UnitVectors.scaled(sum(h), -1 / root);
        List<double[]> directions = new ArrayList<>(List.of(first));
        for (double[] column : h) {
            double[] direction = new double[n];
            for (int j = 0; j < n; j++) {
                direction[j] = (Math.sqrt(n + 1.0) * column[j] + beta * first[j]) / root;
            }
            directions.add(direction);
        }
        return directions;
    }

    private static double[] sum(double[][] columns) {
        double[] sum = new double[columns[0].length];
        for (double[] column : columns) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += column[j];
            }
        }
        return sum;
    }

    private static List<double[]> withNegativeSum(double[][] columns) {
        List<double[]> directions = new ArrayList<>(List.of(columns));
        directions.add(UnitVectors.scaled(sum(columns), -1));
        return directions;
    }

    /// A lower triangular integer matrix with ±2^ℓ on the diagonal and smaller integers below it, rows and columns
    /// permuted.
    private double[][] triangular(int n, int refinement) {
        long size = 1L << Math.clamp(refinement, 0, FINEST);
        int[] rows = rng.permutation(n);
        int[] columns = rng.permutation(n);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                matrix[columns[k]][rows[i]] = rng.nextInt((int) (2 * size - 1)) - (size - 1);
            }
            matrix[columns[i]][rows[i]] = rng.nextBoolean() ? size : -size;
        }
        return matrix;
    }

    /// All forward, then all backward.
    private static List<double[]> axes(int n) {
        List<double[]> directions = new ArrayList<>(2 * n);
        for (int sign = 1; sign >= -1; sign -= 2) {
            for (int j = 0; j < n; j++) {
                double[] direction = new double[n];
                direction[j] = sign;
                directions.add(direction);
            }
        }
        return directions;
    }

    private static void normalize(double[] direction) {
        double largest = 0;
        for (double value : direction) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int j = 0; j < direction.length; j++) {
            direction[j] /= largest;
        }
    }
}
