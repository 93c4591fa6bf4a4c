package dev.fathom.torch;

import dev.fathom.torch.internal.find.Finder;
import dev.fathom.torch.internal.shim.Device;
import dev.fathom.torch.internal.shim.LibTorch;
import org.jspecify.annotations.Nullable;

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

    /// Tensors on the CPU, in double precision unless told otherwise.
    ///
    /// @throws TorchMissingException if there is no library, or it cannot be used
    public static TorchSubstrate cpu() {
        return TorchSubstrate.on(Shared.torch(), Device.cpu());
    }

    /// Tensors on a GPU, in single precision unless told otherwise.
    ///
    /// @param index which of them, from 0
    /// @throws TorchMissingException if there is no library, or it does not see that GPU
    public static TorchSubstrate cuda(int index) {
        return TorchSubstrate.on(Shared.torch(), Device.cuda(index));
    }

    /// Tensors on a device that is named by text.
    ///
    /// @param name `cpu`, `cuda` for the first GPU, or `cuda:1` and so on
    /// @throws IllegalArgumentException if it is another name
    /// @throws TorchMissingException if there is no library, or it does not see that device
    public static TorchSubstrate device(String name) {
        if (name.equals("cpu")) {
            return cpu();
        }
        if (!name.matches("cuda(:[0-9]{1,3})?")) {
            throw new IllegalArgumentException("there is no device " + name + ". Maybe cpu, cuda or cuda:1?");
        }
        return cuda(name.equals("cuda") ? 0 : Integer.parseInt(name.substring(5)));
    }

    /// Found and loaded once, when it is first needed.
    private static final class Shared {

        private static final @Nullable LibTorch TORCH;
        private static final @Nullable TorchMissingException MISSING;

        static {
            LibTorch torch = null;
            TorchMissingException missing = null;
            try {
                torch = LibTorch.open(Finder.ofThisProcess().find());
            } catch (TorchMissingException e) {
                missing = e;
            }
            TORCH = torch;
            MISSING = missing;
        }

        static LibTorch torch() {
            if (TORCH == null) {
                throw new TorchMissingException(MISSING == null ? "" : String.valueOf(MISSING.getMessage()), MISSING);
            }
            return TORCH;
        }
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
