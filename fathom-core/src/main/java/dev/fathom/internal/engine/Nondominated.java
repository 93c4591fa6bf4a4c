package dev.fathom.internal.engine;

import dev.fathom.algorithm.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rows of several objectives that no other one dominates, as they come in; equal ones stay side by side.
///
/// Members are ordered by the first objective. With two objectives the second one then falls, so that a row meets only
/// those it beats, in O(log n) and a move of memory; with more it meets all of them.
final class Nondominated {

    private final int objectives;
    private final List<Row> members = new ArrayList<>();
    private final Set<Row> contained = new HashSet<>(); // rows are equal if they are the same

    Nondominated(int objectives) {
        this.objectives = objectives;
    }

    void clear() {
        members.clear();
        contained.clear();
    }

    boolean contains(Row row) {
        return contained.contains(row);
    }

    /// By first objective.
    List<Row> members() {
        return Collections.unmodifiableList(members);
    }

    /// Whether no member dominates a feasible row.
    boolean admits(Row row) {
        return admits(row, place(row));
    }

    private boolean admits(Row row, int place) {
        if (objectives == 2) {
            return place == 0 || members.get(place - 1).compareTo(row) >= 0;
        }
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).compareTo(row) < 0) {
                return false;
            }
        }
        return true;
    }

    /// Enters a feasible row, unless one dominates it, and drops those that it dominates.
    void add(Row row) {
        int place = place(row);
        if (!admits(row, place)) {
            return;
        }
        if (objectives == 2) {
            addToStaircase(row, place);
            return;
        }
        members.add(place, row);
        contained.add(row);
        members.removeIf(member -> row.compareTo(member) < 0 && contained.remove(member));
    }

    private void addToStaircase(Row row, int place) {
        int from = place; // one with the same first objective may stand before
        while (from > 0 && row.compareTo(members.get(from - 1)) < 0) {
            from--;
        }
        int to = place;
        while (to < members.size() && row.compareTo(members.get(to)) < 0) {
            to++;
        }
        List<Row> beaten = members.subList(from, to);
        beaten.forEach(contained::remove);
        beaten.clear();
        members.add(from, row);
        contained.add(row);
    }

    /// Behind all with a first objective that is not larger.
    private int place(Row row) {
        int low = 0;
        int high = members.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (members.get(middle).value() <= row.value()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
