package dev.fathom.torch.internal.shim;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// What is alive of the tensors of a session: how many, and how many bytes of them no scope will free.
///
/// The Java heap hardly grows with tensors whose memory lies elsewhere, so that its collector sees no reason to run.
/// Hence it is asked to, when those that only the collector can free have doubled since it last ran.
final class Living {

    private static final long SLACK = 1L << 28;
    private static final int PATIENCE = 100;
    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong tensors = new AtomicLong();
    private final AtomicLong loose = new AtomicLong();
    private long limit = SLACK;

    long tensors() {
        return tensors.get();
    }

    void born() {
        tensors.incrementAndGet();
    }

    /// @param bytes those counted as loose before
    void died(long bytes) {
        tensors.decrementAndGet();
        loose.addAndGet(-bytes);
    }

    void loosen(long bytes) {
        if (loose.addAndGet(bytes) > limit) {
            System.gc();
            for (int k = 0; k < PATIENCE && 2 * loose.get() > limit; k++) {
                LockSupport.parkNanos(MILLISECOND); // the cleaner needs a moment
            }
            limit = Math.max(SLACK, 2 * loose.get());
        }
    }
}
