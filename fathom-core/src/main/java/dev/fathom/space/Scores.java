package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// n unordered options on n columns: the largest score wins, the first one among equals.
///
/// The initial option has a bonus of `ln(p(n-1)/(1-p))` with `p = 1.5/n`, the weight that a softmax needs to take it
/// with
/// probability p.
final class Scores implements Selector {

    private final int n;
    private final int init;
    private final double bonus;

    Scores(int n, int init) {
        this.n = n;
        this.init = init;
        double p = 1.5 / n;
        bonus = init < 0 ? 0 : StrictMath.log(p * (n - 1) / (1 - p));
    }

    @Override
    public int width() {
        return n;
    }

    @Override
    public int index(double[] x, int from) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double score = (Double.isNaN(x[from + i]) ? 0 : x[from + i]) + (i == init ? bonus : 0);
            if (score > highest) {
                highest = score;
                best = i;
            }
        }
        return best;
    }

    @Override
    public void write(int option, double[] x, int from) {
        Arrays.fill(x, from, from + n, 0);
        x[from + option] = 1 + bonus;
    }

    @Override
    public void sample(double[] x, int from, Rng rng) {
        rng.fillGaussian(x, from, n);
        if (init >= 0) {
            x[from + init] -= bonus;
        }
    }

    @Override
    public void change(double[] x, int from, Rng rng) {
        int old = index(x, from);
        int other = rng.nextInt(n - 1);
        write(other < old ? other : other + 1, x, from);
    }

    @Override
    public List<Column> columns(List<Object> labels) {
        return IntStream.range(0, n)
                .mapToObj(i -> Column.free("=" + labels.get(i), Kind.SCORE, n, 0))
                .toList();
    }
}
