package dev.fathom.tensor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A matrix as part of a `double[]`, row-major and without gaps.
final class HeapTensor implements Tensor {

    private final Heap heap;
    private final double[] data;
    private final int offset;
    private final int rows;
    private final int columns;
    private @Nullable Lease lease;

    HeapTensor(Heap heap, double[] data, int offset, int rows, int columns, @Nullable Lease lease) {
        this.heap = heap;
        this.data = data;
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        this.lease = lease;
    }

    double[] data() {
        return data;
    }

    @Nullable
    Lease lease() {
        return lease;
    }

    void moveTo(@Nullable Lease other) {
        lease = other;
    }

    private double[] open() {
        if (lease != null && lease.isClosed()) {
            throw new IllegalStateException("a tensor " + shape()
                    + " is used after its scope has closed. Maybe keep a copy of its numbers: toArray()?");
        }
        return data;
    }

    double[] array() {
        return offset == 0 && data.length == size() ? open() : toArray();
    }

    private int size() {
        return rows * columns;
    }

    private String shape() {
        return "[" + rows + "×" + columns + "]";
    }

    static HeapTensor on(Tensor y) {
        if (y instanceof HeapTensor tensor) {
            tensor.open();
            return tensor;
        }
        throw new IllegalArgumentException("a tensor of the heap meets one on "
                + y.substrate().name() + ". Maybe copy one of them: substrate.of(x.toArray(), rows, columns)?");
    }

    @Override
    public Substrate substrate() {
        return heap;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double[] toArray() {
        return Arrays.copyOfRange(open(), offset, offset + size());
    }

    @Override
    public double at(int row, int column) {
        return open()[offset + row * columns + column];
    }

    @Override
    public Tensor rows(int from, int to) {
        if (from < 0 || to > rows || from > to) {
            throw new IllegalArgumentException("no rows " + from + " to " + to + " in " + shape());
        }
        return new HeapTensor(heap, data, offset + from * columns, to - from, columns, lease);
    }

    @Override
    public Tensor reshape(int otherRows, int otherColumns) {
        if (otherRows * otherColumns != size()) {
            throw mismatch("[" + otherRows + "×" + otherColumns + "]");
        }
        return new HeapTensor(heap, data, offset, otherRows, otherColumns, lease);
    }

    private IllegalArgumentException mismatch(String other) {
        return new IllegalArgumentException("shapes do not fit: " + shape() + " and " + other);
    }

    // ---- arithmetic ----

    /// Rows of this tensor that one row of `y` serves.
    private int served(HeapTensor y) {
        if (y.rows == 0 || rows % y.rows != 0 || (y.columns != columns && y.columns != 1)) {
            throw mismatch(y.shape());
        }
        return rows / y.rows;
    }

    private Tensor binary(Binary verb, Tensor other) {
        HeapTensor y = on(other);
        int served = served(y);
        double[] x = open();
        HeapTensor out = heap.make(rows, columns);
        if (y.columns == 1) {
            heap.blocks(rows, columns, (from, to) -> scalars(verb, x, y, served, out, from, to));
        } else if (served == 1) {
            heap.blocks(
                    rows,
                    columns,
                    (from, to) -> verb.rows(
                            x,
                            offset + from * columns,
                            y.data,
                            y.offset + from * columns,
                            out.data,
                            from * columns,
                            (to - from) * columns));
        } else {
            heap.blocks(rows, columns, (from, to) -> {
                for (int i = from; i < to; i++) {
                    int other1 = y.offset + i / served * columns;
                    verb.rows(x, offset + i * columns, y.data, other1, out.data, i * columns, columns);
                }
            });
        }
        return out;
    }

    /// One number of y for whole stretches of rows.
    private void scalars(Binary verb, double[] x, HeapTensor y, int served, HeapTensor out, int from, int to) {
        if (served == 1 && columns == 1) {
            verb.rows(x, offset + from, y.data, y.offset + from, out.data, from, to - from);
            return;
        }
        for (int i = from; i < to; ) {
            int end = Math.min(to, (i / served + 1) * served);
            double value = y.data[y.offset + i / served];
            verb.scalar(x, offset + i * columns, value, out.data, i * columns, (end - i) * columns);
            i = end;
        }
    }

    private Tensor scalar(Binary verb, double y) {
        double[] x = open();
        HeapTensor out = heap.make(rows, columns);
        heap.blocks(
                rows,
                columns,
                (from, to) ->
                        verb.scalar(x, offset + from * columns, y, out.data, from * columns, (to - from) * columns));
        return out;
    }

    private Tensor unary(Unary verb) {
        double[] x = open();
        HeapTensor out = heap.make(rows, columns);
        heap.blocks(
                rows,
                columns,
                (from, to) -> verb.apply(x, offset + from * columns, out.data, from * columns, (to - from) * columns));
        return out;
    }

    @Override
    public Tensor plus(Tensor y) {
        return binary(Binary.PLUS, y);
    }

    @Override
    public Tensor minus(Tensor y) {
        return binary(Binary.MINUS, y);
    }

    @Override
    public Tensor times(Tensor y) {
        return binary(Binary.TIMES, y);
    }

    @Override
    public Tensor over(Tensor y) {
        return binary(Binary.OVER, y);
    }

    @Override
    public Tensor min(Tensor y) {
        return binary(Binary.MIN, y);
    }

    @Override
    public Tensor max(Tensor y) {
        return binary(Binary.MAX, y);
    }

    @Override
    public Tensor plus(double y) {
        return scalar(Binary.PLUS, y);
    }

    @Override
    public Tensor times(double y) {
        return scalar(Binary.TIMES, y);
    }

    @Override
    public Tensor clamp(double low, double high) {
        return Fused.clamp(this, low, high);
    }

    @Override
    public Tensor affine(Tensor scale, Tensor shift) {
        HeapTensor s = on(scale);
        HeapTensor t = on(shift);
        boolean rowwise = s.columns == columns && t.columns == columns && s.rows == t.rows;
        return rowwise && served(s) > 0
                ? Fused.affine(this, s, t, served(s))
                : times(scale).plus(shift);
    }

    @Override
    public Tensor standardize(Tensor mean, Tensor deviation, double limit) {
        HeapTensor m = on(mean);
        HeapTensor s = on(deviation);
        boolean rowwise = m.columns == columns && s.columns == columns && m.rows == s.rows;
        return rowwise
                ? Fused.standardize(this, m, s, served(m), limit)
                : minus(mean).over(deviation).clamp(-limit, limit);
    }

    @Override
    public Tensor square() {
        return unary(Unary.SQUARE);
    }

    @Override
    public Tensor sqrt() {
        return unary(Unary.SQRT);
    }

    @Override
    public Tensor exp() {
        return unary(Unary.EXP);
    }

    @Override
    public Tensor log() {
        return unary(Unary.LOG);
    }

    @Override
    public Tensor sin() {
        return unary(Unary.SIN);
    }

    @Override
    public Tensor cos() {
        return unary(Unary.COS);
    }

    @Override
    public Tensor abs() {
        return unary(Unary.ABS);
    }

    @Override
    public Tensor floor() {
        return unary(Unary.FLOOR);
    }

    @Override
    public Tensor less(Tensor y) {
        return binary(Binary.LESS, y);
    }

    @Override
    public Tensor atMost(Tensor y) {
        return binary(Binary.AT_MOST, y);
    }

    @Override
    public Tensor same(Tensor y) {
        return binary(Binary.SAME, y);
    }

    @Override
    public Tensor isFinite() {
        return unary(Unary.IS_FINITE);
    }

    @Override
    public Tensor choose(Tensor yes, Tensor no) {
        HeapTensor y = on(yes);
        HeapTensor n = on(no);
        served(y);
        served(n);
        double[] x = open();
        HeapTensor out = heap.make(rows, columns);
        heap.blocks(rows, columns, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int j = 0; j < columns; j++) {
                    HeapTensor chosen = x[offset + i * columns + j] != 0 ? y : n;
                    out.data[i * columns + j] = chosen.served(i, j, rows);
                }
            }
        });
        return out;
    }

    /// What this tensor holds for row i, column j of a larger one.
    private double served(int i, int j, int largerRows) {
        int row = i / (largerRows / rows);
        return data[offset + row * columns + (columns == 1 ? 0 : j)];
    }

    // ---- sums and products ----

    @Override
    public Tensor rowSums() {
        double[] x = open();
        HeapTensor out = heap.make(rows, 1);
        heap.blocks(rows, columns, (from, to) -> {
            for (int i = from; i < to; i++) {
                out.data[i] = Kernels.CHOSEN.sum(x, offset + i * columns, columns);
            }
        });
        return out;
    }

    @Override
    public Tensor rowDots(Tensor y) {
        HeapTensor other = on(y);
        if (other.columns != columns) {
            return Tensor.super.rowDots(y);
        }
        int served = served(other);
        double[] x = open();
        HeapTensor out = heap.make(rows, 1);
        heap.blocks(rows, columns, (from, to) -> {
            for (int i = from; i < to; i++) {
                int at = other.offset + i / served * columns;
                out.data[i] = Kernels.CHOSEN.dot(x, offset + i * columns, other.data, at, columns);
            }
        });
        return out;
    }

    @Override
    public Tensor columnSums(int groups) {
        return Sums.of(this, null, false, groups);
    }

    @Override
    public Tensor weightedSums(Tensor w, int groups) {
        return Sums.of(this, weights(w), false, groups);
    }

    @Override
    public Tensor weightedSquares(Tensor w, int groups) {
        return Sums.of(this, weights(w), true, groups);
    }

    @Override
    public Tensor moments(Tensor mean, Tensor deviation, double limit, Tensor w, int groups) {
        HeapTensor m = on(mean);
        HeapTensor s = on(deviation);
        boolean rowwise = m.columns == columns && s.columns == columns && m.rows == s.rows;
        if (!rowwise) {
            return Tensor.super.moments(mean, deviation, limit, w, groups);
        }
        open();
        return Sums.moments(this, m, s, served(m), limit, weights(w), groups);
    }

    private HeapTensor weights(Tensor w) {
        HeapTensor weights = on(w);
        if (weights.rows != rows || weights.columns != 1) {
            throw mismatch(weights.shape());
        }
        return weights;
    }

    @Override
    public Tensor columnMax(int groups) {
        double[] x = open();
        int size = groupRows(groups);
        HeapTensor out = heap.make(groups, columns);
        for (int g = 0; g < groups; g++) {
            int first = offset + g * size * columns;
            System.arraycopy(x, first, out.data, g * columns, columns);
            for (int i = 1; i < size; i++) {
                Binary.MAX.rows(out.data, g * columns, x, first + i * columns, out.data, g * columns, columns);
            }
        }
        return out;
    }

    int groupRows(int groups) {
        if (groups < 1 || rows % groups != 0 || rows == 0) {
            throw new IllegalArgumentException(shape() + " cannot be cut into " + groups + " equal groups of rows");
        }
        return rows / groups;
    }

    @Override
    public Tensor product(Tensor other) {
        HeapTensor y = on(other);
        if (y.rows != columns) {
            throw mismatch(y.shape());
        }
        return Products.of(this, y);
    }

    @Override
    public Tensor transpose() {
        double[] x = open();
        HeapTensor out = heap.make(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out.data[j * rows + i] = x[offset + i * columns + j];
            }
        }
        return out;
    }

    // ---- order ----

    @Override
    public Tensor argsort(int groups) {
        return Sorting.indices(column(), groups);
    }

    @Override
    public Tensor ranks(int groups) {
        return Sorting.ranks(column(), groups);
    }

    private HeapTensor column() {
        open();
        if (columns != 1) {
            throw new IllegalArgumentException("only a column can be sorted, but this is " + shape());
        }
        return this;
    }

    @Override
    public Tensor gather(Tensor indices) {
        HeapTensor at = on(indices);
        double[] x = open();
        if (at.columns != 1) {
            throw new IllegalArgumentException("indices are a column, but these are " + at.shape());
        }
        HeapTensor out = heap.make(at.rows, columns);
        heap.blocks(at.rows, columns, (from, to) -> {
            for (int i = from; i < to; i++) {
                int row = (int) at.data[at.offset + i];
                if (row < 0 || row >= rows) {
                    throw new IllegalArgumentException("there is no row " + row + " in " + shape());
                }
                System.arraycopy(x, offset + row * columns, out.data, i * columns, columns);
            }
        });
        return out;
    }

    @Override
    public Tensor above(Tensor below) {
        HeapTensor y = on(below);
        if (y.columns != columns) {
            throw mismatch(y.shape());
        }
        HeapTensor out = heap.make(rows + y.rows, columns);
        System.arraycopy(open(), offset, out.data, 0, size());
        System.arraycopy(y.data, y.offset, out.data, size(), y.size());
        return out;
    }

    @Override
    public Tensor beside(Tensor right) {
        HeapTensor y = on(right);
        if (y.rows != rows) {
            throw mismatch(y.shape());
        }
        int width = columns + y.columns;
        HeapTensor out = heap.make(rows, width);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(open(), offset + i * columns, out.data, i * width, columns);
            System.arraycopy(y.data, y.offset + i * y.columns, out.data, i * width + columns, y.columns);
        }
        return out;
    }

    @Override
    public Tensor columns(int from, int to) {
        if (from < 0 || to > columns || from > to) {
            throw new IllegalArgumentException("no columns " + from + " to " + to + " in " + shape());
        }
        HeapTensor out = heap.make(rows, to - from);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(open(), offset + i * columns + from, out.data, i * (to - from), to - from);
        }
        return out;
    }

    Heap heap() {
        return heap;
    }

    int offset() {
        return offset;
    }

    @Override
    public String toString() {
        return "tensor " + shape() + " on the heap";
    }
}
