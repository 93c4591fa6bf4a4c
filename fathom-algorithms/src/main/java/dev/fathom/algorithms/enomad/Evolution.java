package dev.fathom.algorithms.enomad;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.enomad.Enomad.Mode;
import dev.fathom.algorithms.enomad.Refinement.Novelty;
import dev.fathom.math.Rng;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One run of [Enomad]: its population and what it remembers.
///
/// An individual is a row; a row without a result is one that has not been evaluated.
final class Evolution {

    /// Breedings without any evaluation after which nothing is expected any more.
    private static final long PATIENCE = 1000;

    private static final int[] NONE = {};

    private final Enomad options;
    private final Oracle f;
    private final Shape shape;
    private final Rng rng;
    private final Sizes sizes;
    private final Offspring offspring;
    private final Row prior;
    private final Set<BitSet> refined = new HashSet<>();
    private final Row[] population;
    private Row best;
    private long evaluations;

    /// A run before its first generation. `REA` evaluates the prior, unless it is known or no individual begins there.
    Evolution(Enomad options, Oracle f, Shape shape, Rng rng) {
        this.options = options;
        this.f = f;
        this.shape = shape;
        this.rng = rng;
        options.initial().check(shape.dimension());
        options.refinement().reach().check(shape.dimension());
        sizes = Sizes.of(options, shape);
        Row given = individual(options.initial().prior(shape));
        boolean copied =
                options.mode() == Mode.REA && options.initial().population().size() < sizes.population();
        boolean asked = copied && !given.isTold();
        prior = asked ? f.at(given.x) : given;
        evaluations = asked ? 1 : 0;
        Range range = Range.of(options.initial(), prior.x, shape);
        offspring = new Offspring(options.breeding(), sizes, range);
        population = population(range, rng.fork(0));
        best = population[0];
    }

    /// An individual at a given point, with its result if others have told it.
    private Row individual(double[] x) {
        for (int j = 0; j < x.length; j++) {
            x[j] = shape.columns().get(j).repair(x[j]);
        }
        return f.known().stream()
                .filter(row -> Arrays.equals(row.x, x))
                .findFirst()
                .orElseGet(() -> new Row(-1, x, 0));
    }

    /// The given individuals, then copies of the prior; or the prior once and drawn ones.
    private Row[] population(Range range, Rng draws) {
        Points given = options.initial().population();
        Row[] rows = new Row[sizes.population()];
        for (int i = 0; i < rows.length; i++) {
            if (i < given.size()) {
                rows[i] = individual(given.row(i));
            } else {
                boolean drawn = options.mode() == Mode.EA && i > given.size();
                rows[i] = drawn ? new Row(-1, range.draw(draws), 0) : prior;
            }
        }
        return rows;
    }

    /// Goes on for as long as there is something to evaluate.
    String run() {
        long idle = 0;
        for (long generation = 1; idle <= PATIENCE * options.breeding().interval(); generation++) {
            Rng own = rng.fork(generation);
            long before = evaluations;
            refine(own);
            idle = evaluations > before ? 0 : idle + 1;
            watch(generation);
            if (generation % options.breeding().interval() == 0) {
                offspring.replaceWorst(population, own.fork("breeding"));
            }
        }
        return "nothing was left to evaluate in " + PATIENCE + " breedings";
    }

    /// Refines all individuals side by side. What is drawn depends on generation and place alone.
    private void refine(Rng own) {
        if (options.refinement().novelty() == Novelty.GENERATION) {
            refined.clear();
        }
        Refiner[] refiners = new Refiner[population.length];
        for (int i = 0; i < refiners.length; i++) {
            Rng draws = own.fork(i);
            int[] columns = options.mode() == Mode.EA ? subset(draws) : novelMask(population[i].x);
            refiners[i] = new Refiner(
                    options.refinement(), shape, population[i], columns, sizes.evaluations(), draws.fork("inner"));
        }
        f.together(List.of(refiners));
        for (int i = 0; i < refiners.length; i++) {
            population[i] = refiners[i].row();
            evaluations += refiners[i].evaluations();
            boolean first = !best.isTold();
            best = first || population[i].compareTo(best) < 0 ? population[i] : best;
        }
    }

    /// Distinct columns, drawn uniformly, in the order of drawing.
    private int[] subset(Rng draws) {
        return Arrays.copyOf(draws.permutation(shape.dimension()), sizes.subset());
    }

    /// The columns that differ from the prior; none if that set was refined before.
    private int[] novelMask(double[] x) {
        BitSet mask = new BitSet(x.length);
        for (int j = 0; j < x.length; j++) {
            mask.set(j, x[j] != prior.x[j]);
        }
        return refined.add(mask) ? mask.stream().toArray() : NONE;
    }

    private void watch(long generation) {
        if (options.watcher().isPresent()) {
            List<Row> rows = List.of(population);
            List<Drift> drifts = rows.stream()
                    .map(row -> Drift.between(prior.x, row.x, shape.columns()))
                    .toList();
            options.watcher().see(new Generation(generation, evaluations, best, Generation.mean(rows), rows, drifts));
        }
    }
}
