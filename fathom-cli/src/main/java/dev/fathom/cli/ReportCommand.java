package dev.fathom.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fathom report`.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        header = "Write the report of a journal: one HTML file that needs nothing else.",
        description = {"", "It may be written while the run goes on.", ""},
        footerHeading = "%nExamples:%n",
        footer = {"  fathom report xz.journal", "  fathom report xz.journal --out reports/xz.html"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the report cannot be written", "2:the journal cannot be read"})
final class ReportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "JOURNAL", description = "The journal of a run.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path journal;

    @Option(names = "--out", paramLabel = "FILE", description = "Default: beside the journal, with the ending .html.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        JournalFile.read(journal);
        Path html = out == null ? JournalPlace.report(journal) : out;
        ReportFile.write(journal, html);
        Console.of(spec).print(html.toString());
        return 0;
    }
}
