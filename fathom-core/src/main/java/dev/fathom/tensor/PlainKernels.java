package dev.fathom.tensor;

/// Plain loops over [Elementary].
record PlainKernels() implements Kernels {

    @Override
    public String name() {
        return "plain loops";
    }

    @Override
    public void exp(double[] x, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            out[at + i] = Elementary.exp(x[from + i]);
        }
    }

    @Override
    public void log(double[] x, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            out[at + i] = Elementary.log(x[from + i]);
        }
    }

    @Override
    public void sin(double[] x, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            out[at + i] = Elementary.sin(x[from + i]);
        }
    }

    @Override
    public void cos(double[] x, int from, double[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            out[at + i] = Elementary.cos(x[from + i]);
        }
    }

    @Override
    public double sum(double[] x, int from, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int j = from;
        for (int end = from + count - count % PARTIAL; j < end; j += PARTIAL) {
            s0 += x[j];
            s1 += x[j + 1];
            s2 += x[j + 2];
            s3 += x[j + 3];
            s4 += x[j + 4];
            s5 += x[j + 5];
            s6 += x[j + 6];
            s7 += x[j + 7];
        }
        int left = from + count - j;
        s0 += left > 0 ? x[j] : 0;
        s1 += left > 1 ? x[j + 1] : 0;
        s2 += left > 2 ? x[j + 2] : 0;
        s3 += left > 3 ? x[j + 3] : 0;
        s4 += left > 4 ? x[j + 4] : 0;
        s5 += left > 5 ? x[j + 5] : 0;
        s6 += left > 6 ? x[j + 6] : 0;
        return Kernels.total(s0, s1, s2, s3, s4, s5, s6, s7);
    }
}
