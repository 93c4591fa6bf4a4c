package dev.fathom.cli.objective;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The end of a text file that may be large.
final class LastLines {

    private static final int WINDOW = 1 << 16;

    private LastLines() {}

    /// The last `count` lines that are not blank, in order, stripped.
    static List<String> of(Path file, int count) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            int size = (int) Math.min(WINDOW, access.length());
            byte[] bytes = new byte[size];
            access.seek(access.length() - size);
            access.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        }
    }
}
