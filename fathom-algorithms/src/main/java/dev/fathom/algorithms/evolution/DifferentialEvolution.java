package dev.fathom.algorithms.evolution;

import dev.fathom.algorithm.Incremental;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Differential evolution, current-to-best.
///
/// Storn and Price, "Differential evolution – a simple and efficient heuristic for global optimization over continuous
/// spaces" (J. Global Optimization 1997), with the donor DE/current-to-best/1. The first members are drawn from the
/// space by [Shape#sample].
///
/// Deviations:
/// - asynchronous: members are parents in turn, and a child replaces its parent as soon as its result is known, if it
///   is not worse. Where more proposals are pending than there are members, a parent has several children at once;
/// - while fewer than four results are known, more first members are drawn; those beyond the population replace the
///   worst member if they are better.
///
/// @param population number of members n ≥ 4, or 0 for the larger of 30 and the number of workers; multiplied by
///     `shape.start().population()`
/// @param f1 factor F of the difference of two random members, `[0, 2]`
/// @param f2 factor of the difference of the best member and the parent, `[0, 2]`
/// @param crossover how parent and donor are mixed
/// @param rate CR, share of the donor in `PARAMETRIC` crossover, `[0, 1]`
public record DifferentialEvolution(int population, double f1, double f2, Crossover crossover, double rate)
        implements Incremental<DifferentialEvolution.State> {

    private static final int FEWEST = 4;

    public DifferentialEvolution {
        if ((population != 0 && population < FEWEST) || !(f1 >= 0) || !(f2 >= 0) || !(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("differential evolution cannot have population " + population
                    + ", factors " + f1 + " and " + f2 + " and rate " + rate + ". Maybe 0, 0.8, 0.8 and 0.5?");
        }
    }

    /// 30 members, F = 0.8 for both differences, CR = 0.5.
    public DifferentialEvolution() {
        this(0, 0.8, 0.8, Crossover.PARAMETRIC, 0.5);
    }

    public DifferentialEvolution withPopulation(int members) {
        return new DifferentialEvolution(members, f1, f2, crossover, rate);
    }

    public DifferentialEvolution withFactors(double random, double best) {
        return new DifferentialEvolution(population, random, best, crossover, rate);
    }

    public DifferentialEvolution withCrossover(Crossover other) {
        return new DifferentialEvolution(population, f1, f2, other, rate);
    }

    public DifferentialEvolution withRate(double share) {
        return new DifferentialEvolution(population, f1, f2, crossover, share);
    }

    /// The members whose results are known.
    public static final class State {
        final Shape shape;
        final @Nullable Row[] members;
        int count;
        int drawn;
        int best;
        int turn;
        boolean collapsed;

        State(Shape shape, int population) {
            this.shape = shape;
            members = new Row[population];
        }

        Row member(int i) {
            return Objects.requireNonNull(members[i]);
        }
    }

    /// The number of the parent, -1 for first members.
    @Override
    public int notes(Shape shape) {
        return 1;
    }

    @Override
    public State start(Shape shape, Rng rng) {
        int base = population > 0 ? population : Math.max(30, shape.workers());
        return new State(shape, Math.max(FEWEST, shape.start().scale(base)));
    }

    @Override
    public void propose(State s, Row out, Rng rng) {
        if (s.drawn < s.members.length || s.count < FEWEST) {
            s.drawn++;
            s.shape.sample(out.x, rng);
            out.notes[0] = -1;
            return;
        }
        int parent = s.turn % s.count;
        s.turn = parent + 1;
        out.notes[0] = parent;
        writeDonor(s, parent, out.x, rng);
        crossover.mix(out.x, s.member(parent).x, rate, rng);
    }

    @Override
    public State learn(State s, Row told, Rng rng) {
        int parent = (int) told.notes[0];
        if (parent < 0) {
            return inform(s, told, rng);
        }
        if (parent == 0) {
            s.collapsed = hasCollapsed(s); // once a turn
        }
        return told.compareTo(s.member(parent)) <= 0 ? put(s, parent, told) : s;
    }

    /// Joins the population, or replaces the worst member if it is better.
    @Override
    public State inform(State s, Row told, Rng rng) {
        if (s.count < s.members.length) {
            return put(s, s.count++, told);
        }
        int worst = worst(s);
        return told.compareTo(s.member(worst)) < 0 ? put(s, worst, told) : s;
    }

    @Override
    public Optional<String> finished(State s) {
        return s.collapsed
                ? Optional.of(
                        "all members are within 1e-15 of the best one, relative to its size where that is above 1")
                : Optional.empty();
    }

    /// v = x + F₁(a − b) + F₂(best − x), where a and b are two other members.
    private void writeDonor(State s, int parent, double[] v, Rng rng) {
        int first = other(s.count, parent, parent, rng);
        double[] a = s.member(first).x;
        double[] b = s.member(other(s.count, parent, first, rng)).x;
        double[] x = s.member(parent).x;
        double[] best = s.member(s.best).x;
        for (int j = 0; j < v.length; j++) {
            v[j] = x[j] + f1 * (a[j] - b[j]) + f2 * (best[j] - x[j]);
        }
    }

    /// A random member that is neither of two.
    private static int other(int count, int one, int two, Rng rng) {
        int member = rng.nextInt(count);
        while (member == one || member == two) {
            member = rng.nextInt(count);
        }
        return member;
    }

    private static State put(State s, int place, Row row) {
        s.members[place] = row;
        if (place == s.best || row.compareTo(s.member(s.best)) < 0) {
            s.best = place;
        }
        return s;
    }

    private static int worst(State s) {
        int worst = 0;
        for (int i = 1; i < s.count; i++) {
            worst = s.member(i).compareTo(s.member(worst)) > 0 ? i : worst;
        }
        return worst;
    }

    private static boolean hasCollapsed(State s) {
        double[] best = s.member(s.best).x;
        for (int i = 0; i < s.count; i++) {
            double[] x = s.member(i).x;
            for (int j = 0; j < x.length; j++) {
                if (!(Math.abs(x[j] - best[j]) <= 1e-15 * Math.max(1, Math.abs(best[j])))) {
                    return false;
                }
            }
        }
        return true;
    }
}
