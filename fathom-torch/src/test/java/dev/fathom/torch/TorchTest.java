package dev.fathom.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.torch.internal.LoadedTorch;
import dev.fathom.torch.internal.find.Library;
import dev.fathom.torch.internal.shim.LibTorch;
import org.junit.jupiter.api.Test;

class TorchTest {

    @Test
    void saysWhatItIs() {
        LibTorch same = LoadedTorch.get();
        Torch torch = Torch.load();
        assertThat(torch.version()).matches("[2-9]\\.[0-9]+\\.[0-9]+.*");
        assertThat(torch.gpus()).isEqualTo(same.gpus());
        assertThat(torch.threads(1)).isTrue();
        assertThat(torch.toString())
                .contains(torch.version())
                .contains(same.library().folder().toString());
    }

    /// Where no file tells the version, the library does.
    @Test
    void asksTheLibraryForItsVersion() {
        Library found = LoadedTorch.get().library();
        LibTorch nameless = LibTorch.open(new Library(found.folder(), "unknown version", "test"));
        assertThat(LoadedTorch.get().version()).startsWith(nameless.version());
    }
}
