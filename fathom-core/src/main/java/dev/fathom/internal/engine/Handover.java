package dev.fathom.internal.engine;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Lets straight-line code on a virtual thread and the engine's thread take turns: exactly one of them runs at any
/// time.
///
/// @param <Q> what the code requests
/// @param <A> what it is answered
final class Handover<Q, A> {

    /// How often a waiting side looks before it parks: about ten microseconds, in which most algorithms and objectives
    /// answer.
    /// Longer would only take the processor from the other side where the machine is busy.
    private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 300 : 0;

    private volatile @Nullable Q request;
    private volatile @Nullable A answer;
    private volatile boolean ended;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Thread engine;
    private @Nullable Thread code;

    /// Unwinds the code when the engine needs no more of it.
    private static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Closed() {
            super("the search was ended", null, false, false);
        }
    }

    boolean isStarted() {
        return code != null;
    }

    /// On the code's thread: hands over a request and waits for its answer.
    A request(Q newRequest) {
        answer = null;
        request = newRequest;
        LockSupport.unpark(engine);
        int spins = SPINS;
        A result;
        while ((result = answer) == null) {
            if (closed) {
                throw new Closed();
            }
            spins = pause(spins);
        }
        return result;
    }

    /// On the engine's thread: waits for the next request; null when the code has ended. Starts the code at the first
    /// call.
    @Nullable
    Q take(Runnable body) {
        engine = Thread.currentThread();
        if (code == null) {
            code = Thread.ofVirtual().name("fathom-sequential").start(() -> run(body));
        }
        int spins = SPINS;
        Q result;
        while ((result = request) == null && !ended) {
            spins = pause(spins);
        }
        rethrow();
        request = null;
        return result;
    }

    /// On the engine's thread: gives the answer to the request taken last.
    void answer(A newAnswer) {
        answer = newAnswer;
        LockSupport.unpark(code);
    }

    void close() {
        closed = true;
        LockSupport.unpark(code);
    }

    private void run(Runnable body) {
        try {
            body.run();
        } catch (Closed e) {
            return;
        } catch (Throwable e) {
            failure = e;
        } finally {
            ended = true;
            LockSupport.unpark(engine);
        }
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof Error e) {
            throw e;
        }
        if (thrown != null) {
            throw new IllegalStateException("the algorithm failed: " + thrown, thrown);
        }
    }

    private static int pause(int spins) {
        if (spins > 0) {
            Thread.onSpinWait();
            return spins - 1;
        }
        LockSupport.park();
        return 0;
    }
}
