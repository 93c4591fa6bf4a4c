package dev.fathom;

import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Policy;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.internal.engine.Resolver;
import dev.fathom.space.Column;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Substrate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a study can run with whole populations.
///
/// @param algorithm what searches
/// @param policy what happens when it has finished
record PopulationPlan(Vectorized<?> algorithm, Policy policy, TensorObjective objective, Substrate on) {

    /// The plan of a study; empty if its rows must be evaluated one by one.
    ///
    /// @throws IllegalArgumentException if it must, but names a substrate
    static Optional<PopulationPlan> of(Study<?> study) {
        String obstacle = obstacle(study);
        if (obstacle != null) {
            if (study.substrate() != null) {
                throw new IllegalArgumentException(
                        "the study cannot run on " + study.substrate().name() + ": " + obstacle);
            }
            return Optional.empty();
        }
        Shape shape = Optimizer.shape(study.problem().space(), study.problem().goal(), study.search());
        Recipe recipe = study.search().recipe();
        Policy policy = policy(recipe, shape);
        Optional<Vectorized<?>> algorithm = policy == Policy.BIPOP ? Optional.empty() : algorithm(recipe, shape);
        TensorObjective objective = study.tensors();
        Substrate on = study.substrate();
        if (on != null && algorithm.isEmpty()) {
            throw new IllegalArgumentException("the study cannot run on " + on.name()
                    + ": its optimizer is not written over tensors. Maybe SNES or PGPE?");
        }
        return objective == null
                ? Optional.empty()
                : algorithm.map(found -> new PopulationPlan(
                        found,
                        policy,
                        objective,
                        on == null ? Heap.of(study.search().workers()) : on));
    }

    private static @Nullable String obstacle(Study<?> study) {
        if (study.tensors() == null) {
            return "its objective takes one setting at a time. Maybe use Objective.tensor?";
        }
        String unsuitable = obstacle(study.problem().space());
        if (unsuitable != null) {
            return unsuitable;
        }
        if (!study.known().isEmpty() || !study.suggestions().isEmpty()) {
            return "it has suggestions or known results. Maybe give the space an initial value?";
        }
        return study.timeout() != null || study.executor() != null
                ? "single evaluations of a population have no time limit and no executor. Maybe leave them out?"
                : null;
    }

    private static @Nullable String obstacle(Space<?> space) {
        Column column = PopulationEvaluator.unsuitable(space);
        if (column != null) {
            return "its parameter " + column.name()
                    + " is neither a real nor a whole number on a linear scale. Maybe use Space.reals or Space.integers?";
        }
        return space.constraints().isEmpty()
                ? null
                : "its space has constraints on single settings. Maybe return them as columns of the objective?";
    }

    /// @throws IllegalArgumentException if whole populations cannot be decoded
    static void checkSpace(Space<?> space, Substrate on) {
        String obstacle = obstacle(space);
        if (obstacle != null) {
            throw new IllegalArgumentException("the searches cannot run on " + on.name() + ": " + obstacle);
        }
    }

    /// The algorithm that a recipe comes to, restarts left out; empty if it is not one written over tensors.
    static Optional<Vectorized<?>> algorithm(Recipe recipe, Shape shape) {
        return switch (recipe) {
            case Recipe.Use use ->
                use.algorithm() instanceof Vectorized<?> vectorized ? Optional.of(vectorized) : Optional.empty();
            case Recipe.Named named -> algorithm(Catalog.entry(named.name()).recipe(), shape);
            case Recipe.Choose choose -> algorithm(Resolver.choice(choose, shape), shape);
            case Recipe.Restart restart -> algorithm(restart.recipe(), shape);
            case Recipe.Chain chain -> Optional.empty();
            case Recipe.Portfolio portfolio -> Optional.empty();
        };
    }

    private static Policy policy(Recipe recipe, Shape shape) {
        return switch (recipe) {
            case Recipe.Named named -> policy(Catalog.entry(named.name()).recipe(), shape);
            case Recipe.Choose choose -> policy(Resolver.choice(choose, shape), shape);
            case Recipe.Restart restart -> restart.policy();
            default -> Policy.SAME;
        };
    }

    /// Runs the study, whose settings are arrays of reals.
    Result<double[]> run(Study<double[]> study) {
        return run(study, algorithm);
    }

    // Gives the wildcard of the state a name.
    private <S extends Record> Result<double[]> run(Study<double[]> study, Vectorized<S> vectorized) {
        return new PopulationRun<>(study, vectorized, this).run();
    }
}
