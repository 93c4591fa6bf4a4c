package dev.fathom.internal.engine;

import dev.fathom.algorithm.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// The points that others told a search, in the order of arrival. It hands out views that never change, for code on
/// other threads.
///
/// It is bounded as the [Archive] is: when it is full, the worse half is forgotten.
final class Known {

    private final int capacity;
    private Row[] rows = new Row[16];
    private int size;
    private View now = new View(0, List.of());

    /// What was known at some time.
    ///
    /// @param told how many points had been told
    /// @param rows those of them that were kept
    record View(long told, List<Row> rows) {

        /// The one of two views that knows more.
        View orLater(View other) {
            return other.told > told ? other : this;
        }
    }

    Known(int capacity) {
        this.capacity = capacity;
    }

    /// Enters a point as it is now: its row may count further evaluations while others read the view.
    void add(Row told) {
        if (size == capacity) {
            forget();
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, Math.min(2 * size, capacity));
        }
        rows[size++] = told.at(told.x);
        List<Row> list = Arrays.asList(rows).subList(0, size); // later rows stand behind these
        now = new View(now.told + 1, Collections.unmodifiableList(list));
    }

    View now() {
        return now;
    }

    /// Views keep the array that they were made of.
    private void forget() {
        Row[] sorted = Arrays.copyOf(rows, size);
        Arrays.sort(sorted, Archive.BY_FIRST_OBJECTIVE);
        Set<Row> better = Collections.newSetFromMap(new IdentityHashMap<>());
        better.addAll(Arrays.asList(sorted).subList(0, size / 2));
        Row[] kept = Arrays.stream(rows, 0, size).filter(better::contains).toArray(Row[]::new);
        size = kept.length;
        rows = Arrays.copyOf(kept, capacity);
    }
}
