package dev.fathom.cli.objective;

import dev.fathom.Evaluator;
import dev.fathom.Outcome;
import dev.fathom.cli.study.StudyFile;
import dev.fathom.cli.study.StudyReader;
import dev.fathom.cli.study.StudySpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Evaluators of study files with two parameters, `x` and `kind`.
final class Evaluators {

    static final Map<String, Object> VALUE = Map.of("x", 0.5, "kind", "b c");

    private Evaluators() {}

    /// An evaluator for an objective written as in a study file.
    static Evaluator<Map<String, Object>> open(Path folder, String objective) throws Exception {
        Path file = Files.writeString(folder.resolve("study.yaml"), """
                space: {x: {type: real, low: 0, high: 1}, kind: {type: choice, values: [a, "b c"]}}
                budget: 10
                objective:
                """ + objective.indent(2));
        StudyFile study = StudyReader.read(file, Map.of());
        return Objectives.of(study, StudySpace.of(study), List.of()).open();
    }

    static Path script(Path folder, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
        return file;
    }

    static String reason(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed ? failed.reason() : "no failure but " + outcome;
    }

    static double loss(Outcome outcome) {
        return outcome instanceof Outcome.Values values ? values.losses()[0] : Double.NaN;
    }
}
