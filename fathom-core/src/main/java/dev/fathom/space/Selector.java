package dev.fathom.space;

import dev.fathom.math.Rng;
import java.util.List;

/// How one of n options is read from coordinates.
sealed interface Selector permits Selector.Fixed, Bins, Scores {

    /// Number of columns.
    int width();

    /// The option at `x`, `0 … n-1`.
    int index(double[] x, int from);

    /// Writes the canonical coordinates of `option`.
    void write(int option, double[] x, int from);

    /// Writes a random point; all options are equally likely.
    void sample(double[] x, int from, Rng rng);

    /// Writes another option than the one at `x`.
    void change(double[] x, int from, Rng rng);

    /// The columns; scores are named after the options.
    List<Column> columns(List<Object> labels);

    /// Bins if the options are ordered or two, scores if they are more.
    ///
    /// @param init the option at coordinates 0, or -1 for no preference
    static Selector of(int n, int init, boolean ordered) {
        return n == 1 ? new Fixed() : ordered || n == 2 ? new Bins(n, init) : new Scores(n, init);
    }

    /// The only option: no columns.
    record Fixed() implements Selector {

        @Override
        public int width() {
            return 0;
        }

        @Override
        public int index(double[] x, int from) {
            return 0;
        }

        @Override
        public void write(int option, double[] x, int from) {}

        @Override
        public void sample(double[] x, int from, Rng rng) {}

        @Override
        public void change(double[] x, int from, Rng rng) {}

        @Override
        public List<Column> columns(List<Object> labels) {
            return List.of();
        }
    }
}
