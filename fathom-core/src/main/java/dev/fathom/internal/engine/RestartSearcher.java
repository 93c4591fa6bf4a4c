package dev.fathom.internal.engine;

import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Policy;
import dev.fathom.algorithm.Recipe.Restart;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.algorithm.Trait;
import dev.fathom.event.Event;
import dev.fathom.math.Rng;
import java.util.Optional;

/// Runs a [Restart]: the same recipe again from another point whenever it is finished.
///
/// BIPOP after Hansen, "Benchmarking a BI-population CMA-ES on the BBOB-2009 function testbed" (2009): large runs
/// double
/// the population each time; small runs have population factor `(large/2)^(u²)` and spread `10^(-2u)`, u uniform in [0,
/// 1); the regime that
/// has used fewer evaluations is next, where the first run of all counts as a small one; a small run ends at half the
/// evaluations of the last large one.
///
/// With one objective a run of a single algorithm also ends when it converges to a value above the best one, see
/// [Prospects].
final class RestartSearcher implements Searcher {

    private final Restart restart;
    private final Shape shape;
    private final Resolver resolver;
    private final Rng rng;
    private final int notes;
    private final Prospects prospects;
    private final boolean single;

    private Searcher current;
    private long run;
    private long asked;
    private long runAsked;
    private double factor = 1;
    private boolean small;
    private long largeTotal;
    private long smallTotal;
    private long lastLarge;

    RestartSearcher(Restart restart, Shape shape, Resolver resolver) {
        this.restart = restart;
        this.shape = shape;
        this.resolver = resolver;
        rng = resolver.rng("restart");
        notes = resolver.notes(restart.recipe(), shape);
        prospects = new Prospects(shape.dimension());
        single = shape.objectives() == 1 && isSingle(restart.recipe());
        current = open(shape.start());
    }

    /// Whether a run is that of one algorithm around one point; what is put together of several decides itself how to
    /// go on.
    private boolean isSingle(Recipe recipe) {
        return switch (recipe) {
            case Recipe.Use use -> !use.algorithm().traits().contains(Trait.SIDE_BY_SIDE);
            case Recipe.Named named -> isSingle(Catalog.entry(named.name()).recipe());
            case Recipe.Choose choose -> isSingle(Resolver.choice(choose, shape));
            default -> false;
        };
    }

    private Searcher open(Start start) {
        Shape part = shape.withStart(start);
        if (shape.hasBudget()) {
            part = part.withBudget(Math.max(1, shape.budget() - asked));
        }
        return resolver.fork("run " + run).open(restart.recipe(), part);
    }

    @Override
    public int notes() {
        return notes + 1;
    }

    @Override
    public boolean ready() {
        return ending().isPresent() || current.ready(); // the next run begins with the ask, not with the question
    }

    @Override
    public void propose(Row out) {
        advance();
        current.propose(out);
        out.notes[notes] = run;
        asked++;
        runAsked++;
    }

    /// Why the run is to be followed by another one now.
    private Optional<String> ending() {
        if (restart.policy() == Policy.NEVER || runAsked == 0) {
            return Optional.empty();
        }
        Optional<String> reason = current.finished();
        if (reason.isEmpty() && small && runAsked >= Math.max(1, lastLarge / 2)) {
            reason = Optional.of("half the length of the last large run");
        }
        if (reason.isEmpty() && single && prospects.areHopeless()) {
            reason = Optional.of("converges to a value above the best one");
        }
        return reason;
    }

    private void advance() {
        Optional<String> reason = ending();
        if (reason.isPresent()) {
            current.close();
            Start next = next();
            run++;
            runAsked = 0;
            prospects.restart(next.population());
            resolver.observer().on(new Event.Restarted(reason.get(), describe(next)));
            current = open(next);
        }
    }

    /// Where the next run starts.
    private Start next() {
        double[] x = new double[shape.dimension()];
        shape.sample(x, rng);
        Start start = shape.start().at(x);
        return switch (restart.policy()) {
            case NEVER, SAME -> start;
            case IPOP -> start.withPopulation(start.population() * (factor *= 2));
            case BIPOP -> bipop(start);
        };
    }

    private Start bipop(Start start) {
        if (small || run == 0) {
            smallTotal += runAsked;
        } else {
            largeTotal += runAsked;
            lastLarge = runAsked;
        }
        small = smallTotal < largeTotal;
        if (!small) {
            factor *= 2;
            return start.withPopulation(start.population() * factor);
        }
        double u = rng.nextDouble();
        return start.withPopulation(start.population() * StrictMath.pow(factor / 2, u * u))
                .withSpread(start.spread() * StrictMath.pow(10, -2 * rng.nextDouble()));
    }

    private static String describe(Start start) {
        return "run with population × " + (float) start.population() + ", spread × " + (float) start.spread();
    }

    @Override
    public boolean replace(Row out) {
        return current.replace(out);
    }

    @Override
    public void learn(Row told) {
        boolean ours = (long) told.notes[notes] == run;
        if (single && ours) {
            prospects.learn(told);
        } else if (single) {
            prospects.inform(told);
        }
        if (ours) {
            current.learn(told);
        } else {
            current.inform(told);
        }
    }

    @Override
    public void inform(Row told) {
        if (single) {
            prospects.inform(told);
        }
        current.inform(told);
    }

    /// Only if it runs once: otherwise it goes on until the budget is used up.
    @Override
    public Optional<String> finished() {
        return restart.policy() == Policy.NEVER ? current.finished() : Optional.empty();
    }

    @Override
    public Optional<double[]> recommend() {
        return current.recommend();
    }

    @Override
    public Optional<Population> population() {
        return current.population();
    }

    @Override
    public void close() {
        current.close();
    }
}
