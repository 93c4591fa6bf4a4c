package dev.fathom.internal.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The strands of one search that have not ended.
final class Strands {

    private final Map<Integer, Strand> byNumber = new HashMap<>();
    private int entered;
    private int waiting;

    /// Enters a strand: its number.
    int enter(Strand strand) {
        byNumber.put(entered, strand);
        return entered++;
    }

    void leave(int number) {
        byNumber.remove(number);
    }

    /// The strand of a number, null if it has ended.
    @Nullable
    Strand get(int number) {
        return byNumber.get(number);
    }

    /// Another strand is known to wait for results.
    void waits() {
        waiting++;
    }

    /// A strand that waited has its results.
    void goesOn() {
        waiting--;
    }

    /// Whether a strand is known to wait for results, so that the search cannot have ended.
    boolean isAnyWaiting() {
        return waiting > 0;
    }

    void close() {
        List.copyOf(byNumber.values()).forEach(Strand::close);
    }
}
