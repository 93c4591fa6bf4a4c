package dev.fathom.algorithms.mads;

/// A parameter of a MADS run: one row of the table [Parameters].
///
/// @param name in capitals, as in parameter files
/// @param format how values are read and written, and which are admissible
/// @param standard the default
/// @param subject what it is about
/// @param help one or two sentences
/// @param <T> the type of its values
public record Parameter<T>(String name, Format<T> format, T standard, Subject subject, String help) {

    /// What a parameter is about.
    public enum Subject {
        /// Variables, bounds, start, black box.
        PROBLEM,
        /// Budgets, seed and output.
        RUN,
        /// Mesh and frame.
        MESH,
        /// Poll directions.
        POLL,
        /// The search methods.
        SEARCH,
        /// Order, opportunism, blocks, cache.
        QUEUE,
        /// Barrier and filter.
        CONSTRAINTS,
        /// What other algorithms than plain MADS take.
        OTHERS
    }

    /// Reads a value.
    ///
    /// @throws IllegalArgumentException with the name, the text and the admissible values
    public T read(String text) {
        try {
            return format.read(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + " cannot be \"" + text.strip() + "\": " + e.getMessage() + ". Maybe " + format.range() + "?",
                    e);
        }
    }

    /// Checks a value given by a program rather than a text.
    ///
    /// @throws IllegalArgumentException as [#read]
    public T check(T value) {
        return read(format.write(value));
    }

    /// The default as text.
    public String standardText() {
        return format.write(standard);
    }

    @Override
    public String toString() {
        return name;
    }
}
