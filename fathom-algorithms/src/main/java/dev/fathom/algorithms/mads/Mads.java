package dev.fathom.algorithms.mads;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import java.util.List;

/// Mesh adaptive direct search (MADS).
///
/// Audet and Dennis, "Mesh adaptive direct search algorithms for constrained optimization" (SIAM J. Optimization 2006),
/// with the methods of NOMAD 4 (Audet, Le Digabel, Rochon Montplaisir, Tribes, "Algorithm 1027: NOMAD version 4:
/// nonlinear optimization with the MADS algorithm", ACM TOMS 2022). Each iteration searches anywhere on a mesh, polls
/// on
/// a frame around the best points where that fails, and makes mesh and frame finer where that fails too. Points lie on
/// the variables' own scales, see [Hooks]. Several objectives are left to [DmultiMads].
///
/// @param settings values of [Parameters]
/// @param hooks functions of the user
public record Mads(Settings settings, Hooks hooks) implements Sequential {

    /// All defaults.
    public Mads() {
        this(Settings.STANDARD, Hooks.NONE);
    }

    /// With given settings.
    public static Mads of(Settings settings) {
        return new Mads(settings, Hooks.NONE);
    }

    /// The same with another value of a parameter.
    ///
    /// @throws IllegalArgumentException if it is not admissible
    public <T> Mads with(Parameter<T> parameter, T value) {
        return new Mads(settings.with(parameter, value), hooks);
    }

    /// The same with other functions of the user.
    public Mads withHooks(Hooks functions) {
        return new Mads(settings, functions);
    }

    @Override
    public String run(Oracle f, Shape shape, Rng rng) {
        return shape.objectives() > 1
                ? new DmultiMads(settings, hooks).run(f, shape, rng)
                : run(new Descent(f, shape, settings, hooks, rng));
    }

    static String run(Descent descent) {
        try {
            return new Iterations(descent).run() + ". Evaluations (successes): " + descent.tally;
        } catch (Descent.Ended end) {
            return end.getMessage() + ". Evaluations (successes): " + descent.tally;
        }
    }

    @Override
    public String toString() {
        String changed = settings.toString();
        return "MADS" + (changed.isEmpty() ? "" : "[" + changed + "]");
    }

    /// The searches that are switched on, in their order.
    static List<SearchStep> searches(Descent descent) {
        List<SearchStep> steps = new java.util.ArrayList<>();
        if (descent.hooks.search() != null) {
            steps.add(new UserSearch(descent, descent.hooks.search()));
        }
        if (descent.is(Parameters.SIMPLE_LINE_SEARCH)) {
            steps.add(new LineSearch(descent));
        } else if (descent.is(Parameters.SPECULATIVE_SEARCH)) {
            steps.add(new Speculative(descent));
        }
        if (descent.is(Parameters.QUAD_MODEL_SEARCH)) {
            steps.add(new QuadraticSearch(descent));
        }
        if (descent.is(Parameters.VNS_MADS_SEARCH) || descent.is(Parameters.VNSMART_MADS_SEARCH)) {
            steps.add(new VnsSearch(descent, descent.is(Parameters.VNSMART_MADS_SEARCH)));
        }
        steps.add(new LatinHypercube(descent));
        boolean asked = descent.settings.has(Parameters.NM_SEARCH);
        if (descent.is(Parameters.NM_SEARCH) && (asked || descent.shape.constraints() == 0)) {
            steps.add(new NelderMeadSearch(descent));
        }
        return steps;
    }
}
