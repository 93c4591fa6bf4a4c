package dev.fathom.torch.internal.find;

import dev.fathom.torch.TorchMissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where PyTorch's library lies.
///
/// @param folder holds `libtorch_cpu` and what it needs
/// @param version as far as files beside it tell, else "unknown version"
/// @param origin how it was found, for messages
public record Library(Path folder, String version, String origin) {

    private static final Pattern PYTHON_VERSION = Pattern.compile("__version__\\s*=\\s*'([^']+)'");

    /// The library in `place`, or in `lib` or `torch/lib` below it.
    static Optional<Library> in(Path place, String origin) {
        return Stream.of(place, place.resolve("lib"), place.resolve("torch").resolve("lib"))
                .filter(folder -> Files.isRegularFile(folder.resolve(file("torch_cpu"))))
                .findFirst()
                .map(folder -> new Library(folder.toAbsolutePath(), versionBeside(folder.toAbsolutePath()), origin));
    }

    /// The file of a part of it, such as `libc10.so`.
    public Path part(String name) {
        return folder.resolve(file(name));
    }

    public boolean has(String name) {
        return Files.isRegularFile(part(name));
    }

    @Override
    public String toString() {
        return "PyTorch " + version + " in " + folder + " (" + origin + ")";
    }

    static String file(String name) {
        return System.mapLibraryName(name);
    }

    /// A Python package has `torch/version.py`, the archive without Python has `build-version`, both beside `lib`.
    private static String versionBeside(Path folder) {
        Path above = folder.resolveSibling("version.py");
        Path plain = folder.resolveSibling("build-version");
        try {
            if (Files.isRegularFile(above)) {
                var match = PYTHON_VERSION.matcher(Files.readString(above));
                return match.find() ? match.group(1) : "unknown version";
            }
            return Files.isRegularFile(plain) ? Files.readString(plain).strip() : "unknown version";
        } catch (IOException e) {
            throw new TorchMissingException(
                    "The version of PyTorch beside " + folder + " cannot be read. Maybe the file is not readable?", e);
        }
    }
}
