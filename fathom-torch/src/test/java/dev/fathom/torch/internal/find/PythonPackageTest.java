package dev.fathom.torch.internal.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonPackageTest {

    @TempDir
    Path folder;

    @BeforeEach
    void needsAShell() {
        assumeTrue(new File("/bin/sh").canExecute(), "a shell plays Python here");
    }

    @Test
    void findsTheFolderThatPythonNames() throws IOException {
        Path lib = FinderTest.libraryBelow(folder.resolve("torch").resolve("lib"));
        String python = script("echo " + folder.resolve("torch"));
        assertThat(new PythonPackage(python, Duration.ofSeconds(20))
                        .find()
                        .orElseThrow()
                        .folder())
                .isEqualTo(lib);
    }

    @Test
    void findsNothingWithoutThePackage() throws IOException {
        assertThat(new PythonPackage(script("echo"), Duration.ofSeconds(20)).find())
                .isEmpty();
        assertThat(new PythonPackage(script("exit 1"), Duration.ofSeconds(20)).find())
                .isEmpty();
        assertThat(new PythonPackage("no-such-python", Duration.ofSeconds(20)).find())
                .isEmpty();
    }

    @Test
    void doesNotWaitForever() throws IOException {
        String python = script("exec sleep 600");
        assertThat(new PythonPackage(python, Duration.ofMillis(200)).find()).isEmpty();
    }

    private String script(String line) throws IOException {
        Path file = Files.createTempFile(folder, "python", ".sh");
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }
}
