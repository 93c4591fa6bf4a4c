package dev.fathom.internal.engine;

import dev.fathom.algorithm.Algorithm;
import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Generational;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Rule;
import dev.fathom.algorithm.Recipe.Stage;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Trait;
import dev.fathom.space.Boundary;
import dev.fathom.space.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Why a recipe searches a shape the way it does, in words.
public final class Explanation {

    private final Shape shape;
    private final List<String> lines = new ArrayList<>();

    private Explanation(Shape shape) {
        this.shape = shape;
    }

    /// The decisions of a recipe, one per line, and the adapters that the engine inserts.
    public static String of(Recipe recipe, Shape shape, boolean cheapConstraints) {
        Explanation explanation = new Explanation(shape);
        explanation.add(recipe, 0);
        explanation.lines.add("adapters: " + String.join("; ", explanation.adapters(recipe, cheapConstraints)));
        return String.join("\n", explanation.lines);
    }

    private void add(Recipe recipe, int depth) {
        String indent = "  ".repeat(depth);
        switch (recipe) {
            case Recipe.Use use -> lines.add(indent + use.algorithm());
            case Recipe.Named named -> {
                Catalog.Entry entry = Catalog.entry(named.name());
                lines.add(indent + entry.name() + ": " + entry.summary());
                add(entry.recipe(), depth + 1);
            }
            case Recipe.Choose choose -> {
                lines.add(indent + "→ because " + because(choose) + ":");
                add(Resolver.choice(choose, shape), depth + 1);
            }
            case Recipe.Chain chain -> {
                int last = chain.stages().size() - 1;
                for (int i = 0; i <= last; i++) {
                    Stage stage = chain.stages().get(i);
                    lines.add(indent
                            + (i == last
                                    ? "then to the end"
                                    : "for at most " + stage.length().of(shape) + " evaluations"));
                    add(stage.recipe(), depth + 1);
                }
            }
            case Recipe.Portfolio portfolio -> {
                lines.add(indent + "side by side, the best alone after " + (int) (100 * portfolio.warmUp())
                        + " % of the budget");
                portfolio.members().forEach(m -> add(m, depth + 1));
            }
            case Recipe.Restart restart -> {
                boolean once = restart.policy() == Recipe.Policy.NEVER;
                lines.add(indent + (once ? "once" : "restarted when finished (" + restart.policy() + ")"));
                add(restart.recipe(), depth + 1);
            }
        }
    }

    private String because(Recipe.Choose choose) {
        for (Rule rule : choose.rules()) {
            if (rule.condition().holds(shape)) {
                return rule.condition().because(shape);
            }
        }
        return "none of " + choose.rules().size() + " special cases holds: d = " + shape.dimension() + ", "
                + (shape.hasBudget() ? "budget " + shape.budget() : "unknown budget") + ", " + shape.workers()
                + (shape.workers() == 1 ? " worker" : " workers");
    }

    private List<String> adapters(Recipe recipe, boolean cheapConstraints) {
        List<String> adapters = new ArrayList<>();
        addCount(adapters, Boundary.REFLECT, "bounds by reflection");
        addCount(adapters, Boundary.CLIP, "bounds by clipping");
        if (adapters.size() > 0 && shape.objectives() == 1 && any(recipe, Explanation::isDistribution)) {
            adapters.add("distributions learn from points outside the bounds, ranked with a penalty");
        }
        addCount(adapters, Kind.INTEGER, "rounded to integers");
        addCount(adapters, Kind.ORDERED, "in bins of ordered options");
        addCount(adapters, Kind.SCORE, "scores, the largest of each choice taken");
        addCount(adapters, Kind.KEY, "random keys of permutations and subsets");
        if (cheapConstraints) {
            adapters.add("cheap constraints by sampling again, then by repair");
        }
        if (shape.constraints() > 0) {
            adapters.add("feasible points rank first");
        }
        if (shape.objectives() > 1) {
            adapters.add("ranking by non-domination and spread");
        }
        if (shape.workers() > 1 && any(recipe, Explanation::isSequential)) {
            adapters.add("straight-line code: workers share only what it asks for at once");
        }
        adapters.add("failures rank last");
        adapters.add(
                Resolver.isOnce(recipe, shape)
                        ? "ends when the search has ended"
                        : "restarted from another point when finished");
        return adapters;
    }

    private void addCount(List<String> adapters, Boundary boundary, String text) {
        long count =
                shape.columns().stream().filter(c -> c.boundary() == boundary).count();
        if (count > 0) {
            adapters.add(count + (count == 1 ? " column: " : " columns: ") + text);
        }
    }

    private void addCount(List<String> adapters, Kind kind, String text) {
        long count = shape.columns().stream().filter(c -> c.kind() == kind).count();
        if (count > 0) {
            adapters.add(count + (count == 1 ? " column: " : " columns: ") + text);
        }
    }

    private boolean any(Recipe recipe, Predicate<Algorithm> trait) {
        return switch (recipe) {
            case Recipe.Use use -> trait.test(use.algorithm());
            case Recipe.Named named -> any(Catalog.entry(named.name()).recipe(), trait);
            case Recipe.Choose choose -> any(Resolver.choice(choose, shape), trait);
            case Recipe.Chain chain -> chain.stages().stream().anyMatch(s -> any(s.recipe(), trait));
            case Recipe.Portfolio portfolio -> portfolio.members().stream().anyMatch(m -> any(m, trait));
            case Recipe.Restart restart -> any(restart.recipe(), trait);
        };
    }

    private static boolean isSequential(Algorithm algorithm) {
        return algorithm instanceof Sequential || algorithm.traits().contains(Trait.SYNCHRONOUS);
    }

    private static boolean isDistribution(Algorithm algorithm) {
        return algorithm instanceof Generational<?> && algorithm.traits().contains(Trait.LEARNS_PROPOSAL);
    }
}
