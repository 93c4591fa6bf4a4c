package dev.fathom.internal.engine;

import dev.fathom.algorithm.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The points seen so far with their statistics: what recommendations are made from.
///
/// Evaluations of the same value (same canonical coordinates) share the row of the first one. The archive is bounded:
/// when it is full, the
/// worse half is forgotten; the best row, the front and all counts stay.
public final class Archive {

    private static final long MEMORY = 32L << 20;
    private static final int MOST = 50_000;
    private static final int SAMPLE = 101;
    static final Comparator<Row> BY_FIRST_OBJECTIVE = Comparator.comparing(Row::isFailed)
            .thenComparingDouble(Row::violation)
            .thenComparingDouble(Row::value);

    private final Geometry geometry;
    private final int objectives;
    private final int capacity;
    private final double[] scratch;
    private final double[] other;

    private Row[] rows = new Row[256];
    private int size;
    private int[] table = new int[1024]; // index into rows plus 1
    private long[] hashes = new long[256];
    private @Nullable Row best;
    private boolean stale;
    private final Nondominated front;
    private boolean frontStale;

    /// Pooled variance of repeated evaluations: sum of squares and degrees of freedom.
    private double noiseSquares;

    private long noiseFreedom;

    public Archive(Geometry geometry, int dimension, int objectives) {
        this.geometry = geometry;
        this.objectives = objectives;
        front = new Nondominated(objectives);
        capacity = capacity(dimension);
        scratch = new double[geometry.isDiscrete() ? dimension : 0];
        other = new double[scratch.length];
    }

    /// How many points of a dimension are kept.
    static int capacity(int dimension) {
        return (int) Math.max(256, Math.min(MOST, MEMORY / (8L * dimension + 160)));
    }

    /// Enters a row with a result: returns the row that now holds the statistics of its point.
    public Row add(Row row) {
        long hash = hash(row);
        int place = find(row, hash);
        if (table[place] != 0) {
            Row known = rows[table[place] - 1];
            merge(known, row);
            return known;
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        rows[size] = row;
        hashes[size++] = hash;
        table[place] = size;
        if (2 * size > table.length) {
            rehash(2 * table.length);
        }
        consider(row);
        if (size >= capacity) {
            prune();
        }
        return row;
    }

    /// Whether a row that is not told of its point would change the best row or the front.
    public boolean admits(Row row) {
        Row top = best();
        if (row.isFailed() || top == null || objectives == 1 || !row.isFeasible()) {
            return !row.isFailed() && (top == null || row.compareTo(top) < 0);
        }
        renewFront();
        return front.admits(row);
    }

    /// Enters another evaluation of the same point.
    private void merge(Row known, Row row) {
        if (known.equals(row) || row.isFailed()) {
            reconsider(known);
            return;
        }
        if (known.count() > 0 && known.variance() == 0 && isAlike(known, row)) {
            count(known, row);
            return; // the same again: nothing changes its rank
        }
        double before = known.variance() * Math.max(0, known.count() - 1);
        count(known, row);
        noiseSquares += known.variance() * Math.max(0, known.count() - 1) - before;
        noiseFreedom += known.count() > 1 ? 1 : 0;
        reconsider(known);
    }

    private boolean isAlike(Row known, Row row) {
        boolean alike = known.violation() == row.violation();
        for (int k = 0; k < objectives; k++) {
            alike &= known.value(k) == row.value(k);
        }
        return alike;
    }

    private void count(Row known, Row row) {
        boolean single = row.constraints().length == 0; // a total violation is all there is
        if (objectives == 1 && single) {
            known.tell(row.value(), row.violation());
            return;
        }
        double[] f = new double[objectives];
        Arrays.setAll(f, row::value);
        if (single) {
            known.tell(f, row.violation());
        } else {
            known.tell(f, row.constraints());
        }
    }

    /// Looks again at a row whose statistics have changed.
    void reconsider(Row row) {
        if (row.equals(best)) {
            stale = true; // it may have become worse
        } else {
            keepBest(row);
        }
        if (front.contains(row)) {
            frontStale = true; // it may have beaten rows that it beats no more
        } else if (objectives > 1 && row.isFeasible()) {
            front.add(row);
        }
    }

    private void consider(Row row) {
        keepBest(row);
        if (objectives > 1 && row.isFeasible()) {
            front.add(row);
        }
    }

    private void keepBest(Row row) {
        if (stale) {
            return; // all rows are looked at when the best one is wanted
        }
        if (!row.isFailed() && (best == null || row.compareTo(best) < 0)) {
            best = row;
        }
    }

    /// The best row seen, null before the first one with values.
    public @Nullable Row best() {
        if (stale) {
            stale = false;
            best = null;
            for (int i = 0; i < size; i++) {
                keepBest(rows[i]);
            }
        }
        return best;
    }

    /// The rows that no other row dominates, by first objective.
    public List<Row> front() {
        renewFront();
        return List.copyOf(front.members());
    }

    private void renewFront() {
        if (frontStale) {
            frontStale = false;
            front.clear();
            Arrays.stream(rows, 0, size).filter(Row::isFeasible).forEach(front::add);
        }
    }

    /// The row with the lowest upper estimate `mean + s / √count`, where s is the pooled standard deviation of repeated
    /// evaluations: the rule has no scale of its own, and with no repetition at all it takes the lowest mean.
    public @Nullable Row bestEstimate() {
        double s = noiseFreedom == 0 ? 0 : Math.sqrt(noiseSquares / noiseFreedom);
        Row result = null;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            Row row = rows[i];
            double bound = row.value() + s / Math.sqrt(row.count());
            if (row.isFeasible() && bound < lowest) {
                result = row;
                lowest = bound;
            }
        }
        return result == null ? best() : result;
    }

    /// Rows in the order in which their points were first told.
    public List<Row> rows() {
        return Arrays.asList(Arrays.copyOf(rows, size));
    }

    /// Number of different points kept.
    public int size() {
        return size;
    }

    // ---- hashing ----

    private long hash(Row row) {
        double[] key = row.x;
        if (geometry.isDiscrete()) {
            System.arraycopy(row.x, 0, scratch, 0, scratch.length);
            geometry.canonicalize(scratch);
            key = scratch;
        }
        long h = 0x9E3779B97F4A7C15L;
        for (double v : key) {
            h = (h ^ Double.doubleToRawLongBits(v + 0.0)) * 0xBF58476D1CE4E5B9L; // + 0.0 turns -0.0 into 0.0
            h ^= h >>> 29;
        }
        return h;
    }

    private int find(Row row, long hash) {
        int mask = table.length - 1;
        int place = (int) hash & mask;
        while (table[place] != 0) {
            int index = table[place] - 1;
            if (hashes[index] == hash && same(rows[index], row)) {
                return place;
            }
            place = (place + 1) & mask;
        }
        return place;
    }

    /// Called with the canonical coordinates of `row` in scratch.
    private boolean same(Row known, Row row) {
        if (!geometry.isDiscrete()) {
            return Arrays.equals(known.x, row.x);
        }
        System.arraycopy(known.x, 0, other, 0, other.length);
        geometry.canonicalize(other);
        return Arrays.equals(other, scratch);
    }

    private void rehash(int length) {
        table = new int[length];
        int mask = length - 1;
        for (int i = 0; i < size; i++) {
            int place = (int) hashes[i] & mask;
            while (table[place] != 0) {
                place = (place + 1) & mask;
            }
            table[place] = i + 1;
        }
    }

    /// Keeps about the better half, in order of arrival: what beats the median of a regular sample.
    private void prune() {
        Row keep = best();
        renewFront();
        Row[] sample = new Row[SAMPLE];
        Arrays.setAll(sample, i -> rows[(int) ((long) i * (size - 1) / (SAMPLE - 1))]);
        Arrays.sort(sample, BY_FIRST_OBJECTIVE);
        Row limit = sample[SAMPLE / 2];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (BY_FIRST_OBJECTIVE.compare(rows[i], limit) < 0 || rows[i].equals(keep) || front.contains(rows[i])) {
                rows[kept] = rows[i];
                hashes[kept++] = hashes[i];
            }
        }
        Arrays.fill(rows, kept, size, null);
        size = kept;
        rehash(table.length);
    }
}
