package dev.fathom.cli;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;

/// The one place from which reports are written.
final class ReportFile {

    private ReportFile() {}

    /// Writes the report of a journal.
    static void write(Path journal, Path html) {
        try {
            Class.forName("dev.fathom.cli.report.HtmlReport")
                    .getMethod("write", Path.class, Path.class)
                    .invoke(null, journal, html);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot write the report " + html + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this build cannot write reports: " + e, e);
        }
    }
}
