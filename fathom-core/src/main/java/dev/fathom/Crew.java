package dev.fathom;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Evaluates trials on other threads: one evaluator per worker, time limits, outcomes in the order of arrival.
final class Crew<T> implements AutoCloseable {

    /// What came of a trial.
    record Done<T>(Trial<T> trial, Outcome outcome, double seconds) {}

    private final Evaluator.Factory<T> factory;
    private final @Nullable Duration timeout;
    private final ExecutorService executor;
    private final boolean own;
    private final Queue<Evaluator<T>> idle = new ConcurrentLinkedQueue<>();
    private final Set<Evaluator<T>> open = ConcurrentHashMap.newKeySet();
    private final Map<Long, Task> running = new ConcurrentHashMap<>();
    private final BlockingQueue<Done<T>> arrived = new LinkedBlockingQueue<>();

    Crew(Study<T> study) {
        factory = study.problem().evaluators();
        timeout = study.timeout();
        ExecutorService given = study.executor();
        own = given == null;
        executor = given != null ? given : threads(study.threads());
    }

    /// Threads that are replaced when an evaluation does not return.
    private static ExecutorService threads(Study.Threads kind) {
        return switch (kind) {
            case PLATFORM ->
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("fathom-worker-", 1).factory());
            case VIRTUAL -> Executors.newVirtualThreadPerTaskExecutor();
        };
    }

    void submit(Trial<T> trial) {
        Task task = new Task(trial);
        running.put(trial.id(), task);
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the executor takes no evaluation. Maybe it was shut down?", e);
        }
    }

    /// The next outcome; null if none arrives in the given time.
    @Nullable
    Done<T> next(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Done<T> expired = expire();
            if (expired != null) {
                return expired;
            }
            long wait = Math.min(end, nextDeadline()) - System.nanoTime();
            Done<T> done = arrived.poll(Math.max(0, wait), TimeUnit.NANOSECONDS);
            if (done != null || System.nanoTime() - end >= 0) {
                return done;
            }
        }
    }

    private long nextDeadline() {
        return running.values().stream().mapToLong(Task::deadline).min().orElse(Long.MAX_VALUE);
    }

    /// Ends one evaluation that has run out of time.
    private @Nullable Done<T> expire() {
        if (timeout == null) {
            return null;
        }
        long now = System.nanoTime();
        for (Task task : List.copyOf(running.values())) {
            if (now - task.deadline() >= 0 && running.remove(task.trial.id(), task)) {
                task.interrupt();
                return new Done<>(
                        task.trial,
                        Outcome.failed("timed out after " + timeout.toMillis() / 1000.0 + " s"),
                        timeout.toNanos() / 1e9);
            }
        }
        return null;
    }

    /// One evaluation.
    private final class Task implements Runnable {

        private final Trial<T> trial;
        private volatile long started; // 0 before it runs
        private @Nullable Thread thread;

        Task(Trial<T> trial) {
            this.trial = trial;
        }

        long deadline() {
            return timeout == null || started == 0 ? Long.MAX_VALUE : started + timeout.toNanos();
        }

        @Override
        public void run() {
            occupy(Thread.currentThread());
            started = System.nanoTime() | 1; // never 0
            Evaluator<T> evaluator = null;
            Outcome outcome;
            try {
                evaluator = take();
                outcome = Outcomes.notNull(evaluator.evaluate(trial.id(), trial.value()));
            } catch (Throwable e) {
                outcome = Outcome.failed(describe(e));
            }
            boolean inTime = running.remove(trial.id(), this);
            occupy(null);
            Thread.interrupted(); // an interrupt that came too late is not the next task's
            if (evaluator != null) {
                giveBack(evaluator, inTime);
            }
            if (inTime) {
                arrived.add(new Done<>(trial, outcome, (System.nanoTime() - started) / 1e9));
            }
        }

        private synchronized void occupy(@Nullable Thread by) {
            thread = by;
        }

        synchronized void interrupt() {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private Evaluator<T> take() throws Exception {
        Evaluator<T> evaluator = idle.poll();
        if (evaluator == null) {
            evaluator = factory.open();
            open.add(evaluator);
        }
        return evaluator;
    }

    private void giveBack(Evaluator<T> evaluator, boolean sound) {
        if (sound && !executor.isShutdown()) {
            idle.add(evaluator);
        } else {
            open.remove(evaluator);
            evaluator.close();
        }
    }

    /// The exception as the reason of a failure.
    static String describe(Throwable e) {
        String message = e.getMessage();
        String name = e.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }

    /// Ends what runs and closes all evaluators.
    @Override
    public void close() {
        running.values().forEach(task -> {
            if (running.remove(task.trial.id(), task)) {
                task.interrupt();
            }
        });
        if (own) {
            executor.shutdownNow();
        }
        open.forEach(Evaluator::close);
    }
}
