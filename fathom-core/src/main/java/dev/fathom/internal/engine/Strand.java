package dev.fathom.internal.engine;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A piece of straight-line code on a virtual thread of its own, whose calls become points to evaluate. It may branch
/// into
/// others, which then run in its place until all have ended.
///
/// At any time either the code computes, or it waits for the results of one call.
final class Strand implements Oracle {

    private static final Row[] NOTHING = {};

    private final int number;
    private final Map<Integer, Strand> all;
    private final List<Row> known;
    private final Runnable body;
    private final Handover<Call, Row[]> handover = new Handover<>();
    private @Nullable Call call;

    /// What the code waits for.
    private sealed interface Call permits Points, Fork {}

    /// The results of some points.
    private static final class Points implements Call {
        private final double[][] points;
        private final Row[] answers;
        private int handedOut;
        private int answered;

        Points(double[][] points) {
            this.points = points;
            this.answers = new Row[points.length];
        }

        boolean isOpen() {
            return handedOut < points.length;
        }
    }

    /// The end of its branches.
    private record Fork(List<? extends Branch> branches, List<Strand> strands) implements Call {}

    /// A strand that has not begun.
    ///
    /// @param all the strands of the search by number, this one included from now on
    /// @param known the points told by others, shared by all strands
    /// @param code what it does, given this strand as its oracle
    Strand(int number, Map<Integer, Strand> all, List<Row> known, Branch code) {
        this.number = number;
        this.all = all;
        this.known = known;
        body = () -> code.run(this);
        all.put(number, this);
    }

    // ---- the side of the code, on its own thread ----

    @Override
    public Row at(double[] x) {
        return all(new double[][] {x})[0];
    }

    @Override
    public Row[] all(double[][] points) {
        if (points.length == 0) {
            return NOTHING;
        }
        double[][] copies = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            copies[i] = points[i].clone();
        }
        return handover.request(new Points(copies));
    }

    @Override
    public void together(List<? extends Branch> branches) {
        if (!branches.isEmpty()) {
            handover.request(new Fork(List.copyOf(branches), new ArrayList<>()));
        }
    }

    @Override
    public List<Row> known() {
        return List.copyOf(known);
    }

    // ---- the side of the engine ----

    boolean isStarted() {
        return handover.isStarted();
    }

    /// Waits until the code waits. Whether it has not ended.
    boolean isAlive() {
        return current() != null;
    }

    /// The call to be served, or null if the code has ended. Branches that have all ended are served at once.
    private @Nullable Call current() {
        while (true) {
            if (call == null) {
                call = handover.take(body);
            }
            if (!(call instanceof Fork fork) || isAlive(fork)) {
                return call;
            }
            fork.strands().forEach(strand -> all.remove(strand.number));
            call = null;
            handover.answer(NOTHING);
        }
    }

    private boolean isAlive(Fork fork) {
        if (fork.strands().isEmpty()) {
            for (Branch branch : fork.branches()) {
                fork.strands().add(new Strand(next(), all, known, branch));
            }
        }
        boolean alive = false;
        for (Strand strand : fork.strands()) {
            alive |= strand.isAlive();
        }
        return alive;
    }

    private int next() {
        int free = all.size();
        while (all.containsKey(free)) {
            free++;
        }
        return free;
    }

    /// The strand whose next point is to be evaluated, this one or a branch of it; null while all points are under
    /// evaluation.
    @Nullable
    Strand open() {
        Call now = current();
        if (now instanceof Points points) {
            return points.isOpen() ? this : null;
        }
        if (now instanceof Fork fork) {
            for (Strand strand : fork.strands()) {
                Strand open = strand.open();
                if (open != null) {
                    return open;
                }
            }
        }
        return null;
    }

    /// Writes the next point of an open strand, and in its first two notes where the result belongs.
    void propose(Row out) {
        if (call instanceof Points points) {
            System.arraycopy(points.points[points.handedOut], 0, out.x, 0, out.x.length);
            out.notes[0] = points.handedOut++;
            out.notes[1] = number;
        }
    }

    /// Enters the result of a point of this strand.
    void learn(Row told) {
        if (!(call instanceof Points points)) {
            return;
        }
        points.answers[(int) told.notes[0]] = told;
        if (++points.answered == points.answers.length) {
            call = null;
            handover.answer(points.answers);
        }
    }

    void close() {
        handover.close();
    }
}
