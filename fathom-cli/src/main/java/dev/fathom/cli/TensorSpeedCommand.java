package dev.fathom.cli;

import dev.fathom.benchmarks.VerbSpeed;
import dev.fathom.cli.study.BadInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fathom bench tensors`.
@Command(
        name = "tensors",
        mixinStandardHelpOptions = true,
        header = "What the verbs of tensors on the heap cost, beside plain Java loops.",
        description = {
            "",
            "Measured by JMH in JVMs of their own, with and without the JDK's Vector API: nanoseconds per number.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fathom bench tensors", "  fathom bench tensors --sizes 1000,10000000 --threads 2"})
final class TensorSpeedCommand implements Callable<Integer> {

    private static final int FORMS = 3;
    private static final int VERBS = 6;
    private static final int LEAST_SIZE = 100;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--sizes",
            split = ",",
            paramLabel = "N",
            defaultValue = "1000,100000",
            description = "Numbers in a tensor. Default: ${DEFAULT-VALUE}.")
    private List<Integer> sizes = List.of();

    @Option(names = "--threads", defaultValue = "1", description = "Threads of the heap. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Mixin
    private final MeasureOptions options = new MeasureOptions();

    @Override
    public Integer call() {
        if (threads < 1 || sizes.stream().anyMatch(n -> n < LEAST_SIZE)) {
            throw new BadInput("--sizes must be at least " + LEAST_SIZE + " and --threads at least 1, but are " + sizes
                    + " and " + threads + ". Maybe leave them out?");
        }
        Console console = Console.of(spec);
        options.announce(console, sizes.size() * FORMS * VERBS);
        List<VerbSpeed> measured = VerbSpeed.measure(sizes, threads, options.iterations());
        options.print(console, measured.stream().map(TensorSpeedCommand::json).toList(), table(measured));
        return 0;
    }

    private static Table table(List<VerbSpeed> measured) {
        Table table = new Table().row("verb", "numbers", "form", "ns per number", "processor ns", "± (99.9 %)");
        for (VerbSpeed row : measured) {
            table.row(
                    name(row),
                    String.valueOf(row.size()),
                    row.form(),
                    number(row.nanoseconds()),
                    number(row.processor()),
                    number(row.error()));
        }
        return table;
    }

    private static String number(double nanoseconds) {
        return String.format(Locale.ROOT, "%.2f", nanoseconds);
    }

    private static String name(VerbSpeed row) {
        return row.verb().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, Object> json(VerbSpeed row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("verb", name(row));
        map.put("numbers", row.size());
        map.put("form", row.form());
        map.put("threads", row.threads());
        map.put("nanoseconds", row.nanoseconds());
        map.put("processor_nanoseconds", row.processor());
        map.put("processor_error", row.error());
        return map;
    }
}
