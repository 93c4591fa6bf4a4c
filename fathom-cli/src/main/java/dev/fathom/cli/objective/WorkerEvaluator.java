package dev.fathom.cli.objective;

import dev.fathom.Evaluator;
import dev.fathom.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Asks a program that runs all the time: one JSON line `{"id":…,"parameters":{…}}` is answered by one JSON line
/// `{"id":…,"loss":…}`. A program that died or answered something else is started anew for the next evaluation.
final class WorkerEvaluator implements Evaluator<Map<String, Object>> {

    private static final String HINT = ". Maybe it should write messages to standard error?";

    private final List<String> words;
    private final Function<Map<String, Object>, Bindings> bind;
    private final Path folder;
    private volatile @Nullable WorkerProcess worker;

    WorkerEvaluator(List<String> words, Function<Map<String, Object>, Bindings> bind, Path folder) {
        this.words = words;
        this.bind = bind;
        this.folder = folder;
    }

    @Override
    public Outcome evaluate(Map<String, Object> value) throws IOException, InterruptedException {
        return evaluate(0, value);
    }

    @Override
    public Outcome evaluate(long id, Map<String, Object> value) throws IOException, InterruptedException {
        WorkerProcess process = worker;
        if (process == null) {
            process = WorkerProcess.start(words, folder);
            worker = process;
        }
        boolean sound = false;
        try {
            Optional<String> answer = ask(process, id, value);
            if (answer.isEmpty()) {
                return Outcome.failed(process.obituary());
            }
            Outcome outcome = outcome(answer.get(), id);
            sound = true;
            return outcome;
        } catch (Reply.Garbage e) {
            return Outcome.failed("the worker's answer is of no use: " + e.getMessage() + HINT);
        } finally {
            if (!sound) {
                close();
            }
        }
    }

    private Optional<String> ask(WorkerProcess process, long id, Map<String, Object> value)
            throws InterruptedException, Reply.Garbage {
        Optional<String> unasked = process.unasked();
        if (unasked.isPresent()) {
            throw new Reply.Garbage("it wrote '" + Reply.shorten(unasked.get()) + "' without being asked");
        }
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", id);
        request.put("parameters", bind.apply(value).json());
        try {
            process.send(Bindings.write(request));
        } catch (IOException e) {
            return Optional.empty(); // it has died: the obituary says how
        }
        return process.receive();
    }

    private static Outcome outcome(String line, long id) throws Reply.Garbage {
        Map<?, ?> reply = Reply.object(line);
        boolean isSame = reply.get("id") instanceof Number number
                ? number.doubleValue() == id
                : Long.toString(id).equals(reply.get("id"));
        if (!isSame) {
            throw new Reply.Garbage(
                    "its id is " + Reply.shorten(String.valueOf(reply.get("id"))) + " where " + id + " was asked");
        }
        return Reply.outcome(reply);
    }

    @Override
    public void close() {
        WorkerProcess process = worker;
        worker = null;
        if (process != null) {
            process.kill();
        }
    }
}
