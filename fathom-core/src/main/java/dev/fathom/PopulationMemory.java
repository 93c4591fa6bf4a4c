package dev.fathom;

import dev.fathom.algorithm.Row;
import dev.fathom.internal.engine.Archive;
import dev.fathom.internal.journal.Journal;
import dev.fathom.space.Space;
import dev.fathom.tensor.Substrate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a run with whole populations remembers: the journal of its generations and the best points.
final class PopulationMemory implements AutoCloseable {

    private static final double[] NOWHERE = {};

    private final Space<double[]> space;
    private final Goal goal;
    private final @Nullable Journal journal;
    private final Deque<Map<String, Object>> known = new ArrayDeque<>();
    private final @Nullable Archive archive;
    private final long begin = System.nanoTime();

    /// Whether the generation at hand came from the journal.
    private boolean repeating;

    private @Nullable String stopped;
    private @Nullable Row best;
    private long evaluated;
    private double before;

    /// Without a journal.
    PopulationMemory(Space<double[]> space, Goal goal) {
        this.space = space;
        this.goal = goal;
        archive = archive(space, goal);
        journal = null;
    }

    private static @Nullable Archive archive(Space<double[]> space, Goal goal) {
        return goal.objectives() == 1
                ? null
                : new Archive(new SpaceGeometry<>(space), space.columns().size(), goal.objectives());
    }

    PopulationMemory(Study<double[]> study, Substrate on) {
        space = study.problem().space();
        goal = study.problem().goal();
        archive = archive(space, goal);
        Map<String, Object> extras = new LinkedHashMap<>();
        extras.put("populations", on.arithmetic());
        if (!study.description().isEmpty()) {
            extras.put("study", study.description());
        }
        journal = study.journal() == null
                ? null
                : Journal.open(study.journal(), Ledger.header(space, goal, study.search(), extras));
        if (journal != null) {
            journal.replay(this::read);
        }
    }

    private void read(Map<String, Object> line) {
        if (line.get("stopped") instanceof String reason) {
            stopped = reason;
        } else {
            before = Math.max(before, Ledger.seconds(line, "at"));
            known.add(line);
        }
    }

    /// Whether the journal holds generations that are still to be repeated.
    boolean isReplaying() {
        return !known.isEmpty();
    }

    /// Whether the generation at hand came from the journal, so that observers do not hear of it.
    boolean isRepeating() {
        return repeating;
    }

    /// Evaluations that the journal holds.
    long replayed() {
        return known.stream()
                .mapToLong(line -> Ledger.number(line, "rows").longValue())
                .sum();
    }

    /// The results of the next generation, if the journal holds them.
    ///
    /// @throws IllegalStateException if it holds those of another one
    double @Nullable [] known(long generation, int rows) {
        Map<String, Object> line = known.poll();
        repeating = line != null;
        if (line == null) {
            return null;
        }
        double[] results = Ledger.numbers(line.get("results"));
        int width = goal.objectives() + goal.constraints();
        if (Ledger.number(line, "generation").longValue() != generation
                || Ledger.number(line, "rows").longValue() != rows
                || (results.length > 0 && results.length != rows * width)) {
            throw new IllegalStateException("the journal cannot be repeated: generation " + generation + " has " + rows
                    + " rows now. Maybe it was written by another version of Fathom?");
        }
        return results;
    }

    /// Writes the results of a generation, unless they came from the journal.
    void write(long generation, Judged judged) {
        if (journal == null || repeating) {
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("generation", generation);
        line.put("rows", judged.rows());
        line.put("results", judged.results());
        line.put("at", Math.rint(elapsed().toNanos() / 1e3) / 1e6);
        journal.append(line);
    }

    void stop(String reason) {
        if (journal != null && stopped == null) {
            journal.append(Map.of("stopped", reason));
        }
    }

    /// Why the run was over when the journal was opened.
    @Nullable
    String stopped() {
        return isReplaying() ? null : stopped;
    }

    /// The time of the run, earlier sessions included.
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin + (long) (before * 1e9));
    }

    /// Enters a generation into the archive.
    ///
    /// @return whether its best row is better than all before
    boolean remember(Judged judged) {
        Row old = best;
        if (archive == null) {
            if (old == null || !old.isFeasible() || judged.least() < old.value()) {
                Row row = best(judged);
                best = old == null || row.compareTo(old) < 0 ? row : old;
            }
        } else {
            enter(judged, archive);
            best = archive.best();
        }
        evaluated += judged.rows();
        return best != null && !best.isFailed() && !best.equals(old);
    }

    private Row best(Judged judged) {
        int i = judged.best();
        double[] x = judged.points(i)[0];
        double least = judged.least();
        return least < Double.POSITIVE_INFINITY
                ? row(i, x, new double[] {least}, 0)
                : row(i, x, new double[] {judged.losses()[i]}, judged.violations()[i]);
    }

    /// Enters the rows that can stay: the points of others need not come to the heap. Where results are noisy all
    /// count, since another evaluation of a point may take it down.
    private void enter(Judged judged, Archive into) {
        int m = goal.objectives();
        double[] losses = judged.losses();
        double[] violations = judged.violations();
        IntFunction<double[]> f = i -> Arrays.copyOfRange(losses, i * m, (i + 1) * m);
        int[] chosen = IntStream.range(0, judged.rows())
                .filter(i -> goal.noisy() || into.admits(row(i, NOWHERE, f.apply(i), violations[i])))
                .toArray();
        double[][] x = judged.points(chosen);
        for (int k = 0; k < chosen.length; k++) {
            int i = chosen[k];
            into.add(row(i, x[k], f.apply(i), violations[i]));
        }
    }

    private Row row(int i, double[] x, double[] f, double violation) {
        Row row = new Row(evaluated + i, x, 0);
        if (!Double.isFinite(f[0])) {
            row.fail();
        } else if (f.length == 1) {
            row.tell(f[0], violation);
        } else {
            row.tell(f, violation);
        }
        return row;
    }

    /// The best row seen, if any has values.
    Optional<Evaluation<double[]>> best() {
        return Optional.ofNullable(best).filter(row -> !row.isFailed()).map(this::evaluation);
    }

    /// Its number within the run.
    long bestAt() {
        return best == null ? -1 : best.id();
    }

    List<Evaluation<double[]>> front() {
        return archive == null
                ? best().stream().toList()
                : archive.front().stream().map(this::evaluation).toList();
    }

    private Evaluation<double[]> evaluation(Row row) {
        return Evaluation.of(decode(row.x), row, goal);
    }

    /// The setting that coordinates stand for.
    double[] decode(double[] x) {
        double[] inside = x.clone();
        space.canonicalize(inside, 0);
        return space.decode(inside, 0);
    }

    @Override
    public void close() {
        if (journal != null) {
            journal.close();
        }
    }
}
