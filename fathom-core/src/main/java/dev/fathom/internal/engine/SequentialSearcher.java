package dev.fathom.internal.engine;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import dev.fathom.algorithm.Sequential;
import dev.fathom.algorithm.Shape;
import dev.fathom.math.Rng;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs a [Sequential] algorithm on a virtual thread of its own and turns its calls into proposals.
///
/// At any time either the algorithm computes, or it waits for the results of one request. The engine waits for the
/// request whenever it wants a proposal, so that the run is as deterministic as the algorithm. When more points are
/// wanted
/// than the request holds, they are drawn from the space and their results are not given to the algorithm.
final class SequentialSearcher implements Searcher, Oracle {

    private static final int FILLED_IN = -1;

    private final Sequential algorithm;
    private final Shape shape;
    private final Rng rng;
    private final Rng filler;
    private final Handover<Request, Row[]> handover = new Handover<>();
    private @Nullable Request request;

    /// Points asked for by one call of the algorithm.
    private static final class Request {
        private final double[][] points;
        private final Row[] answers;
        private int handedOut;
        private int answered;

        Request(double[][] points) {
            this.points = points;
            this.answers = new Row[points.length];
        }
    }

    SequentialSearcher(Sequential algorithm, Shape shape, Rng rng) {
        this.algorithm = algorithm;
        this.shape = shape;
        this.rng = rng.fork("algorithm");
        this.filler = rng.fork("filler");
    }

    // ---- the side of the algorithm, on its own thread ----

    @Override
    public Row at(double[] x) {
        return all(new double[][] {x})[0];
    }

    @Override
    public Row[] all(double[][] points) {
        if (points.length == 0) {
            return new Row[0];
        }
        double[][] copies = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            copies[i] = points[i].clone();
        }
        return handover.request(new Request(copies));
    }

    // ---- the side of the engine ----

    @Override
    public int notes() {
        return 1;
    }

    /// The request to be served, or null if the algorithm is finished.
    private @Nullable Request current() {
        if (request == null) {
            request = handover.take(() -> algorithm.run(this, shape, rng));
        }
        return request;
    }

    @Override
    public boolean ready() {
        Request r = current();
        return r != null && r.handedOut < r.points.length;
    }

    @Override
    public void propose(Row out) {
        Request r = current();
        if (r == null || r.handedOut == r.points.length) {
            shape.sample(out.x, filler);
            out.notes[0] = FILLED_IN;
            return;
        }
        System.arraycopy(r.points[r.handedOut], 0, out.x, 0, out.x.length);
        out.notes[0] = r.handedOut++;
    }

    @Override
    public boolean replace(Row out) {
        if (out.notes[0] != FILLED_IN) {
            return false;
        }
        shape.sample(out.x, filler);
        return true;
    }

    @Override
    public void learn(Row told) {
        int place = (int) told.notes[0];
        Request r = request;
        if (place == FILLED_IN || r == null) {
            return;
        }
        r.answers[place] = told;
        if (++r.answered == r.answers.length) {
            request = null;
            handover.answer(r.answers);
        }
    }

    @Override
    public void inform(Row told) {
        // straight-line code has nobody to listen
    }

    @Override
    public Optional<String> finished() {
        return handover.isStarted() && current() == null ? Optional.of("converged") : Optional.empty();
    }

    @Override
    public Optional<double[]> recommend() {
        return Optional.empty();
    }

    @Override
    public void close() {
        handover.close();
    }
}
