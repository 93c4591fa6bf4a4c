package dev.fathom.algorithm;

import dev.fathom.internal.engine.Engine;
import dev.fathom.internal.engine.Geometry;
import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A search within a search: what an algorithm uses that refines points by another one.
public final class Inner {

    private Inner() {}

    /// What an inner search came to.
    ///
    /// @param best the best row, the earliest of equals; null if none was evaluated
    /// @param evaluations how many points were evaluated, at most the budget of the shape
    /// @param reason why it ended, in words
    public record Ending(@Nullable Row best, long evaluations, String reason) {}

    /// Searches from `shape.start()` within `shape.budget()` evaluations of `f`. Of points asked for at once, the first
    /// ones are evaluated that the budget allows.
    ///
    /// One [Sequential] algorithm runs once, and its branches one after the other; anything else is restarted until the
    /// budget is used up, unless the recipe says [Recipe#once], and asks for `shape.workers()` points at once.
    ///
    /// @param recipe how
    /// @param shape bounds, start, workers and budget of the inner search
    /// @throws IllegalArgumentException if the shape has no budget and the recipe would never end
    public static Ending search(Recipe recipe, Oracle f, Shape shape, Rng rng) {
        Meter meter = new Meter(f, shape);
        String reason;
        try {
            Sequential sequential = sequential(recipe);
            reason = sequential != null ? sequential.run(meter, shape, rng) : run(recipe, meter, shape, rng);
        } catch (Meter.Spent end) {
            if (!end.meter.equals(meter)) {
                throw end; // of a search around this one
            }
            reason = "budget of " + shape.budget() + " evaluations used up";
        }
        return new Ending(meter.best, meter.evaluations, reason);
    }

    /// The algorithm of a recipe that is one straight-line search, else null.
    private static @Nullable Sequential sequential(Recipe recipe) {
        return switch (recipe) {
            case Recipe.Use use -> use.algorithm() instanceof Sequential sequential ? sequential : null;
            case Recipe.Named named -> sequential(Catalog.entry(named.name()).recipe());
            case Recipe.Restart restart ->
                restart.policy() == Recipe.Policy.NEVER ? sequential(restart.recipe()) : null;
            default -> null;
        };
    }

    private static String run(Recipe recipe, Meter f, Shape shape, Rng rng) {
        try (Engine engine = new Engine(shape, recipe, rng.nextLong(), Geometry.plain(), event -> {})) {
            if (!shape.hasBudget() && engine.isEndless()) {
                throw new IllegalArgumentException(recipe + " would never end. Maybe give the inner search a budget?");
            }
            Optional<String> end = Optional.empty();
            while (end.isEmpty()) {
                round(engine, f, shape);
                end = engine.finished();
            }
            return end.get();
        }
    }

    /// Asks a point per worker, as far as the search can propose them, evaluates them together and tells the results.
    private static void round(Engine engine, Meter f, Shape shape) {
        List<Row> asked = new ArrayList<>();
        while (asked.size() < shape.workers() && (asked.isEmpty() || engine.isReady())) {
            asked.add(engine.ask());
        }
        Row[] answers = f.all(asked.stream().map(row -> row.x).toArray(double[][]::new));
        for (int i = 0; i < answers.length; i++) {
            Row row = asked.get(i);
            if (!Arrays.equals(row.x, answers[i].x)) { // it was moved to where the constraints of the space hold
                System.arraycopy(answers[i].x, 0, row.x, 0, row.x.length);
                row.keepProposal(row.x);
            }
            row.take(answers[i]);
            engine.tell(row);
        }
    }

    /// Keeps points inside the bounds, counts evaluations and ends the search that wants too many.
    private static final class Meter implements Oracle {

        private final Oracle f;
        private final Shape shape;
        private long evaluations;
        private @Nullable Row best;

        /// Unwinds the inner search whose budget is used up.
        private static final class Spent extends RuntimeException {
            private static final long serialVersionUID = 1;

            private final transient Meter meter;

            Spent(Meter meter) {
                super("the budget is used up", null, false, false);
                this.meter = meter;
            }
        }

        Meter(Oracle f, Shape shape) {
            this.f = f;
            this.shape = shape;
        }

        @Override
        public Row at(double[] x) {
            return all(new double[][] {x})[0];
        }

        @Override
        public Row[] all(double[][] points) {
            double[][] inside = new double[(int) Math.min(shape.budget() - evaluations, points.length)][];
            for (int i = 0; i < inside.length; i++) {
                inside[i] = inside(points[i]);
            }
            Row[] rows = inside.length == 0 ? new Row[0] : f.all(inside);
            evaluations += rows.length;
            for (Row row : rows) {
                best = best == null || row.compareTo(best) < 0 ? row : best;
            }
            if (rows.length < points.length) {
                throw new Spent(this);
            }
            return rows;
        }

        @Override
        public List<Row> known() {
            return f.known();
        }

        private double[] inside(double[] x) {
            double[] inside = x.clone();
            for (int j = 0; j < inside.length; j++) {
                inside[j] = shape.columns().get(j).repair(inside[j]);
            }
            return inside;
        }
    }
}
