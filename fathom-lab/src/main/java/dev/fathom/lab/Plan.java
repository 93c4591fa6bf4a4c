package dev.fathom.lab;

import dev.fathom.problems.ProblemSet;
import dev.fathom.problems.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The runs of an experiment in their order.
final class Plan {

    /// A problem of the experiment.
    private record Place(String problem, String function, int instance) {}

    private Plan() {}

    static List<Planned> of(Experiment experiment) {
        return runs(experiment, places(experiment));
    }

    /// The run of that key; empty if there is none. Other problems than its own are not made.
    static Optional<Planned> find(Experiment experiment, Key key) {
        List<Place> places = places(experiment).stream()
                .filter(place -> place.problem().equals(key.problem()))
                .toList();
        return runs(experiment, places).stream()
                .filter(run -> run.key().equals(key))
                .findFirst();
    }

    private static List<Planned> runs(Experiment experiment, List<Place> places) {
        List<Integer> dimensions = places.stream()
                .map(place -> Problems.of(place.problem()).dimension())
                .toList();
        List<Planned> runs = new ArrayList<>();
        for (Contestant contestant : experiment.contestants()) {
            for (Allowance budget : experiment.budgets()) {
                for (int i = 0; i < places.size(); i++) {
                    int d = dimensions.get(i);
                    Place place = places.get(i);
                    for (int repetition = 0; repetition < experiment.repetitions(); repetition++) {
                        Key key = new Key(contestant.name(), place.problem(), budget.of(d), repetition);
                        runs.add(new Planned(key, place.function(), place.instance(), d));
                    }
                }
            }
        }
        return runs;
    }

    private static List<Place> places(Experiment experiment) {
        ProblemSet set = experiment.set();
        List<Integer> dimensions = set.dimensions().isEmpty() ? List.of(0) : experiment.dimensions();
        List<Integer> instances = set.instances() == 0 ? List.of(1) : experiment.instances();
        List<Place> places = new ArrayList<>();
        for (int d : dimensions) {
            for (String label : experiment.functions()) {
                String function = set.functions().get(set.labels().indexOf(label));
                for (int instance : instances) {
                    String name =
                            set.names(function, List.of(d), List.of(instance)).getFirst();
                    places.add(new Place(name, label, instance));
                }
            }
        }
        return places;
    }
}
