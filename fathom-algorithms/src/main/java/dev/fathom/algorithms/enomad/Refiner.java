package dev.fathom.algorithms.enomad;

import dev.fathom.algorithm.Inner;
import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Slice;
import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.List;

/// The refinement of one individual: evaluates it if that has not been done, then searches the box around it.
final class Refiner implements Oracle.Branch {

    private final Refinement options;
    private final Shape shape;
    private final int[] columns;
    private final Rng rng;
    private final long most;
    private Row row;
    private long evaluations;

    /// A refinement to be run.
    ///
    /// @param shape of the whole space
    /// @param row the individual, perhaps without a result
    /// @param columns those in which it is refined, `[s]`; none if it is only evaluated
    /// @param most evaluations
    Refiner(Refinement options, Shape shape, Row row, int[] columns, long most, Rng rng) {
        this.options = options;
        this.shape = shape;
        this.row = row;
        this.columns = columns;
        this.most = most;
        this.rng = rng;
    }

    /// The best row so far: the individual itself unless a better one was found.
    Row row() {
        return row;
    }

    /// Number of evaluations made.
    long evaluations() {
        return evaluations;
    }

    @Override
    public void run(Oracle f) {
        if (!row.isTold()) {
            row = f.at(row.x);
            evaluations++;
        }
        if (columns.length > 0 && evaluations < most) {
            try {
                search(new Seen(f, row));
            } catch (Spent end) {
                // the evaluations are used up
            }
        }
    }

    private void search(Seen f) {
        Slice slice = new Slice(columns, row.x);
        Box box = Box.around(row.x, columns, options.reach(), shape);
        long budget = most - evaluations + 1; // the start counts, but is known
        Shape inner = box.shape(slice.shape(shape)).withBudget(budget).withWorkers(options.block());
        Inner.search(options.inner(), box.oracle(slice.oracle(f)), inner, rng);
    }

    /// Unwinds the inner search.
    private static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("the evaluations of the refinement are used up", null, false, false);
        }
    }

    /// Answers the individual's own point from its row, counts the others and keeps the best.
    private final class Seen implements Oracle {

        private final Oracle f;
        private final Row own;

        Seen(Oracle f, Row own) {
            this.f = f;
            this.own = own;
        }

        @Override
        public Row at(double[] x) {
            return all(new double[][] {x})[0];
        }

        @Override
        public Row[] all(double[][] points) {
            Row[] answers = new Row[points.length];
            List<double[]> fresh = new ArrayList<>();
            for (int i = 0; i < points.length; i++) {
                if (isOwn(points[i])) {
                    answers[i] = own;
                } else {
                    fresh.add(points[i]);
                }
            }
            int next = 0;
            Row[] rows = evaluate(fresh);
            for (int i = 0; i < answers.length; i++) {
                answers[i] = answers[i] == null ? rows[next++] : answers[i];
            }
            return answers;
        }

        private Row[] evaluate(List<double[]> points) {
            int allowed = (int) Math.min(most - evaluations, points.size());
            Row[] rows = f.all(points.subList(0, allowed).toArray(double[][]::new));
            evaluations += allowed;
            for (Row found : rows) {
                row = found.compareTo(row) < 0 ? found : row;
            }
            if (allowed < points.size()) {
                throw new Spent();
            }
            return rows;
        }

        private boolean isOwn(double[] x) {
            for (int j = 0; j < x.length; j++) {
                if (x[j] != own.x[j]) {
                    return false;
                }
            }
            return true;
        }
    }
}
