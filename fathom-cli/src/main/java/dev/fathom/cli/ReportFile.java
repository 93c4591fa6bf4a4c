package dev.fathom.cli;

import dev.fathom.cli.report.HtmlReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The one place from which reports are written.
final class ReportFile {

    /// Larger journals do not fit a page that a browser can show.
    private static final long MOST_BYTES = 1L << 30;

    private ReportFile() {}

    /// Writes the report of a journal.
    ///
    /// @throws UncheckedIOException if it cannot be written
    static void write(Path journal, Path html) {
        try {
            long bytes = Files.size(journal);
            if (bytes > MOST_BYTES) {
                throw new IOException(
                        "the journal has " + bytes + " bytes, more than the " + MOST_BYTES + " that a report can show");
            }
            HtmlReport.write(journal, html);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(
                    "cannot write the report " + html + ": " + e.getMessage()
                            + ". Maybe the folder does not exist, or the journal is too large?",
                    e));
        }
    }
}
