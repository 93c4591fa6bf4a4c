package dev.fathom.event;

/// Sees what happens during a run. Called from one thread at a time; what it throws ends the run.
@FunctionalInterface
public interface Observer {

    /// Something happened.
    void on(Event event);
}
