package dev.fathom.algorithms.genetic;

import dev.fathom.algorithm.Shape;
import dev.fathom.math.Noise;
import dev.fathom.space.Column;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.function.ToDoubleFunction;

/// Where the columns of a problem range, as tensors that operators compute with.
///
/// @param low lower bound in standard coordinates `[1×d]`; −3, three natural steps below the initial value, where a
///     column has not two bounds
/// @param width from there to the upper bound `[1×d]`; 6 where a column has not two bounds
/// @param bounded 1 where it has, else 0 `[1×d]`
/// @param origin what a column's coordinate 0 stands for `[1×d]`
/// @param unit what a step of 1 stands for `[1×d]`; 0 where that is not the same everywhere
/// @param boxed whether all columns are bounded
public record Domain(Tensor low, Tensor width, Tensor bounded, Tensor origin, Tensor unit, boolean boxed) {

    private static final double REACH = 3;

    /// The domain of a shape.
    public static Domain of(Shape shape, Substrate on) {
        return new Domain(
                row(shape, on, c -> c.isBounded() ? c.low() : -REACH),
                row(shape, on, c -> c.isBounded() ? c.high() - c.low() : 2 * REACH),
                row(shape, on, c -> c.isBounded() ? 1 : 0),
                row(shape, on, Column::origin),
                row(shape, on, Column::unit),
                shape.isBounded());
    }

    private static Tensor row(Shape shape, Substrate on, ToDoubleFunction<Column> number) {
        return on.row(shape.columns().stream().mapToDouble(number).toArray());
    }

    /// Points from the columns' own distributions: uniform between two bounds, standard normal elsewhere.
    ///
    /// @return `[n×d]`
    public Tensor draw(int rows, Noise noise) {
        Substrate on = low.substrate();
        Tensor uniform = on.uniform(rows, low.columns(), noise.fork(0)).affine(width, low);
        return boxed
                ? uniform
                : uniform.times(0).plus(bounded).choose(uniform, on.gaussian(rows, low.columns(), noise.fork(1)));
    }

    /// First points of searches: drawn between two bounds, elsewhere normal around the start. A spread below 1 draws
    /// them nearer to the start, one above 1 spreads the columns without bounds alone.
    ///
    /// @param starts `[k×d]`
    /// @param rows of each search
    /// @return `[k·rows × d]`
    public Tensor first(Tensor starts, int rows, double spread, Noise noise) {
        Tensor drawn = draw(starts.rows() * rows, noise);
        if (boxed && spread >= 1) {
            return drawn;
        }
        Tensor scale = bounded.times(Math.min(1, spread) - spread).plus(spread);
        Tensor middle = starts.times(bounded); // what the drawn points lie around
        return drawn.minus(middle).times(scale).plus(starts);
    }
}
