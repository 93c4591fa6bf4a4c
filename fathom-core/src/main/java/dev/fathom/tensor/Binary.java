package dev.fathom.tensor;

/// Verbs with two operands. Every one has loops of its own, because only such loops become SIMD code.
enum Binary {
    PLUS {
        @Override
        void rows(double[] x, int from, double[] y, int other, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] + y[other + j];
            }
        }

        @Override
        void scalar(double[] x, int from, double y, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] + y;
            }
        }
    },
    MINUS {
        @Override
        void rows(double[] x, int from, double[] y, int other, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] - y[other + j];
            }
        }

        @Override
        void scalar(double[] x, int from, double y, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] - y;
            }
        }
    },
    TIMES {
        @Override
        void rows(double[] x, int from, double[] y, int other, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] * y[other + j];
            }
        }

        @Override
        void scalar(double[] x, int from, double y, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] * y;
            }
        }
    },
    OVER {
        @Override
        void rows(double[] x, int from, double[] y, int other, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] / y[other + j];
            }
        }

        @Override
        void scalar(double[] x, int from, double y, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] / y;
            }
        }
    },
    MIN {
        @Override
        void rows(double[] x, int from, double[] y, int other, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = Math.min(x[from + j], y[other + j]);
            }
        }

        @Override
        void scalar(double[] x, int from, double y, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = Math.min(x[from + j], y);
            }
        }
    },
    MAX {
        @Override
        void rows(double[] x, int from, double[] y, int other, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = Math.max(x[from + j], y[other + j]);
            }
        }

        @Override
        void scalar(double[] x, int from, double y, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = Math.max(x[from + j], y);
            }
        }
    },
    LESS {
        @Override
        void rows(double[] x, int from, double[] y, int other, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] < y[other + j] ? 1 : 0;
            }
        }

        @Override
        void scalar(double[] x, int from, double y, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] < y ? 1 : 0;
            }
        }
    },
    AT_MOST {
        @Override
        void rows(double[] x, int from, double[] y, int other, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] <= y[other + j] ? 1 : 0;
            }
        }

        @Override
        void scalar(double[] x, int from, double y, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] <= y ? 1 : 0;
            }
        }
    },
    SAME {
        @Override
        void rows(double[] x, int from, double[] y, int other, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] == y[other + j] ? 1 : 0;
            }
        }

        @Override
        void scalar(double[] x, int from, double y, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] == y ? 1 : 0;
            }
        }
    };

    /// `out = x ∘ y` over `count` numbers.
    abstract void rows(double[] x, int from, double[] y, int other, double[] out, int at, int count);

    /// `out = x ∘ y` with one y for `count` numbers.
    abstract void scalar(double[] x, int from, double y, double[] out, int at, int count);
}
