package dev.fathom.cli;

import dev.fathom.cli.report.HtmlReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// The one place from which reports are written.
final class ReportFile {

    private ReportFile() {}

    /// Writes the report of a journal.
    ///
    /// @throws UncheckedIOException if it cannot be written
    static void write(Path journal, Path html) {
        try {
            HtmlReport.write(journal, html);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(
                    "cannot write the report " + html + ": " + e.getMessage() + ". Maybe the folder does not exist?",
                    e));
        }
    }
}
