package dev.fathom.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Makes the runs of an experiment that its folder does not hold yet, several at once, and writes each row as it comes.
final class Execution {

    private final Experiment experiment;
    private final List<Planned> plan;
    private final Folder folder;
    private final Watcher watcher;
    private final References references = new References();
    private final Map<Key, Finished> done = new LinkedHashMap<>();
    private final long budget;
    private long spent;

    Execution(Experiment experiment, List<Planned> plan, Folder folder, Watcher watcher) {
        this.experiment = experiment;
        this.plan = plan;
        this.folder = folder;
        this.watcher = watcher;
        budget = plan.stream().mapToLong(run -> run.key().budget()).sum();
    }

    /// The finished runs in the order of the plan.
    List<Finished> run(int threads) throws IOException {
        folder.rows().forEach(row -> done.putIfAbsent(row.key(), row));
        spent = done.keySet().stream().mapToLong(Key::budget).sum();
        watcher.begins(standing());
        List<Planned> left =
                plan.stream().filter(run -> !done.containsKey(run.key())).toList();
        boolean interrupted = !left.isEmpty() && !make(left, threads);
        List<Finished> rows = ordered();
        folder.writeRuns(rows.stream().map(Finished::run).toList());
        if (experiment.logging()) {
            new CocoExport(experiment, folder).write(done(plan));
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return rows;
    }

    private List<Finished> ordered() {
        List<Finished> rows = new ArrayList<>();
        for (Planned run : plan) {
            Finished row = done.get(run.key());
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// @return whether all runs are made; otherwise there was an interrupt, which is over
    private boolean make(List<Planned> left, int threads) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(threads, left.size()),
                Thread.ofPlatform().name("fathom-run-", 1).daemon().factory());
        try {
            CompletionService<Finished> service = new ExecutorCompletionService<>(pool);
            left.forEach(run -> service.submit(() -> attempt(run)));
            for (int i = 0; i < left.size(); i++) {
                keep(service.take().get());
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("a run broke off: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private Finished attempt(Planned run) throws InterruptedException, IOException {
        return new Attempt(experiment, run, references, experiment.logging() ? folder.log(run.key()) : null).make();
    }

    private void keep(Finished row) throws IOException {
        folder.append(row);
        done.put(row.key(), row);
        spent += row.key().budget();
        watcher.finished(standing(), row);
    }

    private List<Planned> done(List<Planned> runs) {
        return runs.stream().filter(run -> done.containsKey(run.key())).toList();
    }

    private Watcher.Standing standing() {
        return new Watcher.Standing(plan.size(), done.size(), budget, spent);
    }
}
