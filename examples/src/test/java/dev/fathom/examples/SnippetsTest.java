package dev.fathom.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every piece of Java in the documentation compiles.
class SnippetsTest {

    private static final ToolProvider COMPILER = ToolProvider.findFirst("javac").orElseThrow();

    @TempDir
    Path folder;

    static Stream<Snippet> snippets() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path root =
                Files.exists(here.resolve("docs")) ? here : here.resolve("..").normalize();
        List<Snippet> all = Snippet.below(root);
        assertThat(all).hasSizeGreaterThan(20);
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void compiles(Snippet snippet) throws IOException {
        Path source = Files.writeString(folder.resolve("Program.java"), snippet.program());
        StringWriter words = new StringWriter();
        PrintWriter out = new PrintWriter(words, true);
        String path = System.getProperty("java.class.path");
        int status = COMPILER.run(
                out, out, "-proc:none", "-nowarn", "-cp", path, "-d", folder.toString(), source.toString());
        assertThat(status).as("%s\n%s", snippet.program(), words).isZero();
    }
}
