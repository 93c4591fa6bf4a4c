package dev.fathom.cli;

import dev.fathom.Outcome;
import dev.fathom.cli.study.BadInput;
import dev.fathom.problems.Problems;
import dev.fathom.problems.TestProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fathom evaluate`.
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        header = "Evaluate a test problem at points read from standard input.",
        description = {
            "",
            "One point per line: numbers separated by blanks or commas, or a JSON list. "
                    + "One line per point is printed: the loss with all its digits, or several losses separated by "
                    + "blanks; where there are constraints, a bar and their values, satisfied if <= 0. "
                    + "Noise is left out.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  echo 0 0 0 | fathom evaluate rastrigin:d3", "  echo '[1, 1]' | fathom evaluate bbob:f8:i3:d2"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:there is no such problem, or a line is no point of it"})
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "Such as rastrigin:d10; see fathom list problems.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String problem;

    @Override
    public Integer call() throws IOException {
        TestProblem function = Problems.of(problem);
        Console console = Console.of(spec);
        // Standard input belongs to the process and is not closed.
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                console.print(text(values(function, line, number)));
            }
        }
        return 0;
    }

    private static Outcome.Values values(TestProblem function, String line, int number) {
        try {
            return function.values(point(line));
        } catch (IllegalArgumentException e) {
            throw new BadInput("line " + number, e);
        }
    }

    /// `f1 f2 | g1 g2`, without the bar where there are no constraints.
    private static String text(Outcome.Values values) {
        String losses = text(values.losses());
        return values.constraints().length == 0 ? losses : losses + " | " + text(values.constraints());
    }

    private static String text(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static double[] point(String line) {
        String text = line.strip();
        String list = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return Arrays.stream(list.strip().split("[\\s,]+"))
                .mapToDouble(word -> {
                    try {
                        return Double.parseDouble(word);
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException("'" + word + "' is not a number. Maybe 1.5?", e);
                    }
                })
                .toArray();
    }
}
