package dev.fathom.cli.nomad;

import dev.fathom.cli.study.BadInput;
import dev.fathom.internal.words.NearWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A parameter file, as lines in today's words.
///
/// @param source what errors begin with
/// @param folder where it lies: the files that it names begin there
/// @param lines what has a meaning here
/// @param idle names that have none
record ParameterFile(String source, Path folder, List<Line> lines, List<String> idle) {

    ParameterFile {
        lines = List.copyOf(lines);
        idle = List.copyOf(idle);
    }

    /// The text of a file.
    ///
    /// @throws BadInput if it cannot be read
    static String text(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + " is a folder. Maybe " + file.resolve("param.txt") + "?");
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput("there is no file " + file + ". Maybe the path is wrong: the current folder is "
                    + Path.of("").toAbsolutePath() + "?");
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInput("cannot read " + file + ": " + e.getMessage() + ". Maybe its permissions are wrong?");
        }
    }

    /// Reads a text.
    ///
    /// @throws BadInput if there is a name that NOMAD does not have, or a line is not complete
    static ParameterFile of(String source, Path folder, String text) {
        List<Line> lines = new ArrayList<>();
        List<String> idle = new ArrayList<>();
        for (Line line : ParameterText.lines(source, text)) {
            if (Vocabulary.hasNoEffect(line.name())) {
                idle.add(line.name());
            } else if (Vocabulary.names().contains(line.name())) {
                lines.add(Vocabulary.modern(line));
            } else {
                throw new BadInput(source + ": line " + line.number() + ": there is no parameter " + line.name() + "."
                        + NearWords.maybe(line.name(), Vocabulary.names()));
            }
        }
        return new ParameterFile(source, folder, lines, idle);
    }

    /// The lines of a name.
    List<Line> all(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).toList();
    }

    /// The last line of a name.
    Optional<Line> last(String name) {
        return all(name).stream().reduce((first, second) -> second);
    }

    /// The same with one line of a name in place of all others of it.
    ParameterFile with(String name, String text) {
        List<Line> changed = new ArrayList<>(lines);
        changed.removeIf(line -> line.name().equals(name));
        changed.add(new Line(name, text, 0));
        return new ParameterFile(source, folder, changed, idle);
    }

    /// An error about a line, with the message of another one.
    BadInput error(Line line, IllegalArgumentException cause) {
        return error(line, String.valueOf(cause.getMessage()));
    }

    /// An error about a line.
    BadInput error(Line line, String message) {
        return new BadInput(source + (line.number() > 0 ? ": line " + line.number() : "") + ": " + message);
    }

    /// An error about a parameter, at its last line if it has one.
    BadInput error(String name, String message) {
        return last(name).map(line -> error(line, message)).orElseGet(() -> new BadInput(source + ": " + message));
    }
}
