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

    /// On the engine's thread: begins to run the code.
    void start(Runnable body) {
        Thread thread = Thread.ofVirtual().name("fathom-sequential").unstarted(() -> run(body));
        engine = Thread.currentThread();
        code = thread;
        thread.start();
    }

    /// On the code's thread: hands over a request and waits for its answer.
    ///
    /// @throws IllegalStateException on any other thread
    A request(Q newRequest) {
        if (!Thread.currentThread().equals(code)) {
            throw new IllegalStateException("this oracle belongs to other code. "
                    + "Maybe call the one that the branch was given, on the thread that the branch was given?");
        }
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

    /// On the engine's thread: waits for the next request of code that was started; null when it has ended.
    ///
    /// @throws IllegalStateException if the code has thrown an exception
    @Nullable
    Q take() {
        engine = Thread.currentThread();
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
