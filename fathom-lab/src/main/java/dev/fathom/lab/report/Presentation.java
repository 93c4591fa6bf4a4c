package dev.fathom.lab.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What a report says besides its numbers, and how much of the field its pictures show.
///
/// @param title of the page
/// @param facts what a reader needs to repeat the experiment, such as `seed` and `Fathom`, in this order
/// @param named peers that are drawn even if others are better
/// @param highlighted at most so many of our algorithms have a colour and a label in a picture of curves, the best
///     ones; the others are thin and grey
/// @param bestPeers so many of the best peers are drawn besides the named ones
public record Presentation(String title, Map<String, String> facts, Set<String> named, int highlighted, int bestPeers) {

    /// Copies the map and the set, and keeps the order of the facts.
    public Presentation {
        facts = new LinkedHashMap<>(facts);
        named = Set.copyOf(named);
    }

    /// Ten algorithms in colour, the four best peers.
    public static Presentation of(String title, Map<String, String> facts) {
        return new Presentation(title, facts, Set.of(), 10, 4);
    }

    /// The same with named peers.
    public Presentation withNamed(Set<String> peers) {
        return new Presentation(title, facts, peers, highlighted, bestPeers);
    }

    /// The facts in their order.
    @Override
    public Map<String, String> facts() {
        return new LinkedHashMap<>(facts);
    }
}
