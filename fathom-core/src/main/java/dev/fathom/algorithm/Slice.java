package dev.fathom.algorithm;

import dev.fathom.space.Column;
import java.util.Arrays;
import java.util.List;

/// Some columns of a space, while the others are held: how an algorithm searches a subspace.
///
/// Arrays are kept, not copied. Two slices are equal only if they hold the same arrays.
///
/// @param columns numbers of the s free columns, distinct
/// @param around the point that gives the other coordinates, `[d]`
public record Slice(int[] columns, double[] around) {

    /// The free coordinates of a point, `[s]`.
    ///
    /// @param x `[d]`
    public double[] project(double[] x) {
        double[] part = new double[columns.length];
        for (int j = 0; j < part.length; j++) {
            part[j] = x[columns[j]];
        }
        return part;
    }

    /// The whole point, `[d]`.
    ///
    /// @param part the free coordinates, `[s]`
    public double[] lift(double[] part) {
        double[] x = around.clone();
        for (int j = 0; j < part.length; j++) {
            x[columns[j]] = part[j];
        }
        return x;
    }

    /// The shape of the subspace, whose search starts at `around`.
    public Shape shape(Shape whole) {
        List<Column> free =
                Arrays.stream(columns).mapToObj(whole.columns()::get).toList();
        Start start =
                new Start(project(around), whole.start().spread(), whole.start().population());
        return new Shape(
                free, whole.objectives(), whole.constraints(), whole.budget(), whole.workers(), whole.noisy(), start);
    }

    /// The function on the subspace. What is known of the whole space does not lie in it: it knows nothing.
    public Oracle oracle(Oracle whole) {
        return new Oracle() {
            @Override
            public Row at(double[] part) {
                return seen(whole.at(lift(part)));
            }

            @Override
            public Row[] all(double[][] parts) {
                double[][] points = Arrays.stream(parts).map(Slice.this::lift).toArray(double[][]::new);
                return Arrays.stream(whole.all(points)).map(this::seen).toArray(Row[]::new);
            }

            @Override
            public void together(List<? extends Branch> branches) {
                whole.together(branches.stream()
                        .<Branch>map(branch -> f -> branch.run(oracle(f)))
                        .toList());
            }

            private Row seen(Row row) {
                return row.at(project(row.x));
            }
        };
    }
}
