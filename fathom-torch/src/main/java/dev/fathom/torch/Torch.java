package dev.fathom.torch;

import dev.fathom.torch.internal.find.Finder;
import dev.fathom.torch.internal.shim.LibTorch;

/// PyTorch as Fathom uses it: its C++ library, without Python.
///
/// The library is looked for in the folder that the system property `fathom.torch` or the environment variable
/// `FATHOM_TORCH` names, then in a jar `ai.djl.pytorch:pytorch-native-cpu` on the class path, then in the package
/// `torch` of the installed `python3`.
public final class Torch {

    private final LibTorch torch;

    private Torch(LibTorch torch) {
        this.torch = torch;
    }

    /// Finds and loads the library.
    ///
    /// @throws TorchMissingException if there is none, or it cannot be used; the message says what may help
    public static Torch load() {
        return new Torch(LibTorch.open(Finder.ofThisProcess().find()));
    }

    /// How many GPUs it can compute on.
    public int gpus() {
        return torch.gpus();
    }

    /// Such as `2.7.1`, or `unknown version`.
    public String version() {
        return torch.version();
    }

    /// Sets how many threads one operation on the CPU may use, at least 1.
    ///
    /// @return whether this version lets it be set
    public boolean threads(int threads) {
        return torch.setThreads(threads);
    }

    /// Version, folder, and how it was found.
    @Override
    public String toString() {
        return "PyTorch " + torch.version() + " in " + torch.library().folder() + " ("
                + torch.library().origin() + ")";
    }
}
