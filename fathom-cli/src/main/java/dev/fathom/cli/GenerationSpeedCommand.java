package dev.fathom.cli;

import dev.fathom.Study;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.benchmarks.GenerationSpeed;
import dev.fathom.benchmarks.GenerationSpeed.Quantiles;
import dev.fathom.cli.study.BadInput;
import dev.fathom.problems.tensor.TensorFunctions;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;
import java.util.ArrayList;
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

/// `fathom bench generations`.
@Command(
        name = "generations",
        mixinStandardHelpOptions = true,
        header = "What a generation of SNES on Rastrigin costs, the objective included.",
        description = {
            "",
            "CPU time of the process and time that passed, for each population and number of threads: "
                    + "median and 5 % to 95 % over blocks of generations, measured after a warm-up.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  FATHOM_SIMD=1 fathom bench generations", "  fathom bench generations --populations 100 --threads 2"
        })
final class GenerationSpeedCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--populations",
            split = ",",
            paramLabel = "N",
            defaultValue = "25,50,100,200,400,800,1600,3200,6400,12800,25600",
            description = "Rows of a generation. Default: ${DEFAULT-VALUE}.")
    private List<Integer> populations = List.of();

    @Option(
            names = "--threads",
            split = ",",
            defaultValue = "1,2",
            description = "Threads of the heap. Default: ${DEFAULT-VALUE}.")
    private List<Integer> threads = List.of();

    @Option(names = "--dimension", defaultValue = "100", description = "Variables. Default: ${DEFAULT-VALUE}.")
    private int dimension;

    @Mixin
    private final MeasureOptions options = new MeasureOptions();

    @Override
    public Integer call() {
        if (dimension < 1
                || threads.stream().anyMatch(t -> t < 1)
                || populations.stream().anyMatch(n -> n < 2)) {
            throw new BadInput("--populations must be at least 2, --threads and --dimension at least 1, but are "
                    + populations + ", " + threads + " and " + dimension + ". Maybe leave them out?");
        }
        Console console = Console.of(spec);
        console.remark("measuring for about " + 2 * options.iterations() * populations.size() * threads.size()
                + " s, with " + Heap.loops() + " …");
        List<Row> rows = new ArrayList<>();
        for (int count : threads) {
            for (int population : populations) {
                rows.add(new Row(
                        count,
                        GenerationSpeed.measure(study(population), population, Heap.of(count), options.iterations())));
            }
        }
        options.print(console, rows.stream().map(Row::json).toList(), table(rows));
        return 0;
    }

    private Study<double[]> study(int population) {
        Recipe snes =
                Recipe.use(new Snes().withPopulation(population).withStep(5).withTolerance(0));
        return Study.minimize(Space.reals(dimension).init(3), TensorFunctions.rastrigin())
                .optimizer(snes.once());
    }

    private record Row(int threads, GenerationSpeed speed) {

        Map<String, Object> json() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("population", speed.population());
            map.put("threads", threads);
            map.put("substrate", speed.substrate());
            map.put("processor_ms", list(speed.processor()));
            map.put("passed_ms", list(speed.passed()));
            return map;
        }

        private static List<Double> list(Quantiles q) {
            return List.of(q.low(), q.median(), q.high());
        }
    }

    private Table table(List<Row> rows) {
        Table table = new Table()
                .row("population", "threads", "CPU ms [5 %, 95 %]", "passed ms [5 %, 95 %]", "CPU ns per number");
        for (Row row : rows) {
            double perNumber =
                    row.speed().processor().median() * 1e6 / row.speed().population() / dimension;
            table.row(
                    String.valueOf(row.speed().population()),
                    String.valueOf(row.threads()),
                    text(row.speed().processor()),
                    text(row.speed().passed()),
                    String.format(Locale.ROOT, "%.2f", perNumber));
        }
        return table;
    }

    private static String text(Quantiles q) {
        return String.format(Locale.ROOT, "%.4g [%.4g, %.4g]", q.median(), q.low(), q.high());
    }
}
