package dev.fathom.algorithms.mads;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The poll: trial points on the frame around the primary centre, and a few around the secondary one.
final class Poll {

    private static final String NAME = "poll";

    private final Descent descent;
    private boolean stuck;

    Poll(Descent descent) {
        this.descent = descent;
    }

    /// A direction set at a centre.
    ///
    /// @param points the trial points
    /// @param completed the first points that one more direction completes; empty if there is none
    private record Trials(Point centre, List<Candidate> points, List<Candidate> completed, boolean byModel) {}

    /// Polls. Its success is that of the iteration.
    Success run() {
        List<Trials> trials = trials();
        Success success = descent.queue.evaluate(
                NAME, trials.stream().flatMap(t -> t.points.stream()).toList());
        if (success != Success.FULL) {
            List<Candidate> last = new ArrayList<>();
            trials.stream().map(this::completion).filter(c -> c != null).forEach(last::add);
            success = success.or(descent.queue.evaluate(NAME, last));
        }
        return success;
    }

    /// All points of a poll, in no order; for runs that evaluate searches and poll together.
    List<Candidate> points() {
        List<Candidate> points = new ArrayList<>();
        for (Trials trials : trials()) {
            points.addAll(trials.points);
            Candidate last = completion(trials);
            if (last != null) {
                points.add(last);
            }
        }
        return points;
    }

    /// Whether no direction of the last poll gave a point that differs from the centre: the mesh is at the end of the
    /// numbers' precision.
    boolean isStuck() {
        return stuck;
    }

    private List<Trials> trials() {
        List<DirectionType> primary = descent.settings.get(Parameters.DIRECTION_TYPE);
        List<DirectionType> secondary = primary.stream().anyMatch(DirectionType::isOrtho)
                ? descent.settings.get(Parameters.DIRECTION_TYPE_SECONDARY_POLL)
                : List.of(DirectionType.SINGLE);
        List<Trials> trials = new ArrayList<>();
        List<Point> centres = centres();
        for (int i = 0; i < centres.size(); i++) {
            for (DirectionType type : i == 0 ? primary : secondary) {
                trials.add(trials(centres.get(i), type));
            }
        }
        stuck = trials.stream().allMatch(one -> one.points.isEmpty());
        return trials;
    }

    /// The primary centre first: the feasible incumbent, unless the infeasible one is better by more than ρ.
    private List<Point> centres() {
        List<Point> centres = descent.incumbents();
        double rho = descent.settings.get(Parameters.RHO);
        if (centres.size() == 2
                && centres.getFirst().f() - rho > centres.getLast().f()) {
            centres = List.of(centres.getLast(), centres.getFirst());
        }
        Point other = descent.barrier.leastInfeasible();
        if (other != null && !centres.contains(other)) {
            centres = new ArrayList<>(centres);
            centres.add(other);
        }
        return centres;
    }

    private Trials trials(Point centre, DirectionType type) {
        List<Candidate> points = new ArrayList<>();
        for (double[] direction : directions(centre, type)) {
            Candidate candidate = candidate(centre, direction);
            if (isNew(candidate)) {
                points.add(candidate);
            }
        }
        if (!type.isCompleted()) {
            return new Trials(centre, topUp(centre, type, points), List.of(), false);
        }
        List<Candidate> half = half(descent.queue.ordered(points));
        return new Trials(centre, half, half, type == DirectionType.ORTHO_NP1_QUAD);
    }

    private List<double[]> directions(Point centre, DirectionType type) {
        Hooks.Proposal user = descent.hooks.directions();
        if (user != null) {
            return user.at(centre.x().clone(), descent.mesh.frames());
        }
        List<double[]> all = new ArrayList<>();
        for (int[] group : descent.variables.groups) {
            for (double[] part : descent.directions.of(type, group.length, refinement(group))) {
                double[] direction = new double[descent.variables.d];
                for (int k = 0; k < group.length; k++) {
                    direction[group[k]] = part[k];
                }
                all.add(direction);
            }
        }
        return all;
    }

    private int refinement(int[] group) {
        int least = Integer.MAX_VALUE;
        for (int j : group) {
            least = Math.min(least, -descent.mesh.index(j));
        }
        return Math.max(0, least);
    }

    /// The centre plus a direction scaled to the frame, on the mesh and inside the bounds.
    private Candidate candidate(Point centre, double[] direction) {
        double[] x = centre.x().clone();
        for (int j = 0; j < x.length; j++) {
            if (direction[j] != 0) {
                x[j] += descent.mesh.step(j, direction[j]);
            }
        }
        return new Candidate(descent.mesh.project(x, centre.x()), centre);
    }

    private static boolean isNew(Candidate candidate) {
        Point centre = candidate.centre();
        return centre == null || !java.util.Arrays.equals(candidate.x(), centre.x());
    }

    /// Adds single random directions until enough points are new.
    private List<Candidate> topUp(Point centre, DirectionType type, List<Candidate> points) {
        long wanted = type == DirectionType.ORTHO_2N ? descent.settings.get(Parameters.TRIAL_POINT_MAX_ADD_UP) : 0;
        for (int tries = 0; tries < wanted && descent.queue.unknown(points).size() < wanted; tries++) {
            for (double[] direction : directions(centre, DirectionType.SINGLE)) {
                Candidate candidate = candidate(centre, direction);
                if (isNew(candidate)) {
                    points.add(candidate);
                }
            }
        }
        return points;
    }

    /// The first points, in order, whose steps are linearly independent.
    private List<Candidate> half(List<Candidate> ordered) {
        Basis basis = new Basis(descent.variables.n());
        List<Candidate> half = new ArrayList<>();
        for (Candidate candidate : ordered) {
            double[] step = candidate.step();
            if (step != null && basis.add(scaled(step))) {
                half.add(candidate);
            }
        }
        return half;
    }

    /// A step in frame sizes, free variables only.
    private double[] scaled(double[] step) {
        int[] free = descent.variables.free;
        double[] part = new double[free.length];
        for (int j = 0; j < part.length; j++) {
            part[j] = step[free[j]] / descent.mesh.frame(free[j]);
        }
        return part;
    }

    /// The point that completes n directions: the minimizer of a model in the cone of their negatives, or else their
    /// negative sum.
    private @Nullable Candidate completion(Trials trials) {
        if (trials.completed.isEmpty()) {
            return null;
        }
        double[] x = null;
        if (trials.byModel && trials.completed.size() == descent.variables.n()) {
            x = descent.models.cone(trials.centre, trials.completed);
        }
        Candidate candidate = null;
        if (x != null) {
            candidate = descent.candidate(x, trials.centre);
        }
        if (candidate == null || !isNew(candidate)) {
            candidate = new Candidate(descent.mesh.project(negativeSum(trials), trials.centre.x()), trials.centre);
        }
        return isNew(candidate) ? candidate : null;
    }

    private static double[] negativeSum(Trials trials) {
        double[] x = trials.centre.x().clone();
        for (Candidate candidate : trials.completed) {
            for (int j = 0; j < x.length; j++) {
                x[j] -= candidate.x()[j] - trials.centre.x()[j];
            }
        }
        return x;
    }
}
