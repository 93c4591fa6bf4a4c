package dev.fathom.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which file a run writes its journal to.
///
/// @param file the journal
/// @param remark what the user should know of it, empty if nothing
record JournalPlace(Path file, String remark) {

    /// The wanted file if it is new or unfinished, else the next numbered one that is.
    static JournalPlace of(Path wanted) {
        Path file = wanted;
        for (int number = 2; isFinished(file); number++) {
            file = numbered(wanted, number);
        }
        if (isBegun(file)) {
            int count = JournalFile.read(file).results().size();
            return new JournalPlace(
                    file, "continuing " + file + " after " + count + " evaluations; --fresh begins anew");
        }
        return new JournalPlace(file, file.equals(wanted) ? "" : wanted + " is finished: beginning " + file);
    }

    /// The wanted file; if it exists, it is renamed to a numbered one before.
    static JournalPlace fresh(Path wanted) {
        if (!Files.exists(wanted)) {
            return new JournalPlace(wanted, "");
        }
        JournalFile.read(wanted); // only journals are moved
        int number = 1;
        while (Files.exists(numbered(wanted, number))) {
            number++;
        }
        Path kept = numbered(wanted, number);
        move(wanted, kept);
        move(early(wanted), early(kept));
        return new JournalPlace(wanted, "the earlier journal is kept as " + kept);
    }

    private static boolean isFinished(Path file) {
        return isBegun(file) && JournalFile.read(file).stopped().isPresent();
    }

    /// Whether the file exists and holds more than a torn header.
    static boolean isBegun(Path file) {
        try {
            if (!Files.exists(file)) {
                return false;
            }
            if (Files.isDirectory(file)) {
                return true; // reading it tells what is wrong
            }
            String text = Files.readString(file);
            return text.contains("\n") || !(text.isEmpty() || text.startsWith("{"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            if (Files.exists(from)) {
                Files.move(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path early(Path file) {
        return file.resolveSibling(file.getFileName() + ".early");
    }

    /// `xz.journal` becomes `xz-2.journal`.
    private static Path numbered(Path file, int number) {
        return file.resolveSibling(stem(file) + "-" + number + ".journal");
    }

    /// The file with another ending, in the same folder.
    static Path report(Path journal) {
        return journal.resolveSibling(stem(journal) + ".html");
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".journal") ? name.substring(0, name.length() - ".journal".length()) : name;
    }
}
