package dev.fathom.torch.internal.find;

import dev.fathom.torch.TorchMissingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Looks for PyTorch's library: a setting first, then the native jar on the class path, then an installed Python.
///
/// @param setting the value of a setting or null, by its name as a system property
/// @param loader where the native jar is looked for
/// @param python the command that is asked for its package `torch`
public record Finder(UnaryOperator<@Nullable String> setting, ClassLoader loader, String python) {

    /// The setting: a folder with `libtorch_cpu`. As an environment variable: `FATHOM_TORCH`.
    public static final String FOLDER = "fathom.torch";

    /// The setting: where the native jar is unpacked to. As an environment variable: `FATHOM_TORCH_CACHE`.
    public static final String CACHE = "fathom.torch.cache";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Looks at this process's properties, environment and class path.
    public static Finder ofThisProcess() {
        return new Finder(Finder::fromProcess, Finder.class.getClassLoader(), "python3");
    }

    /// @throws TorchMissingException if there is none, saying where it was looked for
    public Library find() {
        String folder = setting.apply(FOLDER);
        if (folder != null) {
            return set(folder);
        }
        return new NativeJar(loader, cache())
                .find()
                .or(() -> new PythonPackage(python, PATIENCE).find())
                .orElseThrow(() -> new TorchMissingException("PyTorch's library was not found: " + FOLDER
                        + " and FATHOM_TORCH are not set, no native jar for " + Platform.NAME
                        + " is on the class path, and " + python + " has no package torch. Maybe add "
                        + "ai.djl.pytorch:pytorch-native-cpu:2.7.1 with classifier linux-x86_64 to the class path, "
                        + "or set FATHOM_TORCH to the folder torch/lib of an installed PyTorch?"));
    }

    private static Library set(String folder) {
        return Library.in(Path.of(folder), "set by " + FOLDER)
                .orElseThrow(() -> new TorchMissingException(FOLDER + " or FATHOM_TORCH is '" + folder
                        + "', but there is no " + Library.file("torch_cpu")
                        + " in it. Maybe it should be the folder torch/lib of an installed PyTorch?"));
    }

    private Path cache() {
        return Optional.ofNullable(setting.apply(CACHE)).map(Path::of).orElseGet(Platform::cache);
    }

    private static @Nullable String fromProcess(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String property = System.getProperty(name);
        String value = property != null ? property : System.getenv(Platform.variable(name));
        return value == null || value.isBlank() ? null : value;
    }
}
