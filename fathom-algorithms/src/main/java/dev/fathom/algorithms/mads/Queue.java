package dev.fathom.algorithms.mads;

import dev.fathom.algorithm.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Evaluates lists of candidates: known points are left out, the rest is ordered and evaluated block by block, until
/// one
/// is a full success.
final class Queue {

    private final Descent descent;
    private final Order order;
    private final int block;

    Queue(Descent descent) {
        this.descent = descent;
        order = new Order(descent);
        long given = descent.settings.get(Parameters.BB_MAX_BLOCK_SIZE);
        block = (int) Math.min(Integer.MAX_VALUE, given == 0 ? descent.shape.workers() : given);
    }

    /// Evaluates what is new of a list and enters it into the barrier.
    ///
    /// @param method who asks, for the tally
    /// @return the best that a point achieved against the incumbents before
    Success evaluate(String method, List<Candidate> candidates) {
        boolean opportunistic = descent.is(Parameters.EVAL_OPPORTUNISTIC);
        List<Candidate> left = unknown(candidates);
        if (opportunistic && left.size() > 1) {
            left = order.sort(left);
        }
        List<Point> evaluated = new ArrayList<>(left.size());
        Success success = Success.NONE;
        for (int from = 0; from < left.size(); from += block) {
            List<Point> points = block(method, left.subList(from, Math.min(left.size(), from + block)));
            evaluated.addAll(points);
            for (Point point : points) {
                success = success.or(descent.barrier.judge(point));
            }
            if (opportunistic && success == Success.FULL) {
                break;
            }
        }
        enter(method, evaluated, success);
        return success;
    }

    /// Enters a point that another search found and evaluated.
    ///
    /// @return what it achieved
    Success adopt(String method, Row row) {
        double[] x = descent.variables.own(row.x);
        Point known = descent.cache.get(x);
        Point centre = descent.barrier.best();
        Candidate candidate = new Candidate(known == null ? x : known.x(), centre);
        Point point = descent.point(candidate.x(), row, candidate.step());
        Success success = descent.barrier.judge(point);
        enter(method, List.of(point), success);
        return success;
    }

    /// How many points are evaluated together.
    int blockSize() {
        return block;
    }

    /// The order in which a list would be evaluated.
    List<Candidate> ordered(List<Candidate> candidates) {
        return candidates.size() < 2 ? candidates : order.sort(candidates);
    }

    private void enter(String method, List<Point> evaluated, Success success) {
        if (success == Success.FULL) {
            descent.tally.succeeded(method);
        }
        Point feasible = descent.barrier.feasible();
        Point infeasible = descent.barrier.infeasible();
        descent.barrier.add(evaluated);
        Point nowFeasible = descent.barrier.feasible();
        Point nowInfeasible = descent.barrier.infeasible();
        if (nowFeasible != null && !nowFeasible.equals(feasible) && nowFeasible.step() != null) {
            descent.feasibleStep = nowFeasible.step();
        }
        if (nowInfeasible != null && !nowInfeasible.equals(infeasible) && nowInfeasible.step() != null) {
            descent.infeasibleStep = nowInfeasible.step();
        }
        if (nowFeasible != null && descent.is(Parameters.STOP_IF_FEASIBLE)) {
            throw new Descent.Ended("a feasible point was found");
        }
    }

    /// The candidates that are not known, each once, without those that equal their centre.
    List<Candidate> unknown(List<Candidate> candidates) {
        Map<List<Double>, Candidate> left = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (descent.is(Parameters.EVAL_USE_CACHE) && descent.cache.get(candidate.x()) != null) {
                hit();
            } else {
                left.putIfAbsent(java.util.Arrays.stream(candidate.x()).boxed().toList(), candidate);
            }
        }
        return List.copyOf(left.values());
    }

    private void hit() {
        descent.tally.hits++;
        limit(descent.tally.hits + descent.tally.evaluations, Parameters.MAX_EVAL);
    }

    /// Evaluates candidates together and puts them into the cache; the barrier does not see them.
    List<Point> block(String method, List<Candidate> candidates) {
        limit(descent.tally.hits + descent.tally.evaluations, Parameters.MAX_EVAL);
        limit(descent.tally.blocks, Parameters.MAX_BLOCK_EVAL);
        double[][] points =
                candidates.stream().map(c -> descent.variables.standard(c.x())).toArray(double[][]::new);
        Row[] rows = descent.f.all(points);
        descent.tally.evaluated(method, rows.length);
        List<Point> evaluated = new ArrayList<>(rows.length);
        for (int i = 0; i < rows.length; i++) {
            evaluated.add(known(candidates.get(i), points[i], rows[i]));
        }
        return evaluated;
    }

    /// The candidate with its result, as the engine evaluated it: constraints of the space may have moved it.
    private Point known(Candidate candidate, double[] asked, Row row) {
        Point point;
        if (java.util.Arrays.equals(asked, row.x) || isSame(asked, row.x)) {
            point = descent.point(candidate.x(), row, candidate.step());
        } else {
            double[] x = descent.variables.own(row.x);
            point = descent.point(x, row, new Candidate(x, candidate.centre()).step());
            descent.cache.put(descent.point(candidate.x(), row, candidate.step()));
        }
        descent.cache.put(point);
        return point;
    }

    private static boolean isSame(double[] a, double[] b) {
        boolean same = true;
        for (int j = 0; j < a.length; j++) {
            same &= Math.abs(a[j] - b[j]) <= 1e-12 * Math.max(1, Math.abs(a[j]));
        }
        return same;
    }

    private void limit(long count, Parameter<Long> most) {
        if (count >= descent.settings.get(most)) {
            throw new Descent.Ended(most + " " + descent.settings.get(most) + " reached");
        }
    }
}
