package dev.fathom.torch;

import dev.fathom.tensor.Tensor;
import dev.fathom.torch.internal.op.Comparison;
import dev.fathom.torch.internal.op.Elementwise;
import dev.fathom.torch.internal.op.Ordering;
import dev.fathom.torch.internal.op.Products;
import dev.fathom.torch.internal.op.Transfer;
import dev.fathom.torch.internal.op.Views;
import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Operator;
import dev.fathom.torch.internal.shim.Session;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A matrix of numbers on a device of PyTorch.
///
/// Inside, truths stay truths and positions stay whole numbers of 64 bits until arithmetic needs them as real numbers.
/// Rows, columns, other shapes and the transpose share the numbers of the tensor they come from; its memory is freed
/// with the last of them.
public final class TorchTensor implements Tensor {

    private final TorchSubstrate on;
    private final Native value;
    private final int rows;
    private final int columns;
    /// Of positions that a sort gave: the number of rows that were sorted; 0 where that is not known.
    private final int bound;

    private @Nullable Native real;

    TorchTensor(TorchSubstrate on, Native value, int bound) {
        this.on = on;
        this.value = value;
        this.bound = bound;
        rows = Math.toIntExact(value.size(0));
        columns = Math.toIntExact(value.size(1));
    }

    /// The address of libtorch's handle (`AtenTensorHandle`, which is an `at::Tensor *`), for native code that takes
    /// one:
    /// a matrix `[n×d]` of the substrate's precision on its device. It stays this tensor's, which must be held as long
    /// as
    /// the address is used.
    public long handle() {
        return session().handle(numbers());
    }

    /// The address on the device of the numbers, row after row; where they do not lie so, of a copy. Valid until the
    /// innermost scope closes, and as long as this tensor is held.
    public long data() {
        if (!numbers().isContiguous()) {
            real = views().contiguous(numbers());
        }
        return session().data(numbers());
    }

    Native value() {
        return value;
    }

    /// Overwrites the numbers of another one, which measures how fast that can be.
    void copyTo(TorchTensor target) {
        session().copy(target.value, value);
    }

    /// The same as real numbers.
    private Native numbers() {
        Native converted = real;
        if (converted != null && !converted.isFreed() && !value.isFreed()) {
            return converted;
        }
        if (value.dtype() != on.dtype()) {
            converted = transfer().as(on.dtype(), value);
            real = converted;
            return converted;
        }
        return value;
    }

    private TorchTensor other(Tensor y) {
        if (y instanceof TorchTensor tensor && on.serves(tensor.on)) {
            return tensor;
        }
        throw new IllegalArgumentException("a tensor of " + on.name() + " meets one of "
                + y.substrate().name() + ". Maybe copy one of them: substrate.of(x.toArray(), rows, columns)?");
    }

    @Override
    public TorchSubstrate substrate() {
        return on;
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
        return transfer().doubles(value);
    }

    @Override
    public double at(int row, int column) {
        Fit.range(this, "rows", row, row + 1, rows);
        Fit.range(this, "columns", column, column + 1, columns);
        long start = row * value.stride(0) + column * value.stride(1);
        try (Native one = session().view(value, new long[] {1, 1}, new long[] {1, 1}, start)) {
            return transfer().doubles(one)[0];
        }
    }

    @Override
    public Tensor rows(int from, int to) {
        Fit.range(this, "rows", from, to, rows);
        return new TorchTensor(on, views().rows(value, from, to), bound);
    }

    @Override
    public Tensor columns(int from, int to) {
        Fit.range(this, "columns", from, to, columns);
        try (Native turned = views().transpose(value);
                Native chosen = views().rows(turned, from, to)) {
            return on.tensor(views().transpose(chosen));
        }
    }

    @Override
    public Tensor reshape(int otherRows, int otherColumns) {
        if ((long) otherRows * otherColumns != (long) rows * columns) {
            throw Fit.mismatch(this, Fit.shape(otherRows, otherColumns));
        }
        return new TorchTensor(on, views().reshape(value, otherRows, otherColumns), bound);
    }

    @Override
    public Tensor transpose() {
        return on.tensor(views().transpose(value));
    }

    // ---- arithmetic ----

    private Tensor binary(Tensor y, BinaryOperator<Native> verb) {
        TorchTensor served = other(y);
        Fit.served(this, served);
        Native left = numbers();
        Native right = served.numbers();
        return rows == 0 ? on.full(0, columns, 0) : on.tensor(verb.apply(left, right));
    }

    private Tensor unary(UnaryOperator<Native> verb) {
        return on.tensor(verb.apply(numbers()));
    }

    @Override
    public Tensor plus(Tensor y) {
        return binary(y, arithmetic()::add);
    }

    @Override
    public Tensor minus(Tensor y) {
        return binary(y, arithmetic()::subtract);
    }

    @Override
    public Tensor times(Tensor y) {
        return binary(y, arithmetic()::multiply);
    }

    @Override
    public Tensor over(Tensor y) {
        return binary(y, arithmetic()::divide);
    }

    @Override
    public Tensor min(Tensor y) {
        return binary(y, arithmetic()::minimum);
    }

    @Override
    public Tensor max(Tensor y) {
        return binary(y, arithmetic()::maximum);
    }

    @Override
    public Tensor plus(double y) {
        return unary(x -> arithmetic().add(x, y));
    }

    @Override
    public Tensor times(double y) {
        return unary(x -> arithmetic().multiply(x, y));
    }

    @Override
    public Tensor clamp(double low, double high) {
        return unary(x -> limited(x, low, high));
    }

    private Native limited(Native x, double low, double high) {
        try (Native below = arithmetic().minimum(x, high)) {
            return arithmetic().maximum(below, low);
        }
    }

    @Override
    public Tensor affine(Tensor scale, Tensor shift) {
        TorchTensor a = other(scale);
        TorchTensor b = other(shift);
        Fit.served(this, a);
        Fit.served(this, b);
        if (rows == 0) {
            return on.full(0, columns, 0);
        }
        try (Native scaled = arithmetic().multiply(numbers(), a.numbers())) {
            return on.tensor(arithmetic().add(scaled, b.numbers()));
        }
    }

    @Override
    public Tensor standardize(Tensor mean, Tensor deviation, double limit) {
        TorchTensor m = other(mean);
        TorchTensor s = other(deviation);
        Fit.served(this, m);
        Fit.served(this, s);
        if (rows == 0) {
            return on.full(0, columns, 0);
        }
        Native z = standardized(m.numbers(), s.numbers());
        if (limit == Double.POSITIVE_INFINITY) {
            return on.tensor(z);
        }
        try (z) {
            return on.tensor(limited(z, -limit, limit));
        }
    }

    private Native standardized(Native mean, Native deviation) {
        try (Native centred = arithmetic().subtract(numbers(), mean);
                Native inverse = arithmetic().divideInto(1, deviation)) {
            return arithmetic().multiply(centred, inverse);
        }
    }

    @Override
    public Tensor square() {
        return unary(arithmetic()::square);
    }

    @Override
    public Tensor sqrt() {
        return unary(arithmetic()::sqrt);
    }

    @Override
    public Tensor exp() {
        return unary(arithmetic()::exp);
    }

    @Override
    public Tensor log() {
        return unary(arithmetic()::log);
    }

    @Override
    public Tensor sin() {
        return unary(arithmetic()::sin);
    }

    @Override
    public Tensor cos() {
        return unary(arithmetic()::cos);
    }

    @Override
    public Tensor abs() {
        return unary(arithmetic()::abs);
    }

    @Override
    public Tensor floor() {
        return unary(arithmetic()::floor);
    }

    // ---- truths ----

    private Tensor compare(Operator operator, Tensor y) {
        return binary(y, (a, b) -> new Comparison(session()).compare(operator, a, b));
    }

    @Override
    public Tensor less(Tensor y) {
        return compare(Operator.LESS, y);
    }

    @Override
    public Tensor atMost(Tensor y) {
        return compare(Operator.LESS_OR_EQUAL, y);
    }

    @Override
    public Tensor same(Tensor y) {
        return compare(Operator.EQUAL, y);
    }

    @Override
    public Tensor isFinite() {
        return unary(x -> session().call(Operator.IS_FINITE, x));
    }

    @Override
    public Tensor choose(Tensor yes, Tensor no) {
        TorchTensor y = other(yes);
        TorchTensor n = other(no);
        Fit.served(this, y);
        Fit.served(this, n);
        Comparison comparison = new Comparison(session());
        if (value.dtype() == Dtype.BOOL) {
            return on.tensor(comparison.choose(value, y.repeated(rows), n.repeated(rows)));
        }
        try (Native truths = comparison.compare(Operator.NOT_EQUAL, numbers(), 0)) {
            return on.tensor(comparison.choose(truths, y.repeated(rows), n.repeated(rows)));
        }
    }

    /// Each row as often as it serves one of `all` rows; a single one is repeated by libtorch.
    private Native repeated(int all) {
        if (rows == 1 || rows == all) {
            return numbers();
        }
        Native x = numbers();
        long[] sizes = {rows, all / rows, columns};
        try (Native view = session().view(x, sizes, new long[] {x.stride(0), 0, x.stride(1)}, 0);
                Native copy = transfer().copy(view)) {
            return views().flat(copy);
        }
    }

    // ---- sums and products ----

    @Override
    public Tensor rowSums() {
        return unary(products()::sumOfColumns);
    }

    @Override
    public Tensor columnSums(int groups) {
        Fit.groups(this, groups);
        return unary(x -> products().sumOfRows(x, groups));
    }

    @Override
    public Tensor weightedSums(Tensor w, int groups) {
        Native weights = weights(w, groups);
        return unary(x -> products().weightedSum(weights, x, groups));
    }

    @Override
    public Tensor weightedSquares(Tensor w, int groups) {
        Native weights = weights(w, groups);
        try (Native squares = arithmetic().square(numbers())) {
            return on.tensor(products().weightedSum(weights, squares, groups));
        }
    }

    private Native weights(Tensor w, int groups) {
        TorchTensor weights = other(w);
        if (weights.rows != rows || weights.columns != 1) {
            throw Fit.mismatch(this, Fit.shape(weights));
        }
        Fit.groups(this, groups);
        return weights.numbers();
    }

    @Override
    public Tensor columnMax(int groups) {
        Fit.groups(this, groups);
        return unary(x -> products().largestOfRows(x, groups));
    }

    @Override
    public Tensor product(Tensor y) {
        TorchTensor right = other(y);
        Fit.equal(columns, right.rows, this, right);
        return on.tensor(products().product(numbers(), right.numbers()));
    }

    // ---- order ----

    @Override
    public Tensor argsort(int groups) {
        Fit.column(this);
        Fit.groups(this, groups);
        Native within = ordering().order(numbers(), groups);
        if (groups == 1) {
            return new TorchTensor(on, within, rows);
        }
        try (within) {
            return new TorchTensor(on, ordering().inWhole(within, groups), rows);
        }
    }

    @Override
    public Tensor ranks(int groups) {
        Fit.column(this);
        Fit.groups(this, groups);
        try (Native within = ordering().order(numbers(), groups)) {
            return new TorchTensor(on, ordering().places(within, groups), rows / groups);
        }
    }

    @Override
    public Tensor gather(Tensor indices) {
        TorchTensor at = other(indices);
        Fit.indices(at);
        if (at.rows == 0) {
            return rows(0, 0);
        }
        if (at.value.dtype() == Dtype.INT64) {
            check(at.value, at.bound);
            return on.tensor(ordering().rows(value, at.value));
        }
        try (Native whole = transfer().as(Dtype.INT64, at.value)) {
            check(whole, 0);
            return on.tensor(ordering().rows(value, whole));
        }
    }

    /// A GPU does not survive a wrong index. Positions that a sort gave need no look, which would wait for the device.
    private void check(Native index, int below) {
        if (below == 0 || below > rows) {
            long[] range = ordering().range(index);
            if (range[0] < 0 || range[1] >= rows) {
                throw new IllegalArgumentException(
                        "there is no row " + (range[0] < 0 ? range[0] : range[1]) + " in " + Fit.shape(this));
            }
        }
    }

    @Override
    public Tensor above(Tensor below) {
        TorchTensor y = other(below);
        Fit.equal(columns, y.columns, this, y);
        return joined(0, y);
    }

    @Override
    public Tensor beside(Tensor right) {
        TorchTensor y = other(right);
        Fit.equal(rows, y.rows, this, y);
        return joined(1, y);
    }

    private Tensor joined(int dimension, TorchTensor y) {
        boolean alike = value.dtype() == y.value.dtype();
        return on.tensor(session().concatenate(dimension, alike ? value : numbers(), alike ? y.value : y.numbers()));
    }

    private Session session() {
        return on.session();
    }

    private Elementwise arithmetic() {
        return new Elementwise(session());
    }

    private Products products() {
        return new Products(session());
    }

    private Ordering ordering() {
        return new Ordering(session());
    }

    private Views views() {
        return new Views(session());
    }

    private Transfer transfer() {
        return new Transfer(session());
    }

    @Override
    public String toString() {
        return "tensor " + Fit.shape(this) + " on " + on.name();
    }
}
