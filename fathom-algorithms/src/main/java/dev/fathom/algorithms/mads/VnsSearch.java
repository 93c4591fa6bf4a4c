package dev.fathom.algorithms.mads;

import dev.fathom.algorithm.Inner;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithm.Start;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Variable neighbourhood search: a whole MADS from a shaken point, against local minima (Audet, Béchard and Le
/// Digabel,
/// "Nonsmooth optimization through mesh adaptive direct search and variable neighborhood search", J. Global
/// Optimization
/// 2008). The neighbourhood grows with each call that leaves the incumbent where it is.
final class VnsSearch implements SearchStep {

    private final Descent descent;
    private final boolean patient;
    private @Nullable Point last;
    private int reach;
    private long spent;

    /// @param patient whether it waits for several failures in a row
    VnsSearch(Descent descent, boolean patient) {
        this.descent = descent;
        this.patient = patient;
    }

    @Override
    public String name() {
        return "VNS";
    }

    /// The shaken point alone, for lists that are evaluated together.
    @Override
    public List<Candidate> points() {
        Point centre = descent.barrier.best();
        return centre == null || !applies() ? List.of() : List.of(shaken(centre));
    }

    @Override
    public Success run(Queue queue) {
        Point centre = descent.barrier.best();
        if (centre == null || !applies()) {
            return Success.NONE;
        }
        long before = descent.tally.evaluations;
        Candidate shaken = shaken(centre);
        Success success = queue.evaluate(name(), List.of(shaken));
        if (success != Success.FULL) {
            success = success.or(search(queue, shaken));
        }
        spent += descent.tally.evaluations - before;
        return success;
    }

    /// Only while the frame is not larger than at first and the share of its evaluations is small enough.
    private boolean applies() {
        boolean small = true;
        for (int j : descent.variables.free) {
            small &= descent.mesh.index(j) <= 0;
        }
        long threshold = descent.settings.get(Parameters.VNSMART_MADS_SEARCH_THRESHOLD);
        return small
                && (!patient || descent.failures >= threshold)
                && spent < descent.settings.get(Parameters.VNS_MADS_SEARCH_TRIGGER) * descent.tally.evaluations;
    }

    /// centre + ξ times a random direction of the size of the frame; the opposite one if bounds take all of it.
    private Candidate shaken(Point centre) {
        reach = centre.equals(last) ? reach + 1 : 1;
        last = centre;
        double[] direction = descent.directions
                .of(DirectionType.SINGLE, descent.variables.n(), 0)
                .getFirst();
        Candidate forth = moved(centre, direction, reach);
        return java.util.Arrays.equals(forth.x(), centre.x()) ? moved(centre, direction, -reach) : forth;
    }

    private Candidate moved(Point centre, double[] direction, int factor) {
        double[] x = centre.x().clone();
        int[] free = descent.variables.free;
        for (int k = 0; k < free.length; k++) {
            x[free[k]] += factor * descent.mesh.step(free[k], direction[k]);
        }
        return descent.candidate(x, centre);
    }

    /// MADS from the shaken point until its frame is as small as ours.
    private Success search(Queue queue, Candidate shaken) {
        Shape shape = descent.shape;
        long most = descent.settings.get(Parameters.VNS_MADS_SEARCH_MAX_TRIAL_PTS_NFACTOR) * descent.variables.n();
        Start start = new Start(
                descent.variables.standard(shaken.x()),
                shape.start().spread(),
                shape.start().population());
        Settings settings = descent.settings
                .with(Parameters.VNS_MADS_SEARCH, false)
                .with(Parameters.VNSMART_MADS_SEARCH, false)
                .with(Parameters.LH_SEARCH, List.of(0L, 0L))
                .with(Parameters.MIN_FRAME_SIZE, PerVariable.of(descent.mesh.frames()));
        Inner.Ending ending = Inner.search(
                Recipe.use(new Mads(settings, descent.hooks)),
                descent.recording(name()),
                shape.withStart(start).withBudget(most),
                descent.rng.fork(descent.tally.evaluations));
        Row best = ending.best();
        return best == null ? Success.NONE : queue.adopt(name(), best);
    }
}
