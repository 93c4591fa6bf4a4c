package dev.fathom.cli;

import dev.fathom.algorithm.Catalog;
import dev.fathom.problems.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fathom list`.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "List optimizers or problems.",
        description = {"", "The names are what study files and options take.", ""},
        footerHeading = "%nExamples:%n",
        footer = {
            "  fathom list optimizers",
            "  fathom list optimizers --json |",
            "    jq -r '.[] | select(.alias_of == null) | .name'",
            "  fathom list problems"
        })
final class ListCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /// Without a word on what, both are listed.
    @Override
    public void run() {
        Console console = Console.of(spec);
        console.print("optimizers");
        optimizerTable().lines("  ").forEach(console::print);
        console.print("");
        console.print("problems");
        problemTable().lines("  ").forEach(console::print);
        console.print("");
        console.print("sets of problems");
        setTable().lines("  ").forEach(console::print);
    }

    @Command(
            name = "optimizers",
            mixinStandardHelpOptions = true,
            header = "List the registered optimizers.",
            footerHeading = "%nExamples:%n",
            footer = {"  fathom list optimizers", "  fathom list optimizers --json"})
    int optimizers(
            @Option(names = "--json", description = "An array of objects with name, family, alias_of, summary.")
                    boolean json) {
        print(json, Catalog.all().stream().map(ListCommand::json).toList(), optimizerTable());
        return 0;
    }

    @Command(
            name = "problems",
            mixinStandardHelpOptions = true,
            header = "List the test problems, and the sets of them that `fathom bench` runs.",
            description = {"", "A name may be continued: rastrigin:d40 has 40 dimensions.", ""},
            footerHeading = "%nExamples:%n",
            footer = {"  fathom list problems", "  fathom list problems --json"})
    int problems(
            @Option(names = "--json", description = "An array of objects with name, kind (function or set), summary.")
                    boolean json) {
        Console console = Console.of(spec);
        if (json) {
            console.print(JsonText.pretty(problemMaps()));
            return 0;
        }
        problemTable().lines("").forEach(console::print);
        console.print("");
        console.print("sets, for fathom bench:");
        setTable().lines("  ").forEach(console::print);
        return 0;
    }

    private void print(boolean json, List<Map<String, @Nullable Object>> maps, Table table) {
        Console console = Console.of(spec);
        if (json) {
            console.print(JsonText.pretty(maps));
        } else {
            table.lines("").forEach(console::print);
        }
    }

    private static Map<String, @Nullable Object> json(Catalog.Entry entry) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", entry.name());
        map.put("family", entry.family());
        map.put("alias_of", entry.aliasOf());
        map.put("summary", entry.summary());
        return map;
    }

    private static Table optimizerTable() {
        Table table = new Table();
        Catalog.all().forEach(entry -> table.row(entry.name(), entry.family(), entry.summary()));
        return table;
    }

    private static List<Map<String, Object>> problemMaps() {
        List<Map<String, Object>> maps = new ArrayList<>();
        Problems.names().forEach((name, summary) -> maps.add(problemMap(name, "function", summary)));
        Problems.sets().forEach(set -> {
            Map<String, Object> map = problemMap(set.name(), "set", set.description());
            map.put("functions", set.functions());
            map.put("dimensions", set.dimensions());
            map.put("instances", set.instances());
            maps.add(map);
        });
        return maps;
    }

    private static Map<String, Object> problemMap(String name, String kind, String summary) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("kind", kind);
        map.put("summary", summary);
        return map;
    }

    private static Table setTable() {
        Table table = new Table();
        Problems.sets().forEach(set -> table.row(set.name(), set.functions().size() + " functions", set.description()));
        return table;
    }

    private static Table problemTable() {
        Table table = new Table();
        Problems.names().forEach(table::row);
        return table;
    }
}
