package dev.fathom.torch;

/// PyTorch's library was not found, or what was found cannot be used. The message says where it was looked for and
/// what may help.
public final class TorchMissingException extends RuntimeException {

    public TorchMissingException(String message) {
        super(message);
    }

    public TorchMissingException(String message, Throwable cause) {
        super(message, cause);
    }
}
