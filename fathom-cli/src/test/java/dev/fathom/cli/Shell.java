package dev.fathom.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Tests that start programs use nothing but a POSIX shell.
public final class Shell {

    private Shell() {}

    /// Skips the test where there is no shell.
    public static void require() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh to start programs with");
    }
}
