package dev.fathom.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `run` and `resume` have in common.
final class RunOptions {

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where the report is written. Default: beside the journal, with the ending .html.")
    private @Nullable Path report;

    @Option(names = "--quiet", description = "No progress and no remarks.")
    boolean quiet;

    @Option(
            names = "--json",
            description = "One JSON document with the result on standard output, and nothing else there.")
    boolean json;

    @Option(
            names = "--classpath",
            paramLabel = "PATHS",
            description = "Jars and folders of a Java objective, separated by ':'.")
    private @Nullable String classpath;

    Path report(Path journal) {
        return report == null ? JournalPlace.report(journal) : report;
    }

    List<Path> classpath() {
        return classpath == null
                ? List.of()
                : Arrays.stream(classpath.split(File.pathSeparator))
                        .filter(place -> !place.isBlank())
                        .map(Path::of)
                        .toList();
    }
}
