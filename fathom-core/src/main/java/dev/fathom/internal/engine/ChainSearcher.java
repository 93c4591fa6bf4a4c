package dev.fathom.internal.engine;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Recipe.Chain;
import dev.fathom.algorithm.Recipe.Stage;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import dev.fathom.event.Event;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs a [Chain]: stage after stage, each from the best point of those before it.
final class ChainSearcher implements Searcher {

    private final Chain chain;
    private final Shape shape;
    private final Resolver resolver;
    private int stage;
    private Searcher current;
    private int notes;
    private long asked;
    private long askedBefore;
    private @Nullable Row best;

    ChainSearcher(Chain chain, Shape shape, Resolver resolver) {
        this.chain = chain;
        this.shape = shape;
        this.resolver = resolver;
        notes = chain.stages().stream()
                .mapToInt(s -> resolver.notes(s.recipe(), shape))
                .max()
                .orElse(0);
        current = open(shape.start());
    }

    private Searcher open(Start start) {
        Shape part = shape.withStart(start).withBudget(budget());
        return resolver.fork("stage " + stage).open(chain.stages().get(stage).recipe(), part);
    }

    private boolean isLast() {
        return stage == chain.stages().size() - 1;
    }

    private long length() {
        return chain.stages().get(stage).length().of(shape);
    }

    private long budget() {
        long left = shape.hasBudget() ? Math.max(1, shape.budget() - asked) : Shape.UNLIMITED;
        return isLast() ? left : Math.min(left, length());
    }

    @Override
    public int notes() {
        return notes + 1;
    }

    @Override
    public boolean ready() {
        return ending().isPresent() || current.ready(); // the next stage begins with the ask, not with the question
    }

    @Override
    public void propose(Row out) {
        advance();
        current.propose(out);
        out.notes[notes] = stage;
        asked++;
    }

    /// Why the stage is to be followed by the next one now.
    private Optional<String> ending() {
        if (isLast()) {
            return Optional.empty();
        }
        return asked - askedBefore >= length() ? Optional.of("length used up") : current.finished();
    }

    /// Goes on to the next stage when this one is finished or has used up its length.
    private void advance() {
        for (Optional<String> reason = ending(); reason.isPresent(); reason = ending()) {
            current.close();
            Stage from = chain.stages().get(stage++);
            Stage to = chain.stages().get(stage);
            resolver.observer()
                    .on(new Event.Restarted(
                            from.recipe() + ": " + reason.get(), to.recipe().toString()));
            Start start = best == null ? shape.start() : shape.start().at(best.x);
            askedBefore = asked;
            current = open(start.withSpread(shape.start().spread() * to.spread()));
            if (best != null) {
                current.inform(best);
            }
        }
    }

    @Override
    public boolean replace(Row out) {
        return current.replace(out);
    }

    @Override
    public void learn(Row told) {
        remember(told);
        if ((int) told.notes[notes] == stage) {
            current.learn(told);
        } else {
            current.inform(told);
        }
    }

    @Override
    public void inform(Row told) {
        remember(told);
        current.inform(told);
    }

    private void remember(Row told) {
        if (!told.isFailed() && (best == null || told.compareTo(best) < 0)) {
            best = told;
        }
    }

    @Override
    public Optional<String> finished() {
        return isLast() ? current.finished() : Optional.empty();
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
