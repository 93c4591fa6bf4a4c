package dev.fathom.internal.engine;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.event.Observer;
import dev.fathom.math.Rng;
import dev.fathom.space.Boundary;
import dev.fathom.space.Column;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks and tells in standard coordinates: ids, bounds, cheap constraints, suggestions, archive and the running search.
///
/// A deterministic function of its seed and the sequence of calls. Not thread-safe.
public final class Engine implements AutoCloseable {

    /// How often a point that breaks a cheap constraint is proposed anew before it is repaired.
    private static final int TRIES = 20;

    private final Shape shape;
    private final Recipe recipe;
    private final Resolver resolver;
    private final Geometry geometry;
    private final Archive archive;
    private final Feasible feasible;
    private final double[] low;
    private final double[] high;
    private final Boundary[] boundaries;
    private final boolean bounded;
    private final boolean once;
    private final Deque<double[]> suggestions = new ArrayDeque<>();
    private final Set<Row> suggested = Collections.newSetFromMap(new IdentityHashMap<>());

    private @Nullable Searcher searcher;
    private int notes;
    private long asked;
    private long told;

    /// An engine before its first ask.
    public Engine(Shape shape, Recipe recipe, long seed, Geometry geometry, Observer observer) {
        this.shape = shape;
        once = Resolver.isOnce(recipe, shape);
        this.recipe = once || recipe instanceof Recipe.Restart ? recipe : recipe.restarting(Recipe.Policy.SAME);
        this.geometry = geometry;
        Rng rng = Rng.of(seed);
        resolver = new Resolver(rng.fork("search"), observer);
        archive = new Archive(geometry, shape.dimension(), shape.objectives());
        feasible = new Feasible(geometry, shape, rng.fork("repair"));
        low = shape.columns().stream().mapToDouble(Column::low).toArray();
        high = shape.columns().stream().mapToDouble(Column::high).toArray();
        boundaries = shape.columns().stream().map(Column::boundary).toArray(Boundary[]::new);
        bounded = shape.columns().stream().anyMatch(c -> c.boundary() != Boundary.NONE);
    }

    /// The next row to evaluate.
    public Row ask() {
        Searcher search = searcher();
        Row row = new Row(asked, new double[shape.dimension()], notes);
        asked++;
        double[] suggestion = suggestions.poll();
        if (suggestion != null) {
            System.arraycopy(suggestion, 0, row.x, 0, row.x.length);
            suggested.add(row);
            return row;
        }
        search.propose(row);
        admit(row, search);
        return row;
    }

    /// Moves a row that turned out to stand for no value to a point that does.
    public void readmit(Row row) {
        admit(row, searcher());
    }

    /// Whether the search can propose from what it knows; otherwise it would fill in while results are pending. Asking
    /// changes nothing.
    public boolean isReady() {
        return !suggestions.isEmpty() || searcher == null || searcher.ready();
    }

    /// Whether the recipe is restarted until the budget is used up.
    public boolean isEndless() {
        return !once;
    }

    /// Why the search ended by itself; empty while it goes on, and for searches that are restarted.
    public Optional<String> finished() {
        return searcher == null || !suggestions.isEmpty() ? Optional.empty() : searcher.finished();
    }

    /// The next ask returns these coordinates; several wait in line.
    public void suggest(double[] x) {
        suggestions.add(x.clone());
    }

    /// Learns from an asked row whose result was entered.
    public void tell(Row row) {
        told++;
        archive.add(row);
        if (!suggested.isEmpty() && suggested.remove(row)) {
            searcher().inform(row);
        } else {
            searcher().learn(row);
        }
    }

    /// Notes that a row already told was evaluated once more.
    public void tellAgain(Row row) {
        told++;
        archive.reconsider(row);
    }

    /// Learns from a point that was not asked. Points told before the first ask decide where the search starts.
    public void tellForeign(Row row) {
        told++;
        archive.add(row);
        if (searcher != null) {
            searcher.inform(row);
        }
    }

    /// A row for a point that was not asked.
    public Row foreign(double[] x) {
        return new Row(-1, x, notes);
    }

    private Searcher searcher() {
        Searcher running = searcher;
        if (running == null) {
            Row best = archive.best();
            Start start = best == null ? shape.start() : shape.start().at(best.x);
            running = resolver.open(recipe, shape.withStart(start));
            notes = running.notes();
            searcher = running;
            for (Row row : archive.rows()) {
                running.inform(row);
            }
        }
        return running;
    }

    /// Brings a proposal inside the bounds and the cheap constraints.
    private void admit(Row row, Searcher search) {
        repairBounds(row);
        if (!geometry.isConstrained()) {
            return;
        }
        for (int i = 0; i < TRIES && geometry.violation(row.x) > 0 && search.replace(row); i++) {
            row.keepProposal(row.x);
            repairBounds(row);
        }
        if (geometry.violation(row.x) > 0) {
            feasible.repair(row.x, archive.best());
            row.keepProposal(row.x);
        }
    }

    private void repairBounds(Row row) {
        if (!bounded) {
            return;
        }
        double[] x = row.x;
        boolean kept = false;
        for (int j = 0; j < x.length; j++) {
            if (!(x[j] >= low[j] && x[j] <= high[j])) {
                if (!kept) {
                    row.keepProposal(x.clone());
                    kept = true;
                }
                x[j] = Double.isNaN(x[j]) ? 0 : boundaries[j].repair(x[j], low[j], high[j]);
            }
        }
    }

    /// The coordinates to recommend: the search's own estimate under noise, else the best estimate of the archive, else
    /// the start.
    public double[] recommend() {
        Row best = shape.noisy() ? archive.bestEstimate() : archive.best();
        if (shape.noisy() && searcher != null && best != null) {
            Optional<double[]> estimate = searcher.recommend();
            if (estimate.isPresent()) {
                Row row = foreign(estimate.get().clone());
                repairBounds(row);
                if (geometry.violation(row.x) <= 0) {
                    return row.x;
                }
            }
        }
        if (best != null) {
            return best.x.clone();
        }
        double[] x = shape.start().x().clone();
        if (geometry.isConstrained() && geometry.violation(x) > 0) {
            feasible.repair(x, null);
        }
        return x;
    }

    /// The rows that the search keeps; empty before it begins, and for searches that keep none.
    public Optional<Population> population() {
        return searcher == null ? Optional.empty() : searcher.population();
    }

    /// The points seen so far.
    public Archive archive() {
        return archive;
    }

    /// The problem as the algorithms see it.
    public Shape shape() {
        return shape;
    }

    /// Rows handed out.
    public long asked() {
        return asked;
    }

    /// Results entered, repeated and foreign ones included.
    public long told() {
        return told;
    }

    @Override
    public void close() {
        if (searcher != null) {
            searcher.close();
        }
    }
}
