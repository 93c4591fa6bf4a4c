package dev.fathom.algorithms.mads;

import dev.fathom.algorithm.Inner;
import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Slice;
import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// MADS by parallel space decomposition, for many variables: Audet, Dennis and Le Digabel, "Parallel space
/// decomposition
/// of the mesh adaptive direct search algorithm" (SIAM J. Optimization 2008).
///
/// In each round a pollster evaluates one random direction on the main mesh, while subproblems search by MADS in a few
/// variables each, all others held at the best point; their frames begin one step coarser than the main frame and end
/// at
/// it. The main mesh is enlarged after a round with a success, and refined when a share of all variables was free
/// without one.
///
/// Deviation: rounds are synchronous, so that a run does not depend on timing; a round ends with its longest
/// subproblem.
///
/// @param settings values of [Parameters]; those of the subproblems are `ORTHO 2N` without models and simplex search
public record PsdMads(Settings settings) implements Sequential {

    /// All defaults.
    public PsdMads() {
        this(Settings.STANDARD);
    }

    /// The same with another value of a parameter.
    ///
    /// @throws IllegalArgumentException if it is not admissible
    public <T> PsdMads with(Parameter<T> parameter, T value) {
        return new PsdMads(settings.with(parameter, value));
    }

    @Override
    public String run(Oracle f, Shape shape, Rng rng) {
        return new Rounds(f, shape, rng).run();
    }

    @Override
    public String toString() {
        String changed = settings.toString();
        return "PSD-MADS" + (changed.isEmpty() ? "" : "[" + changed + "]");
    }

    /// The rounds of a run.
    private final class Rounds {

        private final Oracle f;
        private final Shape shape;
        private final Rng rng;
        private final Variables variables;
        private final Mesh mesh;
        private final Directions directions;
        private final List<Integer> unused = new ArrayList<>();
        private Row best;
        private int covered;

        Rounds(Oracle f, Shape shape, Rng rng) {
            this.f = f;
            this.shape = shape;
            this.rng = rng;
            variables = new Variables(shape, settings);
            mesh = new Mesh(variables);
            directions = new Directions(UnitVectors.random(rng.fork("directions")), rng.fork("matrices"));
            best = f.at(variables.standard(variables.start));
        }

        String run() {
            String end = mesh.end();
            for (long round = 0; end.isEmpty(); round++) {
                Row before = best;
                Row[] found = round(rng.fork(round));
                Arrays.stream(found).forEach(this::keep);
                update(before);
                end = mesh.end();
            }
            return end;
        }

        private void keep(@Nullable Row row) {
            best = row != null && row.compareTo(best) < 0 ? row : best;
        }

        /// The best rows of the pollster and of the subproblems.
        private Row[] round(Rng seed) {
            long given = settings.get(Parameters.PSD_MADS_NB_SUBPROBLEM);
            int subproblems = (int) (given > 0 ? given : Math.max(1, shape.workers() - 1));
            Row[] found = new Row[subproblems + 1];
            List<Oracle.Branch> branches = new ArrayList<>();
            double[] polled = polled();
            branches.add(own -> found[0] = own.at(polled));
            for (int k = 1; k <= subproblems; k++) {
                int place = k;
                int[] chosen = chosen(seed);
                Rng fork = seed.fork(k);
                branches.add(own -> found[place] = search(own, chosen, fork));
            }
            f.together(branches);
            return found;
        }

        /// The point of the pollster: one random direction on the main mesh.
        private double[] polled() {
            double[] centre = variables.own(best.x);
            double[] x = centre.clone();
            double[] direction =
                    directions.of(DirectionType.SINGLE, variables.n(), 0).getFirst();
            for (int k = 0; k < direction.length; k++) {
                x[variables.free[k]] += mesh.step(variables.free[k], direction[k]);
            }
            return variables.standard(mesh.project(x, centre));
        }

        /// Free variables of a subproblem, drawn without repetition until all were used.
        private int[] chosen(Rng seed) {
            int count = (int) Math.min(variables.n(), settings.get(Parameters.PSD_MADS_NB_VAR_IN_SUBPROBLEM));
            int[] chosen = new int[count];
            for (int k = 0; k < count; k++) {
                if (unused.isEmpty()) {
                    Arrays.stream(variables.free).forEach(unused::add);
                }
                int place = seed.nextInt(unused.size());
                Collections.swap(unused, place, unused.size() - 1);
                chosen[k] = unused.removeLast();
            }
            covered += count;
            return Arrays.stream(chosen).distinct().sorted().toArray();
        }

        /// MADS in the chosen variables, from a frame one step coarser than the main one down to it.
        private @Nullable Row search(Oracle own, int[] chosen, Rng fork) {
            Slice slice = new Slice(chosen, best.x);
            double[] frame = new double[chosen.length];
            double[] least = new double[chosen.length];
            double[] granularity = new double[chosen.length];
            for (int k = 0; k < chosen.length; k++) {
                least[k] = mesh.frame(chosen[k]);
                frame[k] = 2 * least[k];
                granularity[k] = variables.granularity[chosen[k]];
            }
            Settings inner = Settings.STANDARD
                    .with(Parameters.BB_OUTPUT_TYPE, settings.get(Parameters.BB_OUTPUT_TYPE))
                    .with(Parameters.DIRECTION_TYPE, List.of(DirectionType.ORTHO_2N))
                    .with(Parameters.QUAD_MODEL_SEARCH, false)
                    .with(Parameters.NM_SEARCH, false)
                    .with(Parameters.EVAL_QUEUE_SORT, Choices.QueueSort.DIR_LAST_SUCCESS)
                    .with(Parameters.BB_MAX_BLOCK_SIZE, 1L)
                    .with(Parameters.GRANULARITY, PerVariable.of(granularity))
                    .with(Parameters.INITIAL_FRAME_SIZE, PerVariable.of(frame))
                    .with(Parameters.MIN_FRAME_SIZE, PerVariable.of(least));
            Oracle known = new Known(slice.oracle(own), best.at(slice.project(best.x)));
            Shape part = slice.shape(shape).withBudget(20L * chosen.length);
            return lifted(
                    slice,
                    Inner.search(Recipe.use(Mads.of(inner)), known, part, fork).best());
        }

        private @Nullable Row lifted(Slice slice, @Nullable Row row) {
            return row == null ? null : row.at(slice.lift(row.x));
        }

        private void update(Row before) {
            if (!best.equals(before)) {
                double[] step = Candidate.difference(variables.own(best.x), variables.own(before.x));
                mesh.enlarge(step, false, settings.get(Parameters.ANISOTROPY_FACTOR));
                covered = 0;
            } else if (covered >= settings.get(Parameters.PSD_MADS_SUBPROBLEM_PERCENT_COVERAGE) / 100 * variables.n()) {
                mesh.refine();
                covered = 0;
            }
        }
    }

    /// An oracle that does not evaluate one point again.
    private record Known(Oracle f, Row row) implements Oracle {

        @Override
        public Row at(double[] x) {
            return Arrays.equals(x, row.x) ? row : f.at(x);
        }

        @Override
        public Row[] all(double[][] points) {
            return Arrays.stream(points).map(this::at).toArray(Row[]::new);
        }
    }
}
