package dev.fathom.cli.objective;

import dev.fathom.Evaluator;
import dev.fathom.Outcome;
import dev.fathom.cli.study.BadInput;
import dev.fathom.cli.study.ParameterNames;
import dev.fathom.cli.study.StudyFile;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import dev.fathom.space.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Makes the evaluators of a study file.
public final class Objectives {

    private Objectives() {}

    /// A factory of evaluators.
    ///
    /// @param space of the parameters
    /// @param classpath where a Java class is looked for besides the study file's own places
    /// @throws BadInput if there is no such program, class or problem, or it does not suit the space
    public static Evaluator.Factory<Map<String, Object>> of(
            StudyFile study, Space<Map<String, Object>> space, List<Path> classpath) {
        StudyFile.ObjectiveText text = study.objective();
        String where = study.source() + ": objective: " + text.kind().name().toLowerCase(Locale.ROOT);
        Function<Map<String, Object>, Bindings> bind = value -> Bindings.of((Map<?, ?>) space.toJson(value));
        return switch (text.kind()) {
            case COMMAND -> {
                Template template = template(where, text.words(), space);
                Programs.require(where, text.words().getFirst(), study.folder());
                yield () -> new CommandEvaluator(template, bind, study.folder());
            }
            case WORKER -> {
                Programs.require(where, text.words().getFirst(), study.folder());
                yield () -> new WorkerEvaluator(text.words(), bind, study.folder());
            }
            case CLASS -> {
                List<Path> places = new ArrayList<>(text.classpath());
                places.addAll(classpath);
                yield JavaObjective.of(where, text.words().getFirst(), places);
            }
            case PROBLEM -> problem(where, text.words().getFirst(), space, study.seed());
        };
    }

    /// The outcome of a command without parameters.
    public static Outcome measure(List<String> words, Path folder) {
        try (CommandEvaluator command = new CommandEvaluator(
                new Template(words, new ParameterNames(Set.of())), value -> Bindings.of(value), folder)) {
            return command.evaluate(Map.of());
        } catch (IOException e) {
            return Outcome.failed(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failed("interrupted");
        }
    }

    private static Template template(String where, List<String> words, Space<Map<String, Object>> space) {
        try {
            ParameterNames names = ParameterNames.of(space.describe());
            Template template = new Template(words, names);
            template.check();
            Bindings.checkVariables(names);
            return template;
        } catch (IllegalArgumentException e) {
            throw new BadInput(where, e);
        }
    }

    private static Evaluator.Factory<Map<String, Object>> problem(
            String where, String name, Space<Map<String, Object>> space, long seed) {
        TestProblem problem;
        try {
            problem = Problems.of(name);
        } catch (IllegalArgumentException e) {
            throw new BadInput(where, e);
        }
        int count = numbers(space.toJson(space.initial())).length;
        if (count != problem.dimension()) {
            throw new BadInput(where + ": " + name + " takes " + problem.dimension() + " numbers, but the space has "
                    + count + ". Maybe leave space: out?");
        }
        Evaluator.Factory<double[]> evaluators = problem.problem(seed).evaluators();
        return () -> new NumbersEvaluator(evaluators.open(), space);
    }

    /// Hands the numbers of a setting, in order, to a test problem.
    private record NumbersEvaluator(Evaluator<double[]> inner, Space<Map<String, Object>> space)
            implements Evaluator<Map<String, Object>> {
        @Override
        public Outcome evaluate(Map<String, Object> value) throws Exception {
            return inner.evaluate(numbers(space.toJson(value)));
        }

        @Override
        public Outcome evaluate(long id, Map<String, Object> value) throws Exception {
            return inner.evaluate(id, numbers(space.toJson(value)));
        }
    }

    /// All numbers of JSON-ready data, in order.
    private static double[] numbers(Object json) {
        List<Double> numbers = new ArrayList<>();
        collect(json, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(Object json, List<Double> numbers) {
        switch (json) {
            case Number number -> numbers.add(number.doubleValue());
            case List<?> list -> list.forEach(item -> collect(item, numbers));
            case Map<?, ?> map -> map.values().forEach(item -> collect(item, numbers));
            default -> {}
        }
    }
}
