package dev.fathom.cli;

import dev.fathom.benchmarks.Overhead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fathom bench overhead`.
@Command(
        name = "overhead",
        mixinStandardHelpOptions = true,
        header = "What one ask and one tell cost, with an objective that costs nothing.",
        description = {
            "",
            "Measured by JMH in a JVM of its own, on unbounded real columns. "
                    + "Bytes are those of the row, the trial and the algorithm.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fathom bench overhead", "  fathom bench overhead --optimizers DE,CMA --dimensions 10 --json"})
final class OverheadCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--optimizers",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "OnePlusOne,RandomSearch,DE,PSO,SNES,CMA",
            description = "Registered names. Default: ${DEFAULT-VALUE}.")
    private List<String> optimizers = List.of();

    @Option(
            names = {"--dims", "--dimensions"},
            split = ",",
            paramLabel = "D",
            defaultValue = "10,100",
            description = "Numbers of columns. Default: ${DEFAULT-VALUE}.")
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
        Console console = Console.of(spec);
        console.remark("measuring for about " + 2 * (iterations + 1) * optimizers.size() * dimensions.size() + " s …");
        List<Overhead> measured = Overhead.measure(optimizers, dimensions, iterations);
        if (json) {
            console.print(
                    JsonText.pretty(measured.stream().map(OverheadCommand::json).toList()));
        } else {
            table(measured).lines("").forEach(console::print);
        }
        return 0;
    }

    private static Table table(List<Overhead> measured) {
        Table table = new Table().row("optimizer", "d", "ns per ask + tell", "± (99.9 %)", "bytes");
        for (Overhead row : measured) {
            table.row(
                    row.optimizer(),
                    String.valueOf(row.dimension()),
                    number(row.nanoseconds()),
                    number(row.error()),
                    number(row.bytes()));
        }
        return table;
    }

    private static Map<String, Object> json(Overhead row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("optimizer", row.optimizer());
        map.put("dimension", row.dimension());
        map.put("nanoseconds", row.nanoseconds());
        map.put("error", row.error());
        map.put("bytes", row.bytes());
        return map;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
