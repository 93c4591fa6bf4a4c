package dev.fathom.torch;

import dev.fathom.tensor.Substrate;
import dev.fathom.torch.internal.shim.Scope;

/// A scope of tensors, seen from outside.
final class TorchScope implements Substrate.Scope {

    private final Scope scope;
    private boolean closed;

    TorchScope(Scope scope) {
        this.scope = scope;
    }

    @Override
    public <V> V keep(V value) {
        TorchSubstrate.natives(value, scope::keep);
        return value;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            scope.close();
        }
    }
}
