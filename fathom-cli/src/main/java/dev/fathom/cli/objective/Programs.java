package dev.fathom.cli.objective;

import dev.fathom.cli.study.BadInput;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Looks for programs before they are started.
final class Programs {

    private Programs() {}

    /// @throws BadInput if no such program can be started in `folder`
    static void require(String where, String program, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(where + ": the folder of the study, " + folder
                    + ", does not exist. Maybe it was moved: `fathom run` continues a journal from the new place?");
        }
        if (program.contains("{")) {
            return; // known only when the parameters are
        }
        if (program.contains("/")) {
            Path file = folder.resolve(program).normalize();
            if (!Files.isRegularFile(file)) {
                throw new BadInput(where + ": there is no program " + file
                        + ". Maybe its path is wrong: it begins at the study file's folder?");
            }
            if (!Files.isExecutable(file)) {
                throw new BadInput(where + ": " + file + " cannot be executed. Maybe chmod +x " + program + "?");
            }
        } else if (!isOnPath(program)) {
            throw new BadInput(where + ": there is no program '" + program + "' on the PATH. Maybe ./" + program
                    + " if it is in " + folder + ", or install it?");
        }
    }

    private static boolean isOnPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder.isEmpty() ? "." : folder).resolve(program))
                .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }
}
