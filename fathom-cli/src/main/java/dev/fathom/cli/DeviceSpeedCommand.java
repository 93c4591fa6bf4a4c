package dev.fathom.cli;

import dev.fathom.cli.study.BadInput;
import dev.fathom.torch.DeviceSpeed;
import dev.fathom.torch.Torch;
import dev.fathom.torch.TorchMissingException;
import dev.fathom.torch.TorchSubstrate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fathom bench devices`.
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        header = "What a generation costs on PyTorch, CPU or GPU, beside the least that its memory allows.",
        description = {
            "",
            "Milliseconds that pass per generation, by itself and in a study, those of its random numbers alone, and the floor: "
                    + "the points written once and read twice at the speed at which the device copies. "
                    + "Single precision. PyTorch must be installed; FATHOM_TORCH names its folder torch/lib if it is not found.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fathom bench devices --on cuda --populations 1000,10000,100000,1000000",
            "  fathom bench devices --on cpu --optimizers NSGA2 --problem kursawe"
        })
final class DeviceSpeedCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--on", paramLabel = "DEVICE", defaultValue = "cpu", description = "cpu, cuda, cuda:1 …")
    private String device = "cpu";

    @Option(
            names = "--populations",
            split = ",",
            paramLabel = "N",
            defaultValue = "1000,10000,100000",
            description = "Rows of a generation. Default: ${DEFAULT-VALUE}.")
    private List<Integer> populations = List.of();

    @Option(
            names = "--optimizers",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "SNES",
            description = "Registered names, written over tensors. Default: ${DEFAULT-VALUE}.")
    private List<String> optimizers = List.of();

    @Option(
            names = "--problem",
            defaultValue = "100",
            description = "The dimension of Rastrigin's function, or kursawe, which has two objectives. "
                    + "Default: ${DEFAULT-VALUE}.")
    private String problem = "100";

    @Option(names = "--json", description = "An array of objects on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        if (populations.stream().anyMatch(n -> n < 2)) {
            throw new BadInput("--populations must be at least 2, but are " + populations + ". Maybe leave them out?");
        }
        try {
            measure(Torch.device(device).float32());
        } catch (TorchMissingException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new BadInput("bench devices", e);
        }
        return 0;
    }

    private void measure(TorchSubstrate on) {
        Console console = Console.of(spec);
        console.remark("measuring on " + on.name() + " (" + on.arithmetic() + ") …");
        List<Map<String, Object>> rows = new ArrayList<>();
        Table table = new Table()
                .row("optimizer", "population", "ms", "in a study", "noise", "floor", "share of floor", "copies GB/s");
        for (String optimizer : optimizers) {
            for (int population : populations) {
                DeviceSpeed speed = DeviceSpeed.measure(optimizer, on, problem, population);
                rows.add(object(optimizer, on, speed));
                table.row(
                        optimizer,
                        String.valueOf(speed.rows()),
                        milliseconds(speed.generation()),
                        milliseconds(speed.study()),
                        milliseconds(speed.noise()),
                        milliseconds(speed.floor()),
                        String.format(Locale.ROOT, "%.1f %%", 100 * speed.share()),
                        String.format(Locale.ROOT, "%.1f", speed.bandwidth() / 1e9));
            }
        }
        if (json) {
            console.print(JsonText.pretty(rows));
        } else {
            table.lines("").forEach(console::print);
        }
    }

    private Map<String, Object> object(String optimizer, TorchSubstrate on, DeviceSpeed speed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("optimizer", optimizer);
        map.put("problem", problem);
        map.put("substrate", on.name());
        map.put("arithmetic", on.arithmetic());
        map.put("population", speed.rows());
        map.put("seconds", speed.generation());
        map.put("study_seconds", speed.study());
        map.put("noise_seconds", speed.noise());
        map.put("floor_seconds", speed.floor());
        map.put("share_of_floor", speed.share());
        map.put("copy_bytes_per_second", speed.bandwidth());
        return map;
    }

    private static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, "%.4g", 1e3 * seconds);
    }
}
