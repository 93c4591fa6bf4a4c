package dev.fathom.torch.internal.find;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The library in an installed Python's package `torch`. Python is asked where the package lies without importing it,
/// which would take seconds.
///
/// @param command such as `python3`
/// @param patience how long an answer is waited for
record PythonPackage(String command, Duration patience) {

    private static final String QUESTION = "import importlib.util as u; s = u.find_spec('torch'); "
            + "print(s.submodule_search_locations[0] if s and s.submodule_search_locations else '')";

    Optional<Library> find() {
        return answer().filter(text -> !text.isEmpty())
                .flatMap(text -> Library.in(Path.of(text), "package torch of " + command));
    }

    private Optional<String> answer() {
        try {
            Process process = new ProcessBuilder(command, "-c", QUESTION)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return answer(process);
        } catch (IOException e) {
            return Optional.empty(); // no such command
        }
    }

    private Optional<String> answer(Process process) throws IOException {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
            return Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
