package dev.fathom.benchmarks;

import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// What a Java programmer would write instead of the verbs, with the functions of the JDK and of [Rng].
final class PlainLoops {

    private final int rows;
    private final int columns;
    private final double[] x;
    private final double[] w;
    private final double[] square;
    private final double[] out;

    PlainLoops(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        Rng rng = Rng.of(1);
        x = new double[rows * columns];
        w = new double[rows];
        square = new double[columns * columns];
        out = new double[rows * columns];
        rng.fillGaussian(x, 0, x.length);
        rng.fillGaussian(w, 0, w.length);
        rng.fillGaussian(square, 0, square.length);
    }

    double run(Verbs.Verb verb, long generation) {
        switch (verb) {
            case GAUSSIAN -> Rng.of(generation).fillGaussian(out, 0, out.length);
            case EXP -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = Math.exp(x[i]);
                }
            }
            case COS -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = Math.cos(x[i]);
                }
            }
            case WEIGHTED_SUMS -> weightedSums();
            case PRODUCT -> product();
            case ARGSORT -> {
                return argsort();
            }
        }
        return out[0];
    }

    private void weightedSums() {
        Arrays.fill(out, 0, columns, 0);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out[j] += w[i] * x[i * columns + j];
            }
        }
    }

    private void product() {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                for (int k = 0; k < columns; k++) {
                    sum += x[i * columns + k] * square[k * columns + j];
                }
                out[i * columns + j] = sum;
            }
        }
    }

    private double argsort() {
        Integer[] order = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
        return order[0];
    }
}
