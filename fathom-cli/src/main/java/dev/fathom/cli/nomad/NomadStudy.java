package dev.fathom.cli.nomad;

import dev.fathom.Study;
import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.cli.study.StudyFile;
import dev.fathom.space.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A parameter file of NOMAD 4 made into a study that can run.
///
/// @param file what the command line needs to know of it; its content is what a journal keeps
/// @param space the variables `x0 …`
/// @param study without journal and progress
/// @param output what it wants written besides the journal
/// @param notes what the user should know
public record NomadStudy(
        StudyFile file,
        Space<Map<String, Object>> space,
        Study<Map<String, Object>> study,
        Output output,
        List<String> notes) {

    /// The key of a journal under which the lines of a parameter file are.
    public static final String KEY = "nomad";

    /// Seeds that are drawn have at most 31 bits.
    private static final long MOST_SEED = (1L << 31) - 1;

    /// Reads a parameter file.
    ///
    /// @param overrides lines that hold in place of those of the file, by the names of their parameters
    /// @param asynchronous whether results are learned as they arrive
    /// @throws BadInput if anything in it cannot be used
    public static NomadStudy read(Path path, Map<String, String> overrides, boolean asynchronous) {
        Path absolute = path.toAbsolutePath().normalize();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        ParameterFile file = ParameterFile.of(path.toString(), folder, ParameterFile.text(path));
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            file = file.with(override.getKey(), override.getValue());
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(KEY, file.lines().stream().map(Line::toString).toList());
        Map<String, String> files = files(file);
        if (!files.isEmpty()) {
            content.put("files", files);
        }
        if (isDrawn(file)) {
            content.put("drawn", System.nanoTime() & MOST_SEED);
        }
        if (asynchronous) {
            content.put("asynchronous", true);
        }
        return new StudyBuilder(file, name(absolute), content).study();
    }

    private static boolean isDrawn(ParameterFile file) {
        return SettingsReader.read(file).get(Parameters.SEED) < 0;
    }

    /// The study of a journal's header.
    ///
    /// @param source what errors begin with
    /// @param content what [StudyFile#content] said when the journal was begun
    public static NomadStudy of(String source, String name, Path folder, Map<String, Object> content) {
        List<String> lines = content.get(KEY) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        ParameterFile file = ParameterFile.of(source, folder, String.join("\n", lines));
        return new StudyBuilder(file, name, Collections.unmodifiableMap(content)).study();
    }

    /// Whether a journal with this content is one of the same study, begun when the files that it names may have been
    /// others, and with another seed if that was drawn.
    public boolean isContinuedBy(Map<?, ?> content) {
        return Set.of(KEY, "asynchronous").stream()
                .allMatch(key -> equal(file.content().get(key), content.get(key)));
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        return one == null ? other == null : one.equals(other);
    }

    /// The texts of the files with points that are named.
    private static Map<String, String> files(ParameterFile file) {
        Map<String, String> texts = new LinkedHashMap<>();
        int dimension = Variables.dimension(SettingsReader.read(file));
        for (Line line : file.all("X0")) {
            String name = Starts.fileOf(line, dimension);
            if (!name.isEmpty()) {
                if (!Files.isRegularFile(file.folder().resolve(name))) {
                    throw file.error(
                            line,
                            "X0: there is no file " + file.folder().resolve(name)
                                    + ". Maybe X0 ( v0 v1 … ), or X0 * v for all variables?");
                }
                texts.put(name, ParameterFile.text(file.folder().resolve(name)));
            }
        }
        for (String name : file.last("CACHE_FILE").map(Line::words).orElse(new ArrayList<>())) {
            if (Files.isRegularFile(file.folder().resolve(name))) {
                texts.put(name, ParameterFile.text(file.folder().resolve(name)));
            }
        }
        return texts;
    }

    /// What the study is called: the file's name without ending, or the folder's if that says nothing.
    private static String name(Path file) {
        String full = String.valueOf(file.getFileName());
        int dot = full.lastIndexOf('.');
        String stem = dot > 0 ? full.substring(0, dot) : full;
        Path folder = file.getParent();
        boolean saysNothing = Set.of("param", "params", "parameters", "nomad").contains(stem.toLowerCase(Locale.ROOT));
        return saysNothing && folder != null && folder.getFileName() != null
                ? folder.getFileName().toString()
                : stem;
    }
}
