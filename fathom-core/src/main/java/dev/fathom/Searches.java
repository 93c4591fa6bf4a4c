package dev.fathom;

import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.math.Noise;
import dev.fathom.math.Rng;
import dev.fathom.space.Space;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Ask and tell for whole populations of several searches that go side by side: one tensor with the rows of all.
///
/// ```java
/// Searches searches = Optimizer.many(Recipe.named("SNES"), Space.reals(100), Goal.minimize(), Heap.of(2), 1, 2, 3);
/// for (int generation = 0; generation < 500; generation++) {
///     searches.tell(loss(searches.ask())); // [3λ×100] to [3λ×1]
/// }
/// ```
///
/// The searches differ in their random numbers alone, which derive from the list of their seeds; they neither restart
/// nor
/// end by themselves. What [#ask()] gives is gone after [#tell].
public final class Searches implements AutoCloseable {

    private final Course<?> course;
    private final int count;
    private final List<PopulationMemory> memories;

    private Searches(Course<?> course, int count, List<PopulationMemory> memories) {
        this.course = course;
        this.count = count;
        this.memories = memories;
    }

    /// @throws IllegalArgumentException if the recipe is not one algorithm written over tensors, a parameter is
    ///     neither a real nor a whole number on a linear scale, or there is no seed
    static Searches of(Recipe recipe, Space<double[]> space, Goal goal, Substrate on, long... seeds) {
        if (seeds.length == 0) {
            throw new IllegalArgumentException("there are no seeds. Maybe Optimizer.many(recipe, space, goal, on, 1)?");
        }
        PopulationPlan.checkSpace(space, on);
        Search search = Search.of(recipe, Budget.unlimited());
        Shape shape = Optimizer.shape(space, goal, search);
        Vectorized<?> algorithm = PopulationPlan.algorithm(recipe, shape)
                .orElseThrow(() -> new IllegalArgumentException(
                        recipe + " is not an algorithm written over tensors. Maybe SNES or PGPE?"));
        List<PopulationMemory> memories = IntStream.range(0, seeds.length)
                .mapToObj(k -> new PopulationMemory(space, goal))
                .toList();
        return new Searches(course(algorithm, space, goal, on, shape, seeds), seeds.length, memories);
    }

    // Gives the wildcard of the state a name.
    private static <S extends Record> Course<S> course(
            Vectorized<S> algorithm, Space<double[]> space, Goal goal, Substrate on, Shape shape, long[] seeds) {
        return new Course<>(algorithm, space, goal, on, shape, seeds);
    }

    /// Number of searches, k.
    public int count() {
        return count;
    }

    /// The settings to evaluate, `[k·λ×d]`, search by search.
    public Tensor ask() {
        return course.ask();
    }

    /// Learns the results of the last [#ask()].
    ///
    /// @param results `[k·λ×(m+c)]`: losses in the user's sense, then constraints; NaN and infinite losses are failures
    /// @throws IllegalStateException if nothing was asked
    /// @throws IllegalArgumentException if the shape is another one
    public void tell(Tensor results) {
        List<Judged> judged = course.tell(results);
        for (int k = 0; k < count; k++) {
            memories.get(k).remember(judged.get(k));
        }
        course.close();
    }

    /// The best setting that search `k` has seen; empty before the first result with values.
    public Optional<Evaluation<double[]>> best(int k) {
        return memories.get(k).best();
    }

    /// The settings of search `k` that no other beats in all objectives.
    public List<Evaluation<double[]>> front(int k) {
        return memories.get(k).front();
    }

    /// Frees what was asked and not told.
    @Override
    public void close() {
        course.close();
    }

    /// The states of all searches as they go on.
    private static final class Course<S extends Record> implements AutoCloseable {

        private final Vectorized<S> algorithm;
        private final PopulationEvaluator evaluator;
        private final Substrate on;
        private final Noise noise;
        private S state;
        private long generation;
        private Substrate.@Nullable Scope scope;
        private @Nullable Tensor proposals;
        private @Nullable Tensor inside;

        Course(Vectorized<S> algorithm, Space<double[]> space, Goal goal, Substrate on, Shape shape, long[] seeds) {
            this.algorithm = algorithm;
            this.on = on;
            TensorObjective none = Objective.tensor(goal.objectives(), x -> x);
            boolean learnsProposal = algorithm.traits().contains(dev.fathom.algorithm.Trait.LEARNS_PROPOSAL);
            evaluator = new PopulationEvaluator(space, none, goal, on, learnsProposal);
            Rng rng = Rng.of(0);
            for (long seed : seeds) {
                rng = rng.fork(seed);
            }
            noise = Noise.of(rng);
            double[] starts = new double[seeds.length * shape.dimension()];
            for (int k = 0; k < seeds.length; k++) {
                System.arraycopy(shape.start().x(), 0, starts, k * shape.dimension(), shape.dimension());
            }
            state = algorithm.start(shape, on.of(starts, seeds.length, shape.dimension()), noise.fork(0));
        }

        Tensor ask() {
            close();
            scope = on.scope();
            generation++;
            proposals = algorithm.sample(
                    state, algorithm.size(state), noise.fork(generation).fork(0));
            Tensor points = evaluator.inside(proposals);
            inside = points;
            return evaluator.values(points);
        }

        List<Judged> tell(Tensor results) {
            Tensor x = proposals;
            Tensor points = inside;
            Substrate.Scope open = scope;
            if (x == null || points == null || open == null) {
                throw new IllegalStateException("results are told that were not asked for. Maybe call ask() first?");
            }
            int k = x.rows() / algorithm.size(state);
            PopulationEvaluator.Judgement judgement = evaluator.judge(x, points, k, evaluator.checked(results, points));
            S old = state;
            state = open.keep(algorithm.update(
                    old, judgement.told(), noise.fork(generation).fork(1)));
            on.free(old, List.of(algorithm, state));
            proposals = null;
            return judgement.searches();
        }

        @Override
        public void close() {
            if (scope != null) {
                scope.close();
                scope = null;
                proposals = null;
            }
        }
    }
}
