package dev.fathom.internal.engine;

import dev.fathom.algorithm.Oracle;
import dev.fathom.algorithm.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A piece of straight-line code on a virtual thread of its own, whose calls become points to evaluate. It may branch
/// into others, which then run in its place until all have ended.
///
/// At any time either the code computes, or it waits for the results of one call. What it sees depends on the results
/// it was given and on nothing else, least of all on when the engine looks: the points told by others are those known
/// when its last result came; a branch begins with what its parent knew, and a parent goes on with what the last of its
/// branches knew.
final class Strand implements Oracle {

    private static final Row[] NOTHING = {};

    private final Strands all;
    private final int number;
    private final @Nullable Strand parent;
    private final int place;
    private final Branch code;
    private final Handover<Call, Row[]> handover = new Handover<>();
    /// Written while the code waits, read while it computes.
    private Known.View known = new Known.View(0, List.of());
    /// What the engine knows the code to wait for; null while it computes, before and after.
    private @Nullable Call call;

    private boolean ended;

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
    private static final class Fork implements Call {
        private final List<? extends Branch> branches;
        private final List<Strand> strands = new ArrayList<>();
        /// Places of the strands that are not known to wait for results or to have ended.
        private final BitSet promising = new BitSet();
        private int alive;

        Fork(List<? extends Branch> branches) {
            this.branches = branches;
        }

        void start(Strand parent) {
            for (Branch branch : branches) {
                Strand strand = new Strand(parent.all, parent, strands.size(), branch);
                promising.set(strands.size());
                strands.add(strand);
                alive++;
                strand.start(parent.known);
            }
        }

        @Nullable
        Strand open() {
            for (int i = promising.nextSetBit(0); i >= 0; i = promising.nextSetBit(i + 1)) {
                Strand open = strands.get(i).open();
                if (open != null) {
                    return open;
                }
                promising.clear(i);
            }
            return null;
        }
    }

    /// A strand that has not begun.
    ///
    /// @param parent the strand it is a branch of; null for a trunk
    /// @param place which of its branches
    /// @param code what it does, given this strand as its oracle
    Strand(Strands all, @Nullable Strand parent, int place, Branch code) {
        this.all = all;
        this.parent = parent;
        this.place = place;
        this.code = code;
        number = all.enter(this);
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
            handover.request(new Fork(List.copyOf(branches)));
        }
    }

    @Override
    public List<Row> known() {
        return known.rows();
    }

    // ---- the side of the engine ----

    boolean isStarted() {
        return handover.isStarted();
    }

    boolean isEnded() {
        return ended;
    }

    void start(Known.View view) {
        known = view;
        handover.start(() -> code.run(this));
    }

    /// The strand whose next point is to be evaluated, this one or a branch of it; null while all points are under
    /// evaluation, and when the code has ended. Waits for code that computes, but not for branches behind the open one.
    @Nullable
    Strand open() {
        while (!ended) {
            Call now = call != null ? call : next();
            if (now instanceof Points points) {
                return points.isOpen() ? this : null;
            }
            if (now instanceof Fork fork) {
                Strand open = fork.open();
                if (open != null || fork.alive > 0) {
                    return open;
                }
                answer(NOTHING);
            }
        }
        return null;
    }

    /// Waits for the next call of the code; null if it has ended.
    private @Nullable Call next() {
        call = handover.take();
        switch (call) {
            case null -> end();
            case Points points -> all.waits();
            case Fork fork -> fork.start(this);
        }
        return call;
    }

    private void end() {
        ended = true;
        all.leave(number);
        if (parent != null) {
            parent.fork().alive--;
            parent.known = parent.known.orLater(known);
        }
    }

    private Fork fork() {
        return (Fork) Objects.requireNonNull(call);
    }

    /// Writes the next point of an open strand, and in its first two notes where the result belongs.
    void propose(Row out) {
        Points points = (Points) Objects.requireNonNull(call);
        System.arraycopy(points.points[points.handedOut], 0, out.x, 0, out.x.length);
        out.notes[0] = points.handedOut++;
        out.notes[1] = number;
    }

    /// Enters the result of a point of this strand.
    ///
    /// @param view what others have told until now
    void learn(Row told, Known.View view) {
        Points points = (Points) Objects.requireNonNull(call);
        points.answers[(int) told.notes[0]] = told.at(told.x); // the row itself may count further evaluations
        if (++points.answered == points.answers.length) {
            all.goesOn();
            known = view;
            answer(points.answers);
        }
    }

    private void answer(Row[] answers) {
        call = null;
        handover.answer(answers);
        for (Strand strand = this; strand.parent != null; strand = strand.parent) {
            strand.parent.fork().promising.set(strand.place);
        }
    }

    void close() {
        handover.close();
    }
}
