package dev.fathom.algorithms.mads;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;

/// Mesh adaptive direct search for several objectives (DMulti-MADS).
///
/// Bigeon, Le Digabel and Salomon, "DMulti-MADS: mesh adaptive direct multisearch for bound-constrained blackbox
/// multiobjective optimization" (Computational Optimization and Applications 2021), and for constraints, "Handling of
/// constraints in multiobjective blackbox optimization" (Computational Optimization and Applications 2024). The run
/// keeps all points that no other one dominates, each with a mesh of its own, and works at the one beside the widest
/// gap.
///
/// Deviations: infeasible points are compared by the sum of the objectives and h, and are polled with one random
/// direction and its opposite beside a feasible centre. Objectives in sums are in units of their ranges over all usable
/// points. `PEB` constraints count as `PB` ones, filters as barriers. Polls are `ORTHO 2N` whatever `DIRECTION_TYPE`
/// says. The only searches are the speculative one, that of the user and that of quadratic models. A point at which
/// many visits in a row find nothing new to evaluate is not visited again.
///
/// With one objective this is [Mads].
///
/// @param settings values of [Parameters]
/// @param hooks functions of the user; of these, `search` and `directions` are called
public record DmultiMads(Settings settings, Hooks hooks) implements Sequential {

    /// All defaults.
    public DmultiMads() {
        this(Settings.STANDARD, Hooks.NONE);
    }

    @Override
    public String run(Oracle f, Shape shape, Rng rng) {
        if (shape.objectives() < 2) {
            return new Mads(settings, hooks).run(f, shape, rng);
        }
        Descent descent = new Descent(f, shape, settings, hooks, rng);
        String end;
        try {
            end = new Multisearch(descent).run();
        } catch (Descent.Ended early) {
            end = early.getMessage();
        }
        return end + ". Evaluations (successes): " + descent.tally;
    }

    @Override
    public String toString() {
        String changed = settings.toString();
        return "DMulti-MADS" + (changed.isEmpty() ? "" : "[" + changed + "]");
    }
}
