package dev.fathom.lab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Orders the entrants of a field, the best first, and decides who is drawn in colour.
///
/// @param field where their results are
/// @param how how many are highlighted
/// @param colors the styles of ours
record Lineup(Field field, Presentation how, Map<String, Style> colors) {

    /// Those that are ours or have a result at the budget, from the best to the worst.
    List<Entrant> of(List<Entrant> found) {
        Map<Integer, Double> means = new HashMap<>();
        for (int d : field.dimensions()) {
            means.put(
                    d,
                    found.stream()
                            .filter(Entrant::isOwn)
                            .mapToDouble(own -> field.area(own, d, Field.ALL))
                            .filter(area -> !Double.isNaN(area))
                            .average()
                            .orElse(0));
        }
        Map<Entrant, Double> leads = new HashMap<>();
        found.forEach(entrant -> leads.put(entrant, lead(entrant, means)));
        return styled(found.stream()
                .filter(entrant -> entrant.isOwn() || leads.getOrDefault(entrant, 0.0) > Double.NEGATIVE_INFINITY)
                .sorted(Comparator.comparingDouble((Entrant entrant) -> -leads.getOrDefault(entrant, 0.0))
                        .thenComparing(Entrant::name))
                .toList());
    }

    /// How far the area lies above the mean of ours, mean over the dimensions that the entrant has, so that easy
    /// dimensions do not favour those who took part only there.
    private double lead(Entrant entrant, Map<Integer, Double> means) {
        return means.entrySet().stream()
                .mapToDouble(mean -> field.area(entrant, mean.getKey(), Field.ALL) - mean.getValue())
                .filter(lead -> !Double.isNaN(lead))
                .average()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private List<Entrant> styled(List<Entrant> sorted) {
        List<Entrant> styled = new ArrayList<>();
        int own = 0;
        int best = 0;
        int virtual = 0;
        int drawn = 0;
        for (Entrant entrant : sorted) {
            boolean chosen = switch (entrant.kind()) {
                case OWN -> own++ < how.highlighted();
                case PEER_RUNS, PEER_POINTS -> best++ < how.bestPeers();
                case VIRTUAL -> how.bestPeers() > 0 && virtual++ < 1;
            };
            boolean named = !entrant.isOwn() && how.named().contains(entrant.algorithm());
            if (!chosen && !named) {
                styled.add(entrant);
            } else if (entrant.isOwn()) {
                styled.add(entrant.highlighted(colors.getOrDefault(entrant.algorithm(), Style.background())));
            } else {
                styled.add(entrant.highlighted(Style.peer(drawn++)));
            }
        }
        return List.copyOf(styled);
    }
}
