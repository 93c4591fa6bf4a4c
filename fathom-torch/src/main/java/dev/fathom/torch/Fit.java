package dev.fathom.torch;

/// Whether shapes go together, with the words of the exceptions where they do not.
final class Fit {

    private Fit() {}

    static String shape(int rows, int columns) {
        return "[" + rows + "×" + columns + "]";
    }

    static String shape(TorchTensor x) {
        return shape(x.rows(), x.columns());
    }

    static IllegalArgumentException mismatch(TorchTensor x, String other) {
        return new IllegalArgumentException("shapes do not fit: " + shape(x) + " and " + other);
    }

    /// Each row of y serves as many rows of x, with as many columns or with one.
    static void served(TorchTensor x, TorchTensor y) {
        if (y.rows() == 0 || x.rows() % y.rows() != 0 || (y.columns() != x.columns() && y.columns() != 1)) {
            throw mismatch(x, shape(y));
        }
    }

    static void equal(int one, int other, TorchTensor x, TorchTensor y) {
        if (one != other) {
            throw mismatch(x, shape(y));
        }
    }

    static void groups(TorchTensor x, int groups) {
        if (groups < 1 || x.rows() % groups != 0 || x.rows() == 0) {
            throw new IllegalArgumentException(shape(x) + " cannot be cut into " + groups + " equal groups of rows");
        }
    }

    static void column(TorchTensor x) {
        if (x.columns() != 1) {
            throw new IllegalArgumentException("only a column can be sorted, but this is " + shape(x));
        }
    }

    static void indices(TorchTensor x) {
        if (x.columns() != 1) {
            throw new IllegalArgumentException("indices are a column, but these are " + shape(x));
        }
    }

    /// @param what `rows` or `columns`
    static void range(TorchTensor x, String what, int from, int to, int count) {
        if (from < 0 || to > count || from > to) {
            throw new IllegalArgumentException("no " + what + " " + from + " to " + to + " in " + shape(x));
        }
    }
}
