package dev.fathom.algorithms.enomad;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who sees the generations. Watching does not change a search: all watchers are equal and print alike, so that a
/// journal goes on with another one.
public final class Watcher {

    /// Sees nothing.
    public static final Watcher NOBODY = new Watcher(null);

    private final @Nullable Consumer<? super Generation> consumer;

    private Watcher(@Nullable Consumer<? super Generation> consumer) {
        this.consumer = consumer;
    }

    /// Passes every generation on, also those repeated from a journal. Called from the thread of the search.
    public static Watcher of(Consumer<? super Generation> consumer) {
        return new Watcher(consumer);
    }

    boolean isPresent() {
        return consumer != null;
    }

    void see(Generation generation) {
        if (consumer != null) {
            consumer.accept(generation);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Watcher;
    }

    @Override
    public int hashCode() {
        return Watcher.class.getName().hashCode();
    }

    @Override
    public String toString() {
        return "any";
    }
}
