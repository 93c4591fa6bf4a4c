package dev.fathom.space;

import java.util.function.Supplier;

/// What is wrong with a space or a value, with the path of the parameter that it concerns.
final class Complaint extends IllegalArgumentException {

    private final String path;
    private final String problem;

    /// A problem of a parameter whose name is not known yet.
    Complaint(String problem) {
        this("", problem);
    }

    private Complaint(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.path = path;
        this.problem = problem;
    }

    /// The same problem seen from the parent, in which the parameter is called `name`.
    Complaint within(String name) {
        return new Complaint(Column.join(name, path), problem);
    }

    /// The result of `action`; what it complains of is said to concern `name`.
    static <T> T about(String name, Supplier<T> action) {
        try {
            return action.get();
        } catch (Complaint complaint) {
            throw complaint.within(name);
        }
    }
}
