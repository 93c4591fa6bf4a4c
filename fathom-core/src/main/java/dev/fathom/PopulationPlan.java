package dev.fathom;

import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Recipe.Policy;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Vectorized;
import dev.fathom.internal.engine.Resolver;
import dev.fathom.space.Column;
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
        PopulationPlan found = find(study.search().recipe(), Policy.SAME, shape, study);
        if (found == null && study.substrate() != null) {
            throw new IllegalArgumentException("the study cannot run on "
                    + study.substrate().name() + ": its optimizer is not written over tensors. Maybe SNES or PGPE?");
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable String obstacle(Study<?> study) {
        if (study.tensors() == null) {
            return "its objective takes one setting at a time. Maybe use Objective.tensor?";
        }
        Column column = PopulationEvaluator.unsuitable(study.problem().space());
        if (column != null) {
            return "its parameter " + column.name() + " is not a real number on a linear scale. Maybe use Space.reals?";
        }
        if (!study.problem().space().constraints().isEmpty()) {
            return "its space has constraints on single settings. Maybe return them as columns of the objective?";
        }
        if (!study.known().isEmpty() || !study.suggestions().isEmpty()) {
            return "it has suggestions or known results. Maybe give the space an initial value?";
        }
        return study.timeout() != null || study.executor() != null
                ? "single evaluations of a population have no time limit and no executor. Maybe leave them out?"
                : null;
    }

    private static @Nullable PopulationPlan find(Recipe recipe, Policy policy, Shape shape, Study<?> study) {
        return switch (recipe) {
            case Recipe.Use use -> plan(use, policy, study);
            case Recipe.Named named -> find(Catalog.entry(named.name()).recipe(), policy, shape, study);
            case Recipe.Choose choose -> find(Resolver.choice(choose, shape), policy, shape, study);
            case Recipe.Restart restart ->
                restart.policy() == Policy.BIPOP ? null : find(restart.recipe(), restart.policy(), shape, study);
            case Recipe.Chain chain -> null;
            case Recipe.Portfolio portfolio -> null;
        };
    }

    private static @Nullable PopulationPlan plan(Recipe.Use use, Policy policy, Study<?> study) {
        TensorObjective objective = study.tensors();
        if (!(use.algorithm() instanceof Vectorized<?> vectorized) || objective == null) {
            return null;
        }
        Substrate on = study.substrate();
        return new PopulationPlan(
                vectorized,
                policy,
                objective,
                on == null ? Heap.of(study.search().workers()) : on);
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
