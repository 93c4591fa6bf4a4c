package dev.fathom.lab;

import dev.fathom.algorithm.Catalog;
import dev.fathom.algorithm.Recipe;
import java.util.List;
import java.util.regex.Pattern;

/// An optimizer that takes part in an experiment.
///
/// @param name how tables call it: letters, digits and `. _ + - ~`, such as `BIPOP-CMA`
/// @param recipe how it searches
public record Contestant(String name, Recipe recipe) {

    private static final Pattern NAME = Pattern.compile("[\\w.+~-]+");

    /// @throws IllegalArgumentException if the name has other characters, which would not suit files and tables
    public Contestant {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name for tables and files. Maybe use letters, digits and . _ + - ~ only?");
        }
    }

    /// A registered optimizer.
    ///
    /// @throws IllegalArgumentException if the name is unknown; the message proposes the nearest names
    public static Contestant named(String name) {
        return new Contestant(name, Catalog.entry(name).recipe());
    }

    /// Every registered optimizer, other names of the same left out.
    public static List<Contestant> all() {
        return Catalog.all().stream()
                .filter(entry -> entry.aliasOf() == null)
                .map(entry -> new Contestant(entry.name(), entry.recipe()))
                .toList();
    }

    /// Name and recipe, on one line.
    @Override
    public String toString() {
        return name + " = " + recipe;
    }
}
