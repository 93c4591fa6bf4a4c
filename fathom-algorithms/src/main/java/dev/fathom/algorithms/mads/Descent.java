package dev.fathom.algorithms.mads;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.mads.Choices.DirectionSource;
import dev.fathom.math.Rng;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run knows: the function, the variables, the mesh, the barrier and all evaluated points.
final class Descent {

    final Oracle f;
    final Shape shape;
    final Settings settings;
    final Hooks hooks;
    final Rng rng;
    final Variables variables;
    final Mesh mesh;
    final Violation violation;
    final Barrier barrier;
    final Cache cache = new Cache();
    final Directions directions;
    final Tally tally = new Tally();
    final Queue queue;
    final ModelSets models;

    /// The steps that made the feasible and the infeasible incumbent.
    double @Nullable [] feasibleStep;

    double @Nullable [] infeasibleStep;
    long iteration;
    /// Failures since the last success.
    int failures;

    /// Unwinds the code when the run is over.
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;

        Ended(String reason) {
            super(reason, null, false, false);
        }
    }

    Descent(Oracle f, Shape shape, Settings settings, Hooks hooks, Rng rng) {
        this(f, shape, settings, hooks, rng, source(settings, rng));
    }

    Descent(Oracle f, Shape shape, Settings settings, Hooks hooks, Rng rng, UnitVectors source) {
        this.f = f;
        this.shape = shape;
        this.settings = settings;
        this.hooks = hooks;
        this.rng = rng;
        variables = new Variables(shape, settings);
        mesh = new Mesh(variables);
        violation = new Violation(settings, shape.constraints());
        barrier = new Barrier(violation, settings.get(Parameters.H_MAX_0));
        directions = new Directions(source, rng.fork("matrices"));
        models = new ModelSets(this);
        queue = new Queue(this);
    }

    private static UnitVectors source(Settings settings, Rng rng) {
        return settings.get(Parameters.DIRECTION_SOURCE) == DirectionSource.HALTON
                ? new HaltonVectors()
                : UnitVectors.random(rng.fork("directions"));
    }

    boolean is(Parameter<Boolean> flag) {
        return settings.get(flag);
    }

    /// The incumbents at which searches work: the feasible one, then the infeasible one.
    List<Point> incumbents() {
        List<Point> points = new ArrayList<>();
        Point feasible = barrier.feasible();
        Point infeasible = barrier.infeasible();
        if (feasible != null) {
            points.add(feasible);
        }
        if (infeasible != null) {
            points.add(infeasible);
        }
        return points;
    }

    /// A search point as a candidate: on the mesh around the centre, and inside the bounds.
    Candidate candidate(double[] x, Point centre) {
        double[] point = x.clone();
        if (is(Parameters.SEARCH_METHOD_MESH_PROJECTION)) {
            mesh.project(point, centre.x());
        } else {
            grid(point, centre.x());
        }
        return new Candidate(point, centre);
    }

    /// Brings a point to the grid of its granular variables and inside the bounds, in place.
    private void grid(double[] x, double[] centre) {
        for (int j = 0; j < x.length; j++) {
            double g = variables.granularity[j];
            x[j] = !Double.isFinite(x[j]) ? centre[j] : g > 0 ? Variables.multiple(Math.rint(x[j] / g), g) : x[j];
        }
        variables.snap(x);
    }

    /// The function as an inner search sees it: its points enter the cache.
    ///
    /// @param method who searches, for the tally
    Oracle recording(String method) {
        return new Oracle() {
            @Override
            public Row at(double[] x) {
                return all(new double[][] {x})[0];
            }

            @Override
            public Row[] all(double[][] points) {
                Row[] rows = f.all(points);
                tally.evaluated(method, rows.length);
                for (Row row : rows) {
                    cache.put(point(variables.own(row.x), row, null));
                }
                return rows;
            }
        };
    }

    /// The point with its result as the barrier sees it.
    Point point(double[] x, Row row, double @Nullable [] step) {
        return new Point(x, row, row.value(), violation.of(row), step);
    }
}
