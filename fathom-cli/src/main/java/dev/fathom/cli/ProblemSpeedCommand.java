package dev.fathom.cli;

import dev.fathom.benchmarks.ProblemSpeed;
import dev.fathom.cli.study.BadInput;
import dev.fathom.problems.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fathom bench problems`.
@Command(
        name = "problems",
        mixinStandardHelpOptions = true,
        header = "What one evaluation of a test problem costs.",
        description = {
            "",
            "Measured by JMH in a JVM of its own, on one thread. The processor time is what other work on the machine "
                    + "disturbs least; evaluations per second derive from it.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fathom bench problems", "  fathom bench problems --functions bbob:f1,rastrigin --dimensions 40"})
final class ProblemSpeedCommand implements Callable<Integer> {

    private static final int LEAST_ITERATIONS = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--functions",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "bbob:f1,bbob:f8,bbob:f15,bbob:f21",
            description = "Names of problems without the dimension. Default: ${DEFAULT-VALUE}.")
    private List<String> functions = List.of();

    @Option(
            names = {"--dims", "--dimensions"},
            split = ",",
            paramLabel = "D",
            defaultValue = "10",
            description = "Numbers of variables. Default: ${DEFAULT-VALUE}.")
    private List<Integer> dimensions = List.of();

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "5",
            description = "Measured seconds, after as many that warm up. Default: ${DEFAULT-VALUE}.")
    private int iterations;

    @Option(names = "--json", description = "An array of objects on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        check();
        Console console = Console.of(spec);
        console.remark("measuring for about " + 2 * (iterations + 1) * functions.size() * dimensions.size() + " s …");
        List<ProblemSpeed> measured = ProblemSpeed.measure(functions, dimensions, iterations);
        if (json) {
            console.print(JsonText.pretty(
                    measured.stream().map(ProblemSpeedCommand::json).toList()));
        } else {
            table(measured).lines("").forEach(console::print);
        }
        return 0;
    }

    /// What is wrong is told before anything is measured.
    private void check() {
        for (String function : functions) {
            dimensions.forEach(d -> Problems.of(function + ":d" + d));
        }
        if (iterations < LEAST_ITERATIONS) {
            throw new BadInput("--iterations must be at least " + LEAST_ITERATIONS + ", but is " + iterations
                    + ". Maybe --iterations 5?");
        }
    }

    private static Table table(List<ProblemSpeed> measured) {
        Table table = new Table().row("function", "d", "ns", "± (99.9 %)", "processor ns", "±", "per second and core");
        for (ProblemSpeed row : measured) {
            table.row(
                    row.function(),
                    String.valueOf(row.dimension()),
                    number(row.nanoseconds()),
                    number(row.error()),
                    number(row.processor()),
                    number(row.processorError()),
                    number(row.perSecond()));
        }
        return table;
    }

    private static Map<String, Object> json(ProblemSpeed row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("function", row.function());
        map.put("dimension", row.dimension());
        map.put("nanoseconds", row.nanoseconds());
        map.put("error", row.error());
        map.put("processor_nanoseconds", row.processor());
        map.put("processor_error", row.processorError());
        map.put("per_second", row.perSecond());
        return map;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
