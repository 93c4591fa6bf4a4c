package dev.fathom;

import dev.fathom.space.Column;
import dev.fathom.space.Kind;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whole numbers in populations: values are rounded to the nearest one, ties downwards, as [dev.fathom.space.Whole]
/// does.
///
/// @param whole 1 where a column holds whole numbers, else 0 `[1×d]`
/// @param all whether all columns do
/// @param low the least values `[1×d]`, −∞ where there is no bound
/// @param high the largest values `[1×d]`
/// @param origin of the columns `[1×d]`
/// @param unit of the columns `[1×d]`
record Rounding(Tensor whole, boolean all, Tensor low, Tensor high, Tensor origin, Tensor unit) {

    /// The rounding of some columns; null if none holds whole numbers.
    static @Nullable Rounding of(List<Column> columns, Substrate on) {
        if (columns.stream().noneMatch(Rounding::isWhole)) {
            return null;
        }
        return new Rounding(
                PopulationEvaluator.row(on, columns, c -> isWhole(c) ? 1 : 0),
                columns.stream().allMatch(Rounding::isWhole),
                PopulationEvaluator.row(
                        on, columns, c -> c.isBounded() ? Math.rint(c.origin() + c.unit() * c.low() + 0.5) : c.low()),
                PopulationEvaluator.row(
                        on, columns, c -> c.isBounded() ? Math.rint(c.origin() + c.unit() * c.high() - 0.5) : c.high()),
                PopulationEvaluator.row(on, columns, Column::origin),
                PopulationEvaluator.row(on, columns, Column::unit));
    }

    private static boolean isWhole(Column column) {
        return column.kind() == Kind.INTEGER;
    }

    /// ⌈v − ½⌉ within the bounds, in columns of whole numbers `[n×d]`.
    Tensor values(Tensor v) {
        Tensor rounded = v.times(-1).plus(0.5).floor().times(-1).plus(0.0); // + 0 turns −0 into 0
        return choose(rounded.max(low).min(high), v);
    }

    /// The coordinates of whole values `[n×d]`.
    ///
    /// @param inside coordinates of other columns `[n×d]`
    Tensor coordinates(Tensor inside, Tensor values) {
        return choose(values.minus(origin).over(unit), inside);
    }

    private Tensor choose(Tensor ofWhole, Tensor ofOthers) {
        if (all) {
            return ofWhole;
        }
        Tensor mask =
                whole.substrate().full(ofWhole.rows(), ofWhole.columns(), 0).plus(whole);
        return mask.choose(ofWhole, ofOthers);
    }
}
