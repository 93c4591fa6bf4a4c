package dev.fathom.lab;

import dev.fathom.problems.ProblemSet;
import dev.fathom.problems.Problems;
import java.util.ArrayList;
import java.util.List;

/// The runs of an experiment in their order.
final class Plan {

    /// A problem of the experiment.
    private record Place(String problem, String function, int instance, int dimension) {}

    private Plan() {}

    static List<Planned> of(Experiment experiment) {
        List<Place> places = places(experiment);
        List<Planned> plan = new ArrayList<>();
        for (Contestant contestant : experiment.contestants()) {
            for (Allowance budget : experiment.budgets()) {
                for (Place place : places) {
                    for (int repetition = 0; repetition < experiment.repetitions(); repetition++) {
                        plan.add(planned(contestant, budget, place, repetition));
                    }
                }
            }
        }
        return plan;
    }

    private static Planned planned(Contestant contestant, Allowance budget, Place place, int repetition) {
        Key key = new Key(contestant.name(), place.problem(), budget.of(place.dimension()), repetition);
        return new Planned(key, place.function(), place.instance(), place.dimension());
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
                    places.add(
                            new Place(name, label, instance, Problems.of(name).dimension()));
                }
            }
        }
        return places;
    }
}
