package dev.fathom.cli;

import dev.fathom.cli.objective.ChildProcess;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends a run cleanly when the process is told to end: interrupts the thread that made this object, waits until it has
/// closed it, and kills what child processes are left.
final class CtrlC implements AutoCloseable {

    private static final long PATIENCE_S = 10;

    private final Thread runner = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "fathom-end");

    CtrlC() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end() {
        runner.interrupt();
        try {
            boolean inTime = closed.await(PATIENCE_S, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("fathom: the run did not end within " + PATIENCE_S + " s; its journal is safe");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ChildProcess.killAll();
    }

    /// The run has ended: the interrupt is over, so that what remains can write files.
    ///
    /// @return whether there was one
    boolean settle() {
        return Thread.interrupted();
    }

    /// The run has ended and said all it had to say.
    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is ending: the hook runs
        }
    }
}
