package dev.fathom.algorithm;

import dev.fathom.internal.engine.Engine;
import dev.fathom.internal.engine.Geometry;
import dev.fathom.math.Rng;
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

    /// Searches from `shape.start()` within `shape.budget()` evaluations of `f`.
    ///
    /// @param recipe how; one [Sequential] algorithm runs once, anything else is restarted until the budget is used up
    /// @param shape bounds, start and budget of the inner search
    /// @throws IllegalArgumentException if the shape has no budget and the recipe would never end
    public static Ending search(Recipe recipe, Oracle f, Shape shape, Rng rng) {
        Meter meter = new Meter(f, shape);
        String reason;
        try {
            reason = run(recipe, meter, shape, rng);
        } catch (Meter.Spent end) {
            reason = "budget of " + shape.budget() + " evaluations used up";
        }
        return new Ending(meter.best, meter.evaluations, reason);
    }

    private static String run(Recipe recipe, Meter f, Shape shape, Rng rng) {
        if (recipe instanceof Recipe.Named named) {
            return run(Catalog.entry(named.name()).recipe(), f, shape, rng);
        }
        if (recipe instanceof Recipe.Use use && use.algorithm() instanceof Sequential sequential) {
            return sequential.run(f, shape, rng);
        }
        if (!shape.hasBudget()) {
            throw new IllegalArgumentException(recipe + " would never end. Maybe give the inner search a budget?");
        }
        try (Engine engine = new Engine(shape, recipe, rng.nextLong(), Geometry.plain(), event -> {})) {
            while (true) {
                round(engine, f, shape);
            }
        }
    }

    /// Asks as many points as there are workers, evaluates them together and tells the results.
    private static void round(Engine engine, Meter f, Shape shape) {
        Row[] asked = new Row[shape.workers()];
        double[][] points = new double[asked.length][];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = engine.ask();
            points[i] = asked[i].x;
        }
        Row[] answers = f.all(points);
        for (int i = 0; i < asked.length; i++) {
            asked[i].take(answers[i]);
            engine.tell(asked[i]);
        }
    }

    /// Keeps points inside the bounds, counts evaluations and ends the search that wants too many.
    private static final class Meter implements Oracle {

        private final Oracle f;
        private final Shape shape;
        private long evaluations;
        private @Nullable Row best;

        /// Unwinds the inner search.
        private static final class Spent extends RuntimeException {
            private static final long serialVersionUID = 1;

            Spent() {
                super("the budget is used up", null, false, false);
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
            long left = shape.budget() - evaluations;
            if (left <= 0) {
                throw new Spent();
            }
            double[][] inside = new double[(int) Math.min(left, points.length)][];
            for (int i = 0; i < inside.length; i++) {
                inside[i] = inside(points[i]);
            }
            Row[] rows = f.all(inside);
            evaluations += rows.length;
            for (Row row : rows) {
                best = best == null || row.compareTo(best) < 0 ? row : best;
            }
            if (rows.length < points.length) {
                throw new Spent();
            }
            return rows;
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
