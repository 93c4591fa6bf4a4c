package dev.fathom.torch.internal.find;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What depends on the machine: its name in native jars, and where unpacked files may lie.
final class Platform {

    /// Such as `linux-x86_64`, as native jars name it.
    static final String NAME = system() + "-" + machine();

    private Platform() {}

    /// `fathom.torch.cache` is `FATHOM_TORCH_CACHE`.
    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /// Below the user's home where that can be written, else among temporary files.
    static Path cache() {
        Path home = Path.of(System.getProperty("user.home", "."));
        Path base = Files.isWritable(home) ? home.resolve(".cache") : Path.of(System.getProperty("java.io.tmpdir"));
        return base.resolve("fathom").resolve("torch");
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "osx" : name.startsWith("win") ? "win" : "linux";
    }

    private static String machine() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }
}
