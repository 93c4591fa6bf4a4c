package dev.fathom.cli.study;

/// Something a user gave cannot be used. The message is all that is shown: what is wrong, with names and values, then
/// "Maybe …".
public final class BadInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /// What is wrong.
    public BadInput(String message) {
        super(message);
    }

    /// What is wrong, and where it was found.
    public BadInput(String where, IllegalArgumentException cause) {
        super(where + ": " + cause.getMessage(), cause);
    }
}
