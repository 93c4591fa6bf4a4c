package dev.fathom.cli;

import dev.fathom.benchmarks.Overhead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final MeasureOptions options = new MeasureOptions();

    @Override
    public Integer call() {
        Console console = Console.of(spec);
        options.announce(console, optimizers.size() * dimensions.size());
        List<Overhead> measured = Overhead.measure(optimizers, dimensions, options.iterations());
        options.print(console, measured.stream().map(OverheadCommand::json).toList(), table(measured));
        return 0;
    }

    private static Table table(List<Overhead> measured) {
        Table table = new Table().row("optimizer", "d", "ns per ask + tell", "± (99.9 %)", "bytes");
        for (Overhead row : measured) {
            table.row(
                    row.optimizer(),
                    String.valueOf(row.dimension()),
                    MeasureOptions.number(row.nanoseconds()),
                    MeasureOptions.number(row.error()),
                    MeasureOptions.number(row.bytes()));
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
}
