package dev.fathom.internal.engine;

import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Portfolio;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs a [Portfolio]: its members propose in turn; after the warm-up only the one that found the best point goes on.
final class PortfolioSearcher implements Searcher {

    private final Portfolio portfolio;
    private final Shape shape;
    private final Resolver resolver;
    private final List<Searcher> members = new ArrayList<>();
    private final int notes;
    private final long warmUp;
    private long told;
    private int turn;
    private int survivor = -1;
    private @Nullable Row best;
    private int bestMember;

    PortfolioSearcher(Portfolio portfolio, Shape shape, Resolver resolver) {
        this.portfolio = portfolio;
        this.shape = shape;
        this.resolver = resolver;
        notes = portfolio.members().stream()
                .mapToInt(m -> resolver.notes(m, shape))
                .max()
                .orElse(0);
        warmUp = shape.hasBudget() && portfolio.warmUp() < 1
                ? (long) (portfolio.warmUp() * shape.budget())
                : Shape.UNLIMITED;
        for (Recipe recipe : portfolio.members()) {
            members.add(resolver.fork("member " + members.size()).open(recipe, share()));
        }
    }

    /// What one member may expect: its share of the warm-up and all that follows.
    private Shape share() {
        int n = portfolio.members().size();
        Shape part = shape.withWorkers(Math.max(1, (shape.workers() + n - 1) / n));
        if (!shape.hasBudget()) {
            return part;
        }
        long before = Math.min(warmUp, shape.budget());
        return part.withBudget(Math.max(1, (before + n - 1) / n + shape.budget() - before));
    }

    @Override
    public int notes() {
        return notes + 1;
    }

    @Override
    public boolean ready() {
        return survivor >= 0 ? members.get(survivor).ready() : members.stream().anyMatch(Searcher::ready);
    }

    @Override
    public void propose(Row out) {
        int member = survivor >= 0 ? survivor : nextReady();
        members.get(member).propose(out);
        out.notes[notes] = member;
    }

    /// The next member in turn that is ready, else simply the next.
    private int nextReady() {
        int n = members.size();
        for (int i = 0; i < n; i++) {
            int member = (turn + i) % n;
            if (members.get(member).ready()) {
                turn = (member + 1) % n;
                return member;
            }
        }
        int member = turn;
        turn = (turn + 1) % n;
        return member;
    }

    @Override
    public boolean replace(Row out) {
        return members.get((int) out.notes[notes]).replace(out);
    }

    @Override
    public void learn(Row row) {
        int owner = (int) row.notes[notes];
        remember(row, owner);
        for (int i = 0; i < members.size(); i++) {
            if (survivor >= 0 && i != survivor) {
                continue;
            }
            if (i == owner) {
                members.get(i).learn(row);
            } else {
                members.get(i).inform(row);
            }
        }
        if (++told >= warmUp && survivor < 0) {
            select();
        }
    }

    private void select() {
        survivor = bestMember;
        for (int i = 0; i < members.size(); i++) {
            if (i != survivor) {
                members.get(i).close();
            }
        }
        resolver.observer()
                .on(new Event.Restarted(
                        "warm-up of " + members.size() + " members",
                        portfolio.members().get(survivor).toString()));
    }

    @Override
    public void inform(Row row) {
        if (survivor >= 0) {
            members.get(survivor).inform(row);
        } else {
            members.forEach(m -> m.inform(row));
        }
    }

    private void remember(Row row, int owner) {
        if (!row.isFailed() && (best == null || row.compareTo(best) < 0)) {
            best = row;
            bestMember = owner;
        }
    }

    @Override
    public Optional<String> finished() {
        if (survivor >= 0) {
            return members.get(survivor).finished();
        }
        boolean all = members.stream().allMatch(member -> member.finished().isPresent());
        return all ? Optional.of("all " + members.size() + " members have ended") : Optional.empty();
    }

    @Override
    public Optional<double[]> recommend() {
        return members.get(survivor >= 0 ? survivor : bestMember).recommend();
    }

    @Override
    public Optional<Population> population() {
        return members.get(survivor >= 0 ? survivor : bestMember).population();
    }

    @Override
    public void close() {
        members.forEach(Searcher::close);
    }
}
