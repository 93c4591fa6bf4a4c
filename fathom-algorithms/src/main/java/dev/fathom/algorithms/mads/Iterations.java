package dev.fathom.algorithms.mads;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The loop of a run: update of the mesh, searches, poll.
final class Iterations {

    /// After so many iterations without a new point on a mesh that cannot be refined, a run ends.
    private static final int IDLE = 100;

    private final Descent descent;
    private final List<SearchStep> searches;
    private final Poll poll;
    private int idle;

    Iterations(Descent descent) {
        this.descent = descent;
        searches = Mads.searches(descent);
        poll = new Poll(descent);
    }

    /// Runs until the mesh or a setting ends it; why, in words.
    String run() {
        start();
        long most = descent.settings.get(Parameters.MAX_ITERATIONS);
        while (descent.iteration < most) {
            String end = descent.mesh.end();
            if (!end.isEmpty()) {
                return end;
            }
            Point feasible = descent.barrier.feasible();
            Point infeasible = descent.barrier.infeasible();
            long before = descent.tally.evaluations;
            iterate();
            if (descent.tally.evaluations == before && poll.isStuck()) {
                return "the mesh has reached the precision of the numbers";
            }
            idle = descent.tally.evaluations == before && isAtLimit() ? idle + 1 : 0;
            if (idle > IDLE) {
                return "all neighbours found on the finest mesh are known";
            }
            update(feasible, infeasible);
            descent.iteration++;
        }
        return "MAX_ITERATIONS " + most + " reached";
    }

    private void start() {
        descent.queue.evaluate("start", List.of(new Candidate(descent.variables.start, null)));
        Point start = descent.cache.get(descent.variables.start);
        if (descent.barrier.best() == null && start != null && !start.row().isFailed()) {
            new PhaseOne(descent).run();
        }
        if (descent.barrier.best() == null) {
            throw new Descent.Ended("the starting point has no usable value. Maybe start from another one?");
        }
    }

    /// One iteration: the searches until one succeeds, else the poll.
    private void iterate() {
        if (descent.is(Parameters.MEGA_SEARCH_POLL)) {
            List<Candidate> all = new ArrayList<>();
            searches.forEach(search -> all.addAll(search.points()));
            all.addAll(poll.points());
            descent.queue.evaluate("search and poll", all);
            return;
        }
        for (SearchStep search : searches) {
            if (search.run(descent.queue) == Success.FULL) {
                return;
            }
        }
        poll.run();
    }

    /// Enlarges, keeps or refines the mesh by what has become of the incumbents.
    private void update(@Nullable Point feasible, @Nullable Point infeasible) {
        Point better = better(feasible, descent.barrier.feasible());
        better = better == null ? better(infeasible, descent.barrier.infeasible()) : better;
        if (better != null && better.step() != null) {
            descent.failures = 0;
            descent.mesh.enlarge(
                    better.step(),
                    !descent.is(Parameters.ANISOTROPIC_MESH),
                    descent.settings.get(Parameters.ANISOTROPY_FACTOR));
        } else if (isPartial(infeasible, descent.barrier.infeasible())) {
            descent.failures = 0;
        } else if (++descent.failures % descent.settings.get(Parameters.ORTHO_MESH_REFINE_FREQ) == 0) {
            descent.mesh.refine();
        }
    }

    /// The incumbent now, if it dominates the one before.
    private static @Nullable Point better(@Nullable Point before, @Nullable Point now) {
        if (now == null || now.equals(before)) {
            return null;
        }
        boolean full = before == null ? now.isFeasible() : now.dominates(before);
        return full ? now : null;
    }

    private static boolean isPartial(@Nullable Point before, @Nullable Point now) {
        return now != null && !now.equals(before) && (before == null || now.h() < before.h());
    }

    /// Whether no variable can be refined any more, because all are granular.
    private boolean isAtLimit() {
        boolean all = true;
        for (int j : descent.variables.free) {
            all &= descent.variables.isGranular(j) && descent.mesh.frame(j) <= descent.variables.granularity[j];
        }
        return all;
    }
}
