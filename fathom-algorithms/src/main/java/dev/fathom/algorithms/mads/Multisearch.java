package dev.fathom.algorithms.mads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The loop of [DmultiMads]: choice of a centre, searches and poll there, update of its mesh.
final class Multisearch {

    private final Descent descent;
    private final Front front;

    Multisearch(Descent descent) {
        this.descent = descent;
        front = new Front(
                descent.variables,
                descent.settings.get(Parameters.DMULTIMADS_SELECT_INCUMBENT_THRESHOLD),
                descent.settings.get(Parameters.H_MAX_0));
    }

    /// Runs until all meshes or a setting end it; why, in words.
    String run() {
        start();
        long most = descent.settings.get(Parameters.MAX_ITERATIONS);
        for (; descent.iteration < most; descent.iteration++) {
            Compromise centre = front.centre();
            if (centre == null) {
                return "no point of the front is worth another visit; of the last one: "
                        + front.points().getLast().end();
            }
            iterate(centre);
        }
        return "MAX_ITERATIONS " + most + " reached";
    }

    private void start() {
        Candidate start = new Candidate(descent.variables.start, null);
        List<Point> points = descent.queue.block("start", List.of(start));
        if (points.getFirst().h() == Double.POSITIVE_INFINITY
                && !points.getFirst().row().isFailed()) {
            new PhaseOne(descent).run();
        }
        descent.cache.points().forEach(point -> front.add(point, descent.mesh.copy()));
        if (front.points().isEmpty()) {
            throw new Descent.Ended("the starting point has no usable value. Maybe start from another one?");
        }
    }

    /// One iteration: searches until one succeeds, else the poll; after a failure the mesh of the centre is refined,
    /// and no other one.
    private void iterate(Compromise centre) {
        long before = descent.tally.evaluations;
        boolean success = isFound(centre);
        if (!success) {
            centre.mesh.refine();
        }
        centre.visited(descent.tally.evaluations > before);
    }

    private boolean isFound(Compromise centre) {
        if (evaluate("user", centre, user(centre), null) || evaluate("speculative", centre, beyond(centre), null)) {
            return true;
        }
        FrontModels models = descent.is(Parameters.QUAD_MODEL_SEARCH) ? new FrontModels(descent, centre) : null;
        if (models != null && evaluate("quadratic model", centre, minimizers(models, centre), null)) {
            return true;
        }
        if (evaluate("poll", centre, poll(centre, DirectionType.ORTHO_2N), models)) {
            return true;
        }
        Compromise secondary = front.secondary();
        return secondary != null && isFoundBeside(secondary);
    }

    /// The poll at an infeasible centre, for it alone.
    private boolean isFoundBeside(Compromise secondary) {
        long before = descent.tally.evaluations;
        boolean success = evaluate("infeasible poll", secondary, poll(secondary, DirectionType.DOUBLE), null);
        if (!success) {
            secondary.mesh.refine();
        }
        secondary.visited(descent.tally.evaluations > before);
        return success;
    }

    // ---- evaluation ----

    /// Evaluates what is new, block by block until a point dominates the centre, and enters it into the front.
    private boolean evaluate(
            String method, Compromise centre, List<Candidate> candidates, @Nullable FrontModels models) {
        List<Candidate> left = descent.queue.unknown(candidates);
        left = models == null ? left : models.ordered(left);
        int block = descent.queue.blockSize();
        boolean opportunistic = descent.is(Parameters.EVAL_OPPORTUNISTIC);
        boolean success = false;
        for (int from = 0; from < left.size() && !(success && opportunistic); from += block) {
            for (Point point : descent.queue.block(method, left.subList(from, Math.min(left.size(), from + block)))) {
                success |= enter(centre, point);
            }
        }
        if (success) {
            descent.tally.succeeded(method);
        }
        return success;
    }

    /// Enters a point with a copy of the mesh of its centre, enlarged if it dominates it.
    private boolean enter(Compromise centre, Point point) {
        boolean success = Front.isSuccess(centre, point);
        Mesh mesh = centre.mesh.copy();
        if (success && point.step() != null) {
            mesh.enlarge(
                    point.step(),
                    !descent.is(Parameters.ANISOTROPIC_MESH),
                    descent.settings.get(Parameters.ANISOTROPY_FACTOR));
        }
        front.add(point, mesh);
        if (point.isFeasible() && point.isUsable() && descent.is(Parameters.STOP_IF_FEASIBLE)) {
            throw new Descent.Ended("a feasible point was found");
        }
        return success;
    }

    // ---- trial points ----

    private List<Candidate> user(Compromise centre) {
        Hooks.Proposal search = descent.hooks.search();
        List<double[]> points =
                search == null ? List.of() : search.at(centre.point.x().clone(), centre.mesh.frames());
        return points.stream().map(x -> candidate(x.clone(), centre)).toList();
    }

    private List<Candidate> minimizers(FrontModels models, Compromise centre) {
        return models.minimizers().stream().map(x -> candidate(x, centre)).toList();
    }

    /// Farther along the step that made the centre.
    private List<Candidate> beyond(Compromise centre) {
        List<Candidate> points = new ArrayList<>();
        double base = descent.settings.get(Parameters.SPECULATIVE_SEARCH_BASE_FACTOR);
        long most =
                descent.is(Parameters.SPECULATIVE_SEARCH) ? descent.settings.get(Parameters.SPECULATIVE_SEARCH_MAX) : 0;
        for (int i = 1; i <= most && centre.point.step() != null; i++) {
            points.add(candidate(Speculative.beyond(centre.point, i * base - 1), centre));
        }
        return points;
    }

    private List<Candidate> poll(Compromise centre, DirectionType type) {
        Hooks.Proposal user = descent.hooks.directions();
        double[] x = centre.point.x();
        List<double[]> directions =
                user != null ? user.at(x.clone(), centre.mesh.frames()) : directions(type, descent.variables.groups);
        List<Candidate> points = new ArrayList<>();
        for (double[] direction : directions) {
            double[] trial = x.clone();
            for (int j : descent.variables.free) {
                trial[j] += direction[j] == 0 ? 0 : centre.mesh.step(j, direction[j]);
            }
            points.add(candidate(trial, centre));
        }
        points.removeIf(candidate -> Arrays.equals(candidate.x(), x));
        return points;
    }

    private List<double[]> directions(DirectionType type, List<int[]> groups) {
        List<double[]> all = new ArrayList<>();
        for (int[] group : groups) {
            for (double[] part : descent.directions.of(type, group.length, 0)) {
                double[] direction = new double[descent.variables.d];
                for (int k = 0; k < group.length; k++) {
                    direction[group[k]] = part[k];
                }
                all.add(direction);
            }
        }
        return all;
    }

    /// On the mesh of the centre and inside the bounds.
    private static Candidate candidate(double[] x, Compromise centre) {
        return new Candidate(centre.mesh.project(x, centre.point.x()), centre.point);
    }
}
