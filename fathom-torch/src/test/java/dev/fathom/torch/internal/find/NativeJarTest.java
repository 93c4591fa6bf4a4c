package dev.fathom.torch.internal.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.torch.TorchMissingException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeJarTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    @Test
    void unpacksOnceAndRepairsWhatHasTheWrongSize() throws IOException {
        try (var loader = loader(jar(Platform.NAME, "a.so", "b.so"))) {
            Library library = find(loader);
            assertThat(library.version()).isEqualTo("9.9");
            Path a = library.folder().resolve("a.so");
            Path b = library.folder().resolve("b.so");
            assertThat(a).hasContent("content of a.so");
            Files.setLastModifiedTime(a, LONG_AGO);
            Files.writeString(b, "half");

            find(loader);
            assertThat(Files.getLastModifiedTime(a)).isEqualTo(LONG_AGO);
            assertThat(b).hasContent("content of b.so");
            try (var files = Files.list(library.folder())) {
                assertThat(files).containsExactlyInAnyOrder(a, b);
            }
        }
    }

    @Test
    void ignoresTheJarOfAnotherPlatform() throws IOException {
        try (var loader = loader(jar("amiga-m68k", "a.so"))) {
            assertThat(new NativeJar(loader, folder.resolve("cache")).find()).isEmpty();
        }
    }

    @Test
    void saysWhatTheJarLacks() throws IOException {
        try (var loader = loader(jar(Platform.NAME, "a.so,missing.so"))) {
            assertThatThrownBy(() -> new NativeJar(loader, folder.resolve("cache")).find())
                    .isInstanceOf(TorchMissingException.class)
                    .hasMessageContaining("missing.so")
                    .hasMessageContaining("Maybe the disk is full");
        }
    }

    private Library find(ClassLoader loader) {
        return new NativeJar(loader, folder.resolve("cache")).find().orElseThrow();
    }

    private static URLClassLoader loader(Path jar) throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
    }

    private Path jar(String classifier, String... libraries) throws IOException {
        Path jar = folder.resolve("native.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            String list = String.join(",", libraries);
            put(
                    out,
                    "native/lib/pytorch.properties",
                    "version=9.9\nflavor=cpu\nclassifier=" + classifier + "\nlibraries=" + list);
            for (String name : list.split(",", -1)) {
                if (!name.startsWith("missing")) {
                    put(out, "pytorch/cpu/" + classifier + "/" + name, "content of " + name);
                }
            }
        }
        return jar;
    }

    private static void put(JarOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
