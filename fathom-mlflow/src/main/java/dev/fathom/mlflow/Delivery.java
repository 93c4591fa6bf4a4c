package dev.fathom.mlflow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Requests that may fail or hang.
///
/// MLflow's client knows no time limit, so each request has a virtual thread, and the study waits only so long for it.
final class Delivery {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final String server;
    private final Duration interval;
    private final Duration patience;
    private final Consumer<String> warnings;
    private Duration pause;
    private long next = System.nanoTime();
    private boolean failing;
    private boolean warned;

    Delivery(String server, Duration interval, Duration patience, Consumer<String> warnings) {
        this.server = server;
        this.interval = interval;
        this.patience = patience;
        this.warnings = warnings;
        pause = interval;
    }

    /// Whether it is time for requests.
    boolean isDue() {
        return System.nanoTime() - next >= 0;
    }

    /// Whether the last request failed.
    boolean isFailing() {
        return failing;
    }

    /// Makes a request; empty if it failed.
    <T> Optional<T> attempt(Callable<T> request) {
        FutureTask<T> task = new FutureTask<>(request);
        Thread.ofVirtual().name("mlflow").start(task);
        try {
            T answer = task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            failing = false;
            pause = interval;
            next = System.nanoTime() + pause.toNanos();
            return Optional.of(answer);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return fail(cause.getMessage() == null ? cause.toString() : cause.getMessage());
        } catch (TimeoutException e) {
            return fail("no answer within " + patience.toMillis() / 1000.0 + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever runs the study ends it
            return Optional.empty();
        } finally {
            task.cancel(true);
        }
    }

    private <T> Optional<T> fail(String reason) {
        failing = true;
        next = System.nanoTime() + pause.toNanos();
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        warn(reason + "; the study goes on, and what was not logged is tried again later");
        return Optional.empty();
    }

    /// Only the first warning is shown.
    void warn(String text) {
        if (!warned) {
            warned = true;
            warnings.accept(server + ": " + text);
        }
    }
}
