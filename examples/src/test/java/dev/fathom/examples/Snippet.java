package dev.fathom.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A piece of Java in a document or in the documentation of a class, between lines of three backticks.
///
/// @param place file and number of the piece within it
/// @param text its lines
record Snippet(String place, String text) {

    private static final Pattern IN_DOCUMENTS = Pattern.compile("(?ms)^```java\\n(.*?)^```");
    private static final Pattern IN_SOURCES = Pattern.compile("(?ms)^ *///? ?```java\\n(.*?)^ */// ```");

    /// What stands before pieces that do not say what they use.
    private static final List<String> IMPORTS = List.of(
            "java.nio.file.*",
            "java.util.*",
            "java.util.stream.*",
            "dev.fathom.*",
            "dev.fathom.algorithm.*",
            "dev.fathom.algorithms.catalog.*",
            "dev.fathom.algorithms.enomad.Enomad",
            "dev.fathom.algorithms.genetic.Operator",
            "dev.fathom.algorithms.nes.Snes",
            "dev.fathom.lab.*",
            "dev.fathom.mlflow.*",
            "dev.fathom.observe.*",
            "dev.fathom.problems.*",
            "dev.fathom.space.*",
            "dev.fathom.tensor.*",
            "dev.fathom.testkit.*",
            "dev.fathom.torch.*",
            "org.junit.jupiter.api.*",
            "static dev.fathom.examples.Given.*",
            "static dev.fathom.space.Space.*");

    /// All of them below a folder.
    static List<Snippet> below(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.toString().contains("/target/"))
                    .filter(file ->
                            file.toString().endsWith(".md") || file.toString().matches(".*/src/main/java/.*\\.java"))
                    .sorted()
                    .flatMap(file -> in(root, file).stream())
                    .toList();
        }
    }

    private static List<Snippet> in(Path root, Path file) {
        boolean document = file.toString().endsWith(".md");
        List<Snippet> found = new ArrayList<>();
        try {
            Matcher matcher = (document ? IN_DOCUMENTS : IN_SOURCES).matcher(Files.readString(file));
            while (matcher.find()) {
                String text = document ? matcher.group(1) : matcher.group(1).replaceAll("(?m)^ */// ?", "");
                found.add(new Snippet(root.relativize(file) + " " + (found.size() + 1), text.strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /// A file that holds it, as a program, members of a class, statements or an expression.
    String program() {
        String imports = IMPORTS.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining());
        String own = lines("import ");
        String body = text.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        return imports + own + (body.contains("void main(") ? body : "class Program {\n" + member(body) + "\n}\n");
    }

    private String lines(String start) {
        return text.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String member(String body) {
        if (body.startsWith("@")) {
            return body;
        }
        String last = body.lines().reduce("", (before, line) -> line);
        boolean statements = last.contains(";") || last.endsWith("}");
        return "void piece() throws Exception {\n" + (statements ? body : "Object it = " + body + ";") + "\n}";
    }

    @Override
    public String toString() {
        return place;
    }
}
