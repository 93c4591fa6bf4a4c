package dev.fathom.torch;

import org.jspecify.annotations.Nullable;

/// PyTorch's library was not found, or what was found cannot be used. The message says where it was looked for and
/// what may help.
public final class TorchMissingException extends RuntimeException {

    public TorchMissingException(String message) {
        super(message);
    }

    public TorchMissingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
