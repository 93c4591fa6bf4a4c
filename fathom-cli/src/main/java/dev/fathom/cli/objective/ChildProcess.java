package dev.fathom.cli.objective;

import java.util.ArrayList;
import java.util.List;

/// What commands and workers need of processes.
public final class ChildProcess {

    private static final int SIGINT_EXIT = 130;
    private static final long LONG_PAUSE_MS = 1000;
    private static final long SHORT_PAUSE_MS = 20;

    private ChildProcess() {}

    /// Kills a process and all that it started.
    static void kill(Process process) {
        killTree(process.toHandle());
    }

    private static void killTree(ProcessHandle root) {
        List<ProcessHandle> family = new ArrayList<>(root.descendants().toList());
        root.destroyForcibly();
        for (int i = 0; i < family.size(); i++) { // grows while members are found that were born meanwhile
            ProcessHandle member = family.get(i);
            member.descendants().filter(child -> !family.contains(child)).forEach(family::add);
            member.destroyForcibly();
        }
    }

    /// Kills everything that this process started, directly or not.
    public static void killAll() {
        ProcessHandle.current().children().forEach(ChildProcess::killTree);
    }

    /// Ctrl-C in a terminal reaches children as well as this process. So that their end does not count as a failure, a
    /// moment passes in which this run may be interrupted, too.
    ///
    /// @throws InterruptedException if it was
    static void awaitInterrupt(int exit) throws InterruptedException {
        Thread.sleep(exit == SIGINT_EXIT ? LONG_PAUSE_MS : SHORT_PAUSE_MS);
    }

    /// `exit code 3`, or the signal that a code above 128 stands for.
    static String describe(int exit) {
        return "exit code " + exit + (exit > 128 && exit < 160 ? " (killed by signal " + (exit - 128) + ")" : "");
    }

    /// The reason of a failure with the end of what the program wrote to its standard error.
    static String withErrors(String reason, List<String> errors) {
        return errors.isEmpty() ? reason : reason + ": " + Reply.shorten(String.join(" | ", errors));
    }
}
