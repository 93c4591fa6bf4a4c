package dev.fathom.algorithm;

import dev.fathom.tensor.Heap;
import java.util.Arrays;

/// A population as flat arrays: `n` rows of `d` standard coordinates with `m` objectives and `k` notes.
///
/// The engine gives an algorithm an empty batch to fill, or a batch with results that is sorted best first by the order
/// of
/// [Row]. Arrays are row-major: coordinate `j` of row `i` is `x()[i * d + j]`.
public final class Batch {

    private final int rows;
    private final int dimension;
    private final int objectives;
    private final int noteCount;
    private final double[] x;
    private final double[] f;
    private final double[] violation;
    private final double[] notes;
    private final long[] ids;

    /// An empty batch, all numbers 0.
    ///
    /// @param rows n
    /// @param dimension d
    /// @param objectives m
    /// @param notes k, numbers that an algorithm keeps with each row
    public Batch(int rows, int dimension, int objectives, int notes) {
        this.rows = rows;
        this.dimension = dimension;
        this.objectives = objectives;
        this.noteCount = notes;
        x = new double[rows * dimension];
        f = new double[rows * objectives];
        violation = new double[rows];
        this.notes = new double[rows * notes];
        ids = new long[rows];
    }

    /// Number of rows, n.
    public int size() {
        return rows;
    }

    /// Number of columns, d.
    public int dimension() {
        return dimension;
    }

    /// Number of objectives, m.
    public int objectives() {
        return objectives;
    }

    /// Coordinates `x [n×d]`, the array itself.
    public double[] x() {
        return x;
    }

    /// Where row `i` begins in [#x()].
    public int offset(int i) {
        return i * dimension;
    }

    /// Objectives `f [n×m]`, minimized, `+∞` for failures; the array itself.
    public double[] f() {
        return f;
    }

    /// First objective of row `i`.
    public double f(int i) {
        return f[i * objectives];
    }

    /// Total constraint violation of row `i`, `≥ 0`.
    public double violation(int i) {
        return violation[i];
    }

    /// Note number `k` of row `i`.
    public double note(int i, int k) {
        return notes[i * noteCount + k];
    }

    /// Sets note number `k` of row `i`.
    public void note(int i, int k, double value) {
        notes[i * noteCount + k] = value;
    }

    /// Number of row `i` within its run.
    public long id(int i) {
        return ids[i];
    }

    /// Copies coordinates and notes of row `i` into `row`.
    public void read(int i, Row row) {
        System.arraycopy(x, i * dimension, row.x, 0, dimension);
        System.arraycopy(notes, i * noteCount, row.notes, 0, noteCount);
    }

    /// Copies a row with its result into place `i`.
    ///
    /// @param proposal whether to take what the algorithm proposed rather than the repaired point
    public void write(int i, Row row, boolean proposal) {
        System.arraycopy(proposal ? row.proposal() : row.x, 0, x, i * dimension, dimension);
        System.arraycopy(row.notes, 0, notes, i * noteCount, noteCount);
        for (int k = 0; k < objectives; k++) {
            f[i * objectives + k] = row.value(k);
        }
        violation[i] = row.violation();
        ids[i] = row.id();
    }

    /// A sorted batch as tensors on the heap, which share its numbers.
    public Population population() {
        Heap heap = Heap.single();
        double[] ranks = new double[rows];
        Arrays.setAll(ranks, i -> i);
        return new Population(
                heap.wrap(x, rows, dimension),
                heap.wrap(f, rows, objectives),
                heap.wrap(violation, rows, 1),
                heap.wrap(ranks, rows, 1),
                1);
    }
}
