package dev.fathom.cli.objective;

import dev.fathom.Evaluator;
import dev.fathom.algorithms.mads.OutputType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A program that is given the name of a file with points, one per line, and answers with one line of outputs for each:
/// the protocol of NOMAD.
///
/// @param words the program and its first arguments; the file's name is the last one
/// @param folder where it runs
/// @param temporary where the files are; empty for the system's folder
/// @param outputs what it answers, in order
/// @param isPrinted whether it prints the outputs, rather than writing them to the file's name with `.output` added
public record BlackBox(
        List<String> words, Path folder, Optional<Path> temporary, List<OutputType> outputs, boolean isPrinted) {

    public BlackBox {
        words = List.copyOf(words);
        outputs = List.copyOf(outputs);
    }

    /// Looks for the program.
    ///
    /// @param where what errors begin with
    /// @throws BadInput if it cannot be started
    public void require(String where) {
        Programs.require(where, words.getFirst(), folder);
    }

    /// Evaluators of settings, one per worker.
    ///
    /// @param block how many points it is asked for at once
    /// @param texts the coordinates of a setting as it reads them
    /// @param known answers that are known without asking
    /// @param answers where the words of an answer are left, by the number of the trial
    public Evaluator.Factory<Map<String, Object>> evaluators(
            int block,
            Function<Map<String, Object>, List<String>> texts,
            Function<Map<String, Object>, Optional<List<String>>> known,
            ConcurrentMap<Long, List<String>> answers) {
        @Nullable Blocks blocks = block > 1 ? new Blocks(block) : null;
        return () -> new BlackBoxEvaluator(open(), blocks, texts, known, answers);
    }

    /// Something that asks it.
    Session open() throws IOException {
        return new Session(this, temporary.isPresent() ? new Launcher(folder, temporary.get()) : new Launcher(folder));
    }

    /// Asks the black box, one question at a time.
    record Session(BlackBox box, Launcher launcher) implements AutoCloseable {

        /// The answers for some points, in order.
        ///
        /// @param points the texts of their coordinates, `[n][d]`
        List<Answer> ask(List<List<String>> points) throws IOException, InterruptedException {
            Path file = launcher.scratch(".point");
            Path output = file.resolveSibling(file.getFileName() + ".output");
            try {
                Files.write(file, points.stream().map(x -> String.join(" ", x)).toList());
                List<String> words = new ArrayList<>(box.words);
                words.add(file.toString());
                return launcher.run(
                        words,
                        environment -> {},
                        "",
                        (exit, out, errors) -> box.answers(points.size(), exit, box.isPrinted ? out : output, errors));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(output);
            }
        }

        @Override
        public void close() {
            launcher.close();
        }
    }

    private List<Answer> answers(int count, int exit, Path out, List<String> errors) throws IOException {
        if (exit != 0) {
            return all(count, ChildProcess.withErrors(ChildProcess.describe(exit), errors));
        }
        if (!Files.exists(out)) {
            return all(count, ChildProcess.withErrors("there is no file of outputs, exit code 0", errors));
        }
        List<String> lines = Arrays.asList(Files.readString(out).stripTrailing().split("\\R", -1));
        if (lines.stream().allMatch(String::isBlank)) {
            return all(count, ChildProcess.withErrors("no output, exit code 0", errors));
        }
        if (count == 1) {
            return List.of(Answer.of(wordsOfOne(lines), outputs));
        }
        if (lines.size() < count) {
            return all(count, "there are " + lines.size() + " lines of output for " + count + " points");
        }
        return lines.subList(lines.size() - count, lines.size()).stream()
                .map(line ->
                        line.isBlank() ? Answer.failed("the line of output is empty") : Answer.of(split(line), outputs))
                .toList();
    }

    /// All words; where there are more than outputs, those of the last line that has the right number.
    private List<String> wordsOfOne(List<String> lines) {
        List<String> all = split(String.join(" ", lines));
        return all.size() == outputs.size()
                ? all
                : lines.stream()
                        .map(BlackBox::split)
                        .filter(line -> line.size() == outputs.size())
                        .reduce((first, second) -> second)
                        .orElse(all);
    }

    private static List<Answer> all(int count, String reason) {
        return Collections.nCopies(count, Answer.failed(reason));
    }

    private static List<String> split(String line) {
        return Arrays.stream(line.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
