package dev.fathom.torch;

import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Vectorized;
import java.util.Locale;

/// How long a generation takes on a device, beside the least time that its memory allows; times in seconds.
///
/// The floor: the points are written once and read twice, by the objective and by the update; that many bytes at the
/// speed at which the device copies a tensor of the same size.
///
/// @param rows λ
/// @param generation sampling, objective, ranks and update, the best of three blocks
/// @param study the same with the engine around it, which counts results and keeps the best row; the median
/// @param noise what its normal numbers alone take, the best of three blocks
/// @param floor the least time
/// @param bandwidth of copies, bytes per second
public record DeviceSpeed(int rows, double generation, double study, double noise, double floor, double bandwidth) {

    /// Measures, for a few seconds.
    ///
    /// @param optimizer a registered name of a search that is written over tensors
    /// @param problem `kursawe`, which has two objectives, or the dimension of Rastrigin's function
    /// @param population about how many rows
    /// @throws IllegalArgumentException if there is no such optimizer or problem
    public static DeviceSpeed measure(String optimizer, TorchSubstrate on, String problem, int population) {
        Recipe recipe = Catalog.entry(optimizer).recipe();
        return new Generations<>(vectorized(optimizer, recipe), on, Task.of(problem)).measure(population);
    }

    private static Vectorized<?> vectorized(String name, Recipe recipe) {
        if (recipe instanceof Recipe.Restart restart) {
            return vectorized(name, restart.recipe());
        }
        if (recipe instanceof Recipe.Use use && use.algorithm() instanceof Vectorized<?> vectorized) {
            return vectorized;
        }
        throw new IllegalArgumentException(name + " is not written over tensors. Maybe SNES or PGPE?");
    }

    /// The share of the floor in the time of a generation.
    public double share() {
        return floor / generation;
    }

    /// Prints a table.
    ///
    /// @param arguments device as [Torch#device(String)] takes it, populations with commas between, optimizer, problem;
    ///     by default `cpu`, `1000,10000,100000`, SNES and 100
    public static void main(String[] arguments) {
        TorchSubstrate on = Torch.device(argument(arguments, 0, "cpu")).float32();
        String optimizer = argument(arguments, 2, "SNES");
        String problem = argument(arguments, 3, "100");
        IO.println(optimizer + " on " + Task.of(problem).name() + ", " + on.name() + " (" + on.arithmetic() + ")");
        IO.println("population  generation ms  in a study ms  noise ms  floor ms  share of floor  copies GB/s");
        for (String rows : argument(arguments, 1, "1000,10000,100000").split(",", -1)) {
            IO.println(measure(optimizer, on, problem, Integer.parseInt(rows)).line());
        }
    }

    private static String argument(String[] arguments, int k, String otherwise) {
        return k < arguments.length ? arguments[k] : otherwise;
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "%10d %14.4f %14.4f %9.4f %9.4f %13.1f %% %12.1f",
                rows,
                1e3 * generation,
                1e3 * study,
                1e3 * noise,
                1e3 * floor,
                100 * share(),
                bandwidth / 1e9);
    }
}
