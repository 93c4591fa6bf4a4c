package dev.fathom.cli;

import dev.fathom.Outcome;
import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.cli.Progress.Earlier;
import dev.fathom.cli.Summary.Comparison;
import dev.fathom.cli.nomad.Output;
import dev.fathom.cli.objective.Objectives;
import dev.fathom.cli.study.StudyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run of a study from the command line, new or resumed: progress, interruption, report, summary.
///
/// @param plan what to run
/// @param journal where it is written
/// @param report where the report goes
/// @param console where it shows itself
/// @param isQuiet whether progress and remarks are left out
/// @param asJson whether the summary is a JSON document
record Session(StudyPlan plan, Path journal, Path report, Console console, boolean isQuiet, boolean asJson) {

    /// Runs it; returns the exit code.
    int run() {
        try (CtrlC ctrlC = new CtrlC()) {
            Optional<Comparison> baseline = measure();
            Result<Map<String, Object>> result = evaluate();
            boolean interrupted = ctrlC.settle();
            Summary summary = new Summary(
                    plan.file(), plan.space(), result, JournalFile.read(journal), baseline, writeReport(result));
            if (asJson) {
                console.print(JsonText.pretty(summary.json()));
            } else {
                SummaryText.lines(summary).forEach(console::print);
            }
            return interrupted && !result.complete() ? Fathom.INTERRUPTED : summary.exitCode();
        }
    }

    private void remark(String line) {
        if (!isQuiet) {
            console.remark(line);
        }
    }

    private Result<Map<String, Object>> evaluate() {
        Optional<JournalFile> begun =
                JournalPlace.isBegun(journal) ? Optional.of(JournalFile.read(journal)) : Optional.empty();
        Earlier earlier = begun.map(Earlier::of).orElse(Earlier.none());
        var study = written(plan.study().journal(journal).describedAs(plan.description(journal)), begun);
        if (isQuiet || plan.output().filter(Output::isSilent).isPresent() || showsItself()) {
            return study.run();
        }
        try (Progress progress = Progress.of(console, plan.file(), earlier)) {
            return study.observe(progress).run();
        }
    }

    /// The study with what writes the files that a parameter file names.
    private Study<Map<String, Object>> written(Study<Map<String, Object>> study, Optional<JournalFile> begun) {
        return plan.output()
                .map(output -> study.observe(
                        output.open(begun.map(JournalFile::results).orElse(List.of()), this::remark)))
                .orElse(study);
    }

    /// Whether lines of the kind that a parameter file asks for take the place of the progress.
    private boolean showsItself() {
        return plan.output().filter(Output::isShown).isPresent();
    }

    /// The baseline's value. One that cannot be measured is no reason not to run.
    private Optional<Comparison> measure() {
        Optional<StudyFile.Baseline> wanted = plan.file().baseline();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        String name = wanted.get().name();
        if (wanted.get().value().isPresent()) {
            return Optional.of(new Comparison(name, wanted.get().value().getAsDouble()));
        }
        return switch (Objectives.measure(wanted.get().command(), plan.file().folder())) {
            case Outcome.Values values -> Optional.of(new Comparison(name, values.losses()[0]));
            case Outcome.Failed failed -> {
                remark((name.equals("baseline") ? "the baseline" : "the baseline " + name) + " cannot be measured: "
                        + failed.reason());
                yield Optional.empty();
            }
        };
    }

    private Optional<Path> writeReport(Result<?> result) {
        if (result.evaluations() == 0) {
            return Optional.empty();
        }
        try {
            ReportFile.write(journal, report);
            return Optional.of(report);
        } catch (RuntimeException e) {
            remark("no report: "
                    + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
            return Optional.empty();
        }
    }
}
