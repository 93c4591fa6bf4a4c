package dev.fathom.cli.study;

import dev.fathom.math.Rng;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import dev.fathom.space.Space;
import java.util.Map;
import java.util.Optional;

/// Makes the space of a study file, with its cheap constraints.
public final class StudySpace {

    private static final int TRIALS = 20;

    private StudySpace() {}

    /// The space.
    ///
    /// @throws BadInput if a parameter or a constraint cannot be used
    public static Space<Map<String, Object>> of(StudyFile study) {
        Map<String, Object> description = study.space().isEmpty()
                ? Map.of("x", problem(study).box().space().describe())
                : study.space();
        Space<Map<String, Object>> space = parse(study.source() + ": space", description);
        ParameterNames names = ParameterNames.of(space.describe());
        for (String text : study.constraints()) {
            space = constrained(study.source() + ": constraints", space, text, names);
        }
        return space;
    }

    private static TestProblem problem(StudyFile study) {
        try {
            return Problems.of(study.objective().words().getFirst());
        } catch (IllegalArgumentException e) {
            throw new BadInput(study.source() + ": objective: problem", e);
        }
    }

    @SuppressWarnings("unchecked") // groups and conditional spaces have maps as values
    private static Space<Map<String, Object>> parse(String where, Map<String, Object> description) {
        try {
            Space<?> space = Space.parse(description);
            if (space.initial() instanceof Map) {
                return (Space<Map<String, Object>>) space;
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput(where, e);
        }
        throw new BadInput(where + ": " + description
                + " describes a single parameter without a name. Maybe space: {x: " + description + "}?");
    }

    private static Space<Map<String, Object>> constrained(
            String where, Space<Map<String, Object>> space, String text, ParameterNames names) {
        try {
            Formula formula = Formula.parse(text, names);
            Space<Map<String, Object>> result = space.subjectTo(text, value -> formula.violation(json(space, value)));
            probe(formula, space);
            return result;
        } catch (IllegalArgumentException e) {
            throw new BadInput(where, e);
        }
    }

    @SuppressWarnings("unchecked") // groups and conditional spaces have maps in JSON
    private static Map<String, Object> json(Space<Map<String, Object>> space, Map<String, Object> value) {
        return (Map<String, Object>) space.toJson(value);
    }

    /// Computes the formula for some settings, so that one that cannot be computed is an error before the run. A single
    /// setting for which it cannot is none: that setting violates it.
    private static void probe(Formula formula, Space<Map<String, Object>> space) {
        Rng rng = Rng.of(1);
        double[] x = new double[space.dimension()];
        Optional<String> problem = Optional.empty();
        boolean isComputed = false;
        for (int i = 0; i <= TRIALS; i++) {
            Optional<String> found = formula.problem(json(space, space.decode(x, 0)));
            isComputed |= found.isEmpty();
            problem = problem.or(() -> found);
            space.sample(x, 0, rng);
        }
        if (problem.isPresent() && !isComputed) {
            throw new IllegalArgumentException(problem.get() + ". Maybe it always divides by zero?");
        }
    }
}
