package dev.fathom.torch.internal;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.fathom.torch.TorchMissingException;
import dev.fathom.torch.internal.find.Finder;
import dev.fathom.torch.internal.find.Library;
import dev.fathom.torch.internal.shim.Device;
import dev.fathom.torch.internal.shim.LibTorch;
import dev.fathom.torch.internal.shim.Session;

/// The library for all tests, loaded once. Where there is none, the tests are skipped with the reason; where there is
/// one
/// that cannot be used, they fail.
public final class LoadedTorch {

    private static final class Holder {
        static final LibTorch TORCH = LibTorch.open(Finder.ofThisProcess().find());
    }

    private LoadedTorch() {}

    public static LibTorch get() {
        find();
        return Holder.TORCH;
    }

    /// On the CPU; on the first GPU where `FATHOM_TORCH_TEST` is `cuda`.
    public static Session session() {
        return "cuda".equals(System.getenv("FATHOM_TORCH_TEST")) ? get().on(Device.cuda(0)) : onCpu();
    }

    public static Session onCpu() {
        return get().on(Device.cpu());
    }

    private static Library find() {
        try {
            return Finder.ofThisProcess().find();
        } catch (TorchMissingException e) {
            return abort(e.toString());
        }
    }
}
