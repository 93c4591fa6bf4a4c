package dev.fathom.torch.internal.shim;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Owns the tensors that are made while it is the innermost open scope of its [Session], and frees them when it closes,
/// except those that were kept: these belong to the scope around it.
public final class Scope implements AutoCloseable {

    private final Session session;
    private final @Nullable Scope outer;
    private Set<Handle> owned = newSet();
    private int sweep = 1024;

    Scope(Session session, @Nullable Scope outer) {
        this.session = session;
        this.outer = outer;
    }

    /// Moves a tensor to the scope around this one; without one, it lives until it is closed or nobody holds it.
    public Native keep(Native tensor) {
        if (owned.remove(tensor.handle())) {
            if (outer == null) {
                tensor.handle().loosen(tensor.bytes());
            } else {
                outer.own(tensor.handle());
            }
        }
        return tensor;
    }

    /// How many tensors it would free.
    public int size() {
        return (int) owned.stream().filter(handle -> handle.address() != 0).count();
    }

    /// How many it remembers, some of them freed already.
    int remembered() {
        return owned.size();
    }

    @Override
    public void close() {
        session.leave(this, outer);
        owned.forEach(Handle::run);
        owned.clear();
    }

    void own(Handle handle) {
        owned.add(handle);
        if (owned.size() > sweep) {
            forgetFreed();
        }
    }

    /// So that a long scope does not grow with tensors that were freed before it ends.
    private void forgetFreed() {
        Set<Handle> left = newSet();
        owned.stream().filter(handle -> handle.address() != 0).forEach(left::add);
        owned = left;
        sweep = Math.max(1024, 2 * left.size());
    }

    private static Set<Handle> newSet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
