package dev.fathom.algorithms.mads;

import java.util.List;

/// A search method: proposes points anywhere on the mesh before the poll.
interface SearchStep {

    /// Its name, in the tally.
    String name();

    /// Its points in this iteration; none if it does not apply.
    List<Candidate> points();

    /// Searches; most methods evaluate their points once.
    default Success run(Queue queue) {
        List<Candidate> points = points();
        return points.isEmpty() ? Success.NONE : queue.evaluate(name(), points);
    }
}
