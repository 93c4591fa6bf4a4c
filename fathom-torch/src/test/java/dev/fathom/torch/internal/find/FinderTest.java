package dev.fathom.torch.internal.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.torch.TorchMissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinderTest {

    @TempDir
    Path folder;

    @Test
    void takesTheSettingBeforeEverythingElse() throws IOException {
        Path lib = libraryBelow(folder.resolve("torch").resolve("lib"));
        Files.writeString(
                folder.resolve("torch").resolve("version.py"), "__version__ = '2.11.0+cu128'\ndebug = False\n");
        Library library = finder(Map.of(Finder.FOLDER, folder.toString()), "no-such-python")
                .find();
        assertThat(library.folder()).isEqualTo(lib);
        assertThat(library.version()).isEqualTo("2.11.0+cu128");
        assertThat(library.has("torch_cuda")).isFalse();
    }

    @Test
    void doesNotFallBackWhenTheSettingIsWrong() {
        assertThatThrownBy(() -> finder(Map.of(Finder.FOLDER, folder.toString()), "python3")
                        .find())
                .isInstanceOf(TorchMissingException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("Maybe it should be the folder torch/lib");
    }

    @Test
    void saysWhereItLooked() {
        assertThatThrownBy(() -> finder(Map.of(), "no-such-python").find())
                .isInstanceOf(TorchMissingException.class)
                .hasMessageContaining("FATHOM_TORCH are not set")
                .hasMessageContaining("no-such-python has no package torch")
                .hasMessageContaining("Maybe add ai.djl.pytorch:pytorch-native-cpu:2.7.1");
    }

    @Test
    void namesEnvironmentVariablesLikeProperties() {
        assertThat(Platform.variable(Finder.CACHE)).isEqualTo("FATHOM_TORCH_CACHE");
    }

    static Path libraryBelow(Path lib) throws IOException {
        Files.createDirectories(lib);
        Files.writeString(lib.resolve(Library.file("torch_cpu")), "");
        return lib;
    }

    private Finder finder(Map<String, String> settings, String python) {
        return new Finder(settings::get, ClassLoader.getPlatformClassLoader(), python);
    }
}
