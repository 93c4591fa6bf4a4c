package dev.fathom.torch.internal.shim;

import java.util.concurrent.atomic.AtomicLong;

/// The right to free a tensor of libtorch, once: by a scope, by hand, or by the cleaner when nobody holds the tensor
/// any more. It knows nothing of the [Native] that it belongs to, which could never be collected otherwise.
final class Handle implements Runnable {

    /// About what a tensor needs beside its numbers, so that many small ones count, too.
    private static final long OVERHEAD = 1024;

    private final Shim shim;
    private final Living living;
    private final AtomicLong address;
    private volatile long loose;

    Handle(Shim shim, Living living, long address) {
        this.shim = shim;
        this.living = living;
        this.address = new AtomicLong(address);
        living.born();
    }

    /// Tells that no scope will free it.
    void loosen(long bytes) {
        loose = bytes + OVERHEAD;
        living.loosen(loose);
    }

    /// 0 when it is freed.
    long address() {
        return address.get();
    }

    @Override
    public void run() {
        long old = address.getAndSet(0);
        if (old != 0) {
            shim.delete(old);
            living.died(loose);
        }
    }
}
