package dev.fathom.tensor;

/// Verbs with one operand.
enum Unary {
    SQUARE {
        @Override
        void apply(double[] x, int from, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = x[from + j] * x[from + j];
            }
        }
    },
    SQRT {
        @Override
        void apply(double[] x, int from, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = Math.sqrt(x[from + j]);
            }
        }
    },
    ABS {
        @Override
        void apply(double[] x, int from, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = Math.abs(x[from + j]);
            }
        }
    },
    FLOOR {
        @Override
        void apply(double[] x, int from, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = Math.floor(x[from + j]);
            }
        }
    },
    IS_FINITE {
        @Override
        void apply(double[] x, int from, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = Math.abs(x[from + j]) <= Double.MAX_VALUE ? 1 : 0;
            }
        }
    },
    EXP {
        @Override
        void apply(double[] x, int from, double[] out, int at, int count) {
            Kernels.CHOSEN.exp(x, from, out, at, count);
        }
    },
    LOG {
        @Override
        void apply(double[] x, int from, double[] out, int at, int count) {
            Kernels.CHOSEN.log(x, from, out, at, count);
        }
    },
    SIN {
        @Override
        void apply(double[] x, int from, double[] out, int at, int count) {
            Kernels.CHOSEN.sin(x, from, out, at, count);
        }
    },
    COS {
        @Override
        void apply(double[] x, int from, double[] out, int at, int count) {
            Kernels.CHOSEN.cos(x, from, out, at, count);
        }
    };

    /// `out = ∘x` over `count` numbers.
    abstract void apply(double[] x, int from, double[] out, int at, int count);
}
