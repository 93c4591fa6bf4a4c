package dev.fathom.cli.objective;

import dev.fathom.Evaluator;
import dev.fathom.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Starts a program for every evaluation.
final class CommandEvaluator implements Evaluator<Map<String, Object>> {

    private final Template template;
    private final Function<Map<String, Object>, Bindings> bind;
    private final Launcher launcher;

    CommandEvaluator(Template template, Function<Map<String, Object>, Bindings> bind, Path folder) throws IOException {
        this.template = template;
        this.bind = bind;
        launcher = new Launcher(folder);
    }

    @Override
    public Outcome evaluate(Map<String, Object> value) throws IOException, InterruptedException {
        Bindings bindings = bind.apply(value);
        return launcher.run(
                template.fill(bindings.texts()),
                bindings::addTo,
                Bindings.write(bindings.json()) + "\n",
                CommandEvaluator::outcome);
    }

    private static Outcome outcome(int exit, Path out, List<String> errors) throws IOException {
        if (exit != 0) {
            return Outcome.failed(ChildProcess.withErrors(ChildProcess.describe(exit), errors));
        }
        List<String> last = LastLines.of(out, 1);
        if (last.isEmpty()) {
            return Outcome.failed(ChildProcess.withErrors("no output, exit code 0", errors));
        }
        try {
            return Reply.parse(last.getFirst());
        } catch (Reply.Garbage e) {
            return Outcome.failed(
                    ChildProcess.withErrors("the last line of output is no loss: " + e.getMessage(), errors));
        }
    }

    @Override
    public void close() {
        launcher.close();
    }
}
