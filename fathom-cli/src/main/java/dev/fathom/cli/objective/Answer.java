package dev.fathom.cli.objective;

import dev.fathom.Outcome;
import dev.fathom.algorithms.mads.OutputType;
import java.util.ArrayList;
import java.util.List;

/// What a black box answers for one point: as many words as it has outputs.
///
/// @param outcome what they mean
/// @param words as they were printed; empty if there were none
public record Answer(Outcome outcome, List<String> words) {

    /// What is added to the reason of a failure that does not count for the budget.
    public static final String NOT_COUNTED = " (not counted)";

    public Answer {
        words = List.copyOf(words);
    }

    /// No words.
    static Answer failed(String reason) {
        return new Answer(Outcome.failed(reason), List.of());
    }

    /// The answer that words stand for.
    ///
    /// @param types what the words mean, in order
    public static Answer of(List<String> words, List<OutputType> types) {
        if (words.size() != types.size()) {
            return new Answer(
                    Outcome.failed("the black box printed " + words.size() + (words.size() == 1 ? " word" : " words")
                            + ", but BB_OUTPUT_TYPE has " + types.size() + ": "
                            + Reply.shorten(String.join(" ", words))),
                    words);
        }
        List<Double> losses = new ArrayList<>();
        List<Double> constraints = new ArrayList<>();
        boolean counts = true;
        for (int i = 0; i < types.size(); i++) {
            OutputType type = types.get(i);
            if (type == OutputType.NOTHING) {
                continue;
            }
            Double number = Reply.number(words.get(i));
            if (number == null || number.isNaN()) {
                return new Answer(
                        Outcome.failed("the output " + i + " (" + type + ") is '" + Reply.shorten(words.get(i)) + "'"),
                        words);
            }
            if (type == OutputType.CNT_EVAL) {
                counts = number != 0;
            } else {
                (type == OutputType.OBJ ? losses : constraints).add(number);
            }
        }
        return new Answer(outcome(losses, constraints, counts), words);
    }

    private static Outcome outcome(List<Double> losses, List<Double> constraints, boolean counts) {
        for (double loss : losses) {
            if (!Double.isFinite(loss)) {
                return Outcome.failed("the objective is " + loss + (counts ? "" : NOT_COUNTED));
            }
        }
        return Outcome.of(array(losses)).subjectTo(array(constraints));
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
