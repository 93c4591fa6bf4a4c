package dev.fathom.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fathom resume`.
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        header = "Continue a run exactly where it was interrupted or killed.",
        description = {
            "",
            "The journal holds the whole study, so the study file is not read again. "
                    + "What was evaluated is not evaluated again.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  fathom resume xz.journal", "  fathom resume xz.journal --json > result.json"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:done",
            "  1:all evaluations failed",
            "  2:the journal cannot be continued",
            "130:interrupted; the run can be resumed"
        })
final class ResumeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "JOURNAL", description = "The journal of the run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        JournalFile earlier = JournalFile.read(journal);
        StudyPlan plan = StudyPlan.of(earlier, options.classpath());
        Console console = Console.of(spec);
        if (!options.quiet) {
            console.remark(earlier.stopped()
                    .map(reason -> journal + " is finished: " + reason)
                    .orElse("continuing " + journal + " after "
                            + earlier.results().size() + " evaluations"));
        }
        return new Session(plan, journal, options.report(journal), console, options.quiet, options.json).run();
    }
}
