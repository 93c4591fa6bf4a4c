package dev.fathom.cli;

import dev.fathom.benchmarks.ProblemSpeed;
import dev.fathom.cli.study.BadInput;
import dev.fathom.problems.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final MeasureOptions options = new MeasureOptions();

    @Override
    public Integer call() {
        check();
        Console console = Console.of(spec);
        options.announce(console, functions.size() * dimensions.size());
        List<ProblemSpeed> measured = ProblemSpeed.measure(functions, dimensions, options.iterations());
        options.print(console, measured.stream().map(ProblemSpeedCommand::json).toList(), table(measured));
        return 0;
    }

    /// What is wrong is told before anything is measured.
    private void check() {
        for (String function : functions) {
            dimensions.forEach(d -> Problems.of(function + ":d" + d));
        }
        if (options.iterations() < LEAST_ITERATIONS) {
            throw new BadInput("--iterations must be at least " + LEAST_ITERATIONS + ", but is " + options.iterations()
                    + ". Maybe --iterations 5?");
        }
    }

    private static Table table(List<ProblemSpeed> measured) {
        Table table = new Table().row("function", "d", "ns", "± (99.9 %)", "processor ns", "±", "per second and core");
        for (ProblemSpeed row : measured) {
            table.row(
                    row.function(),
                    String.valueOf(row.dimension()),
                    MeasureOptions.number(row.nanoseconds()),
                    MeasureOptions.number(row.error()),
                    MeasureOptions.number(row.processor()),
                    MeasureOptions.number(row.processorError()),
                    MeasureOptions.number(row.perSecond()));
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
}
