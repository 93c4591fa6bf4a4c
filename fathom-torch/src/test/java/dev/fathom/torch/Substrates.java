package dev.fathom.torch;

import dev.fathom.torch.internal.LoadedTorch;

/// What the tests compute on; they are skipped where there is no library.
final class Substrates {

    private Substrates() {}

    /// On the CPU with one thread, since several wait for each other where others compute too; on the first GPU where
    /// `FATHOM_TORCH_TEST` is `cuda`.
    static TorchSubstrate float64() {
        LoadedTorch.get();
        return (gpu() ? Torch.cuda(0) : Torch.cpu()).float64().heapNoise().threads(1);
    }

    static TorchSubstrate float32() {
        return float64().float32();
    }

    private static boolean gpu() {
        return "cuda".equals(System.getenv("FATHOM_TORCH_TEST"));
    }
}
