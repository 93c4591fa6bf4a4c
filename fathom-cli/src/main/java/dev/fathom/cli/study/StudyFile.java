package dev.fathom.cli.study;

import dev.fathom.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A study as a file describes it, checked as far as it can be without looking at the space.
///
/// @param source the file's name, with which errors begin
/// @param name what the study is called; its journal and report are named after it
/// @param folder where the file lies: commands run there, and paths in the file begin there
/// @param content what the file says, after the options of the command line
/// @param space descriptions of the parameters by name; empty if the objective brings its own
/// @param constraints cheap constraints as formulas on the parameters
/// @param objective what is evaluated
/// @param directions one per objective
/// @param blackBoxConstraints how many constraint values an evaluation reports
/// @param noisy whether two evaluations of one setting may differ
/// @param optimizer a registered name
/// @param budget number of evaluations
/// @param workers evaluations at once
/// @param seed of all random numbers
/// @param timeout the longest time of an evaluation
/// @param asynchronous whether results are learned as they arrive
/// @param stop when the run ends besides its budget
/// @param journal where it is to be written
/// @param suggest settings to evaluate first
/// @param baseline what the result is compared with
public record StudyFile(
        String source,
        String name,
        Path folder,
        Map<String, Object> content,
        Map<String, Object> space,
        List<String> constraints,
        ObjectiveText objective,
        List<Direction> directions,
        int blackBoxConstraints,
        boolean noisy,
        String optimizer,
        OptionalLong budget,
        int workers,
        long seed,
        Optional<Duration> timeout,
        boolean asynchronous,
        StopRules stop,
        Optional<Path> journal,
        List<Map<String, Object>> suggest,
        Optional<Baseline> baseline) {

    /// What the objective is.
    public enum Kind {
        /// A program started for every evaluation.
        COMMAND,
        /// A program started once per worker.
        WORKER,
        /// A Java class.
        CLASS,
        /// A named test problem.
        PROBLEM
    }

    /// The objective as the file names it.
    ///
    /// @param words the program and its arguments, or the one name of a class or problem
    /// @param classpath jars and folders in which the class is looked for, resolved against the study's folder
    public record ObjectiveText(Kind kind, List<String> words, List<Path> classpath) {}

    /// When a run ends besides its budget.
    public record StopRules(OptionalDouble target, Optional<Duration> time, OptionalLong stagnation) {

        /// Whether there is none.
        public boolean isEmpty() {
            return target.isEmpty() && time.isEmpty() && stagnation.isEmpty();
        }
    }

    /// What the result is compared with: a number, or a command whose last line of output is one.
    ///
    /// @param name how it is called
    /// @param value the number, if it is known
    /// @param command the words of the command, if it must be measured
    public record Baseline(String name, OptionalDouble value, List<String> command) {}
}
