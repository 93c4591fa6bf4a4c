package dev.fathom.cli;

import dev.fathom.algorithms.mads.Parameter;
import dev.fathom.algorithms.mads.Parameter.Subject;
import dev.fathom.algorithms.mads.Parameters;
import dev.fathom.cli.study.BadInput;
import dev.fathom.internal.words.NearWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The parameters of MADS, for people: as text fitted to a width, or as a page of the documentation.
final class MadsTable {

    /// The command that writes the page.
    static final String COMMAND = "./fathom explain mads --markdown > docs/mads-parameters.md";

    private static final String INDENT = "    ";
    private static final String HEAD = """
            # Parameters of MADS

            Mesh adaptive direct search takes these parameters, from Java as `Settings` and in parameter files of NOMAD 4
            (`fathom run --nomad param.txt`). Names and defaults are those of NOMAD where it has them. This page is written by
            `""" + COMMAND + "`.\n";

    private MadsTable() {}

    /// Lines of at most `width` characters where words allow it.
    ///
    /// @param filter part of a name, or a subject; empty for all
    /// @throws BadInput if nothing matches
    static List<String> text(String filter, int width) {
        List<String> lines = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            List<Parameter<?>> rows = rows(subject, filter);
            if (!rows.isEmpty()) {
                lines.add((lines.isEmpty() ? "" : "\n") + title(subject));
                rows.forEach(row -> lines.addAll(entry(row, width)));
            }
        }
        if (lines.isEmpty()) {
            throw new BadInput("there is no parameter of MADS with '" + filter + "' in its name."
                    + NearWords.maybe(
                            filter,
                            Parameters.all().stream().map(Parameter::name).toList()));
        }
        return lines;
    }

    /// The page.
    static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Subject subject : Subject.values()) {
            page.append("\n## ")
                    .append(title(subject))
                    .append("\n\n| name | type | default | values | |\n|---|---|---|---|---|\n");
            for (Parameter<?> row : rows(subject, "")) {
                page.append("| `").append(row.name()).append("` | ");
                page.append(escaped(row.format().type())).append(" | ");
                page.append(escaped(standard(row))).append(" | ");
                page.append(escaped(row.format().range())).append(" | ");
                page.append(escaped(row.help())).append(" |\n");
            }
        }
        return page.toString();
    }

    private static List<Parameter<?>> rows(Subject subject, String filter) {
        String part = filter.toUpperCase(Locale.ROOT);
        return Parameters.all().stream()
                .filter(row -> row.subject() == subject)
                .filter(row -> row.name().contains(part) || title(subject).equalsIgnoreCase(filter))
                .toList();
    }

    private static String title(Subject subject) {
        return switch (subject) {
            case PROBLEM -> "Problem";
            case RUN -> "Run";
            case MESH -> "Mesh";
            case POLL -> "Poll";
            case SEARCH -> "Search";
            case QUEUE -> "Evaluation";
            case CONSTRAINTS -> "Constraints";
            case OTHERS -> "Other algorithms";
        };
    }

    private static String standard(Parameter<?> row) {
        String text = row.standardText().replace("\n", " / ");
        return text.isEmpty() ? "none" : text;
    }

    private static List<String> entry(Parameter<?> row, int width) {
        List<String> lines = new ArrayList<>();
        lines.addAll(wrapped(row.name() + "  " + row.format().type() + ", default " + standard(row), "  ", width));
        lines.addAll(wrapped(row.help(), INDENT, width));
        if (!row.format().range().equals("a text") && !row.format().type().equals("yes/no")) {
            lines.addAll(wrapped("Values: " + row.format().range() + ".", INDENT, width));
        }
        return lines;
    }

    /// Breaks a text at blanks; later lines are indented deeper than the name of a parameter.
    private static List<String> wrapped(String text, String indent, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > width && !line.toString().isBlank()) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(INDENT);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("*", "\\*");
    }
}
