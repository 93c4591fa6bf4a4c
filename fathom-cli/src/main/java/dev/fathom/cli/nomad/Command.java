package dev.fathom.cli.nomad;

import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.algorithms.mads.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The words of `BB_EXE`. The first one names a program beside the parameter file, unless it begins with `$`; so does
/// any other word that names a file there. Signs that only a shell understands bring one in.
final class Command {

    private static final Pattern SHELL = Pattern.compile(".*[|<>&;*?`].*");

    private Command() {}

    /// The program and its arguments.
    ///
    /// @throws dev.fathom.cli.study.BadInput if there is none
    static List<String> words(ParameterFile file, Settings settings) {
        List<String> words = new ArrayList<>();
        for (String word : settings.get(Parameters.BB_EXE).strip().split("\\s+", -1)) {
            words.add(words.isEmpty() ? program(word, file.folder()) : argument(word, file.folder()));
        }
        if (words.getFirst().isEmpty()) {
            throw file.error("BB_EXE", "BB_EXE is missing. Maybe BB_EXE \"$python3 bb.py\", or BB_EXE bb.sh?");
        }
        return words.stream().anyMatch(word -> SHELL.matcher(word).matches())
                ? List.of("sh", "-c", String.join(" ", words) + " \"$0\"")
                : List.copyOf(words);
    }

    private static String program(String word, Path folder) {
        boolean isBeside = !word.isEmpty() && !word.startsWith("$") && !word.contains("/");
        return isBeside ? "./" + word : argument(word, folder);
    }

    private static String argument(String word, Path folder) {
        if (word.startsWith("$")) {
            return word.substring(1);
        }
        boolean isBeside =
                word.matches("[\\w.+-]+") && !word.startsWith("-") && Files.isExecutable(folder.resolve(word));
        return isBeside && Files.isRegularFile(folder.resolve(word)) ? "./" + word : word;
    }
}
