package dev.fathom.cli;

import dev.fathom.Goal;
import dev.fathom.Problem;
import dev.fathom.Stop;
import dev.fathom.Study;
import dev.fathom.cli.nomad.NomadStudy;
import dev.fathom.cli.nomad.Output;
import dev.fathom.cli.objective.Objectives;
import dev.fathom.cli.study.BadInput;
import dev.fathom.cli.study.StudyFile;
import dev.fathom.cli.study.StudyReader;
import dev.fathom.cli.study.StudySpace;
import dev.fathom.problems.Problems;
import dev.fathom.space.Space;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A study file made into a study that can run.
///
/// @param file what was read
/// @param space its parameters
/// @param study without journal and observers
/// @param output what a parameter file wants written besides the journal
record StudyPlan(
        StudyFile file, Space<Map<String, Object>> space, Study<Map<String, Object>> study, Optional<Output> output) {

    /// Builds everything that can be wrong before the first evaluation.
    ///
    /// @param classpath where a Java class is looked for besides the study file's own places
    /// @throws BadInput if anything cannot be used
    static StudyPlan of(StudyFile file, List<Path> classpath) {
        Space<Map<String, Object>> space = StudySpace.of(file);
        Study<Map<String, Object>> study =
                Study.of(new Problem<>(space, Objectives.of(file, space, classpath), goal(file)));
        study = optimizer(study, file).workers(file.workers()).seed(file.seed());
        if (file.budget().isPresent()) {
            study = study.budget(file.budget().getAsLong());
        }
        if (file.timeout().isPresent()) {
            study = study.timeout(file.timeout().get());
        }
        if (file.asynchronous()) {
            study = study.asynchronous();
        }
        return new StudyPlan(file, space, suggest(stops(study, file), file, space), Optional.empty());
    }

    /// That of a parameter file.
    static StudyPlan of(NomadStudy nomad) {
        return new StudyPlan(nomad.file(), nomad.space(), nomad.study(), Optional.of(nomad.output()));
    }

    /// That of a journal that `fathom run` has begun.
    ///
    /// @throws BadInput if it was begun otherwise, or what it names is not there any more
    static StudyPlan of(JournalFile journal, List<Path> classpath) {
        Map<?, ?> words = journal.journal().map("study");
        if (!(words.get("file") instanceof Map<?, ?> content)) {
            throw new BadInput(
                    journal.file() + " was not written by `fathom run`, so it does not tell what to evaluate. "
                            + "Maybe the program that wrote it can continue it?");
        }
        String source = "study in " + journal.file();
        String name = String.valueOf(words.get("name"));
        Path home = journal.file().toAbsolutePath().normalize().getParent();
        Path folder = Path.of(String.valueOf(words.get("folder")));
        Path place = home == null ? folder : home.resolve(folder).normalize();
        Map<String, Object> copy = new LinkedHashMap<>();
        content.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return content.containsKey(NomadStudy.KEY)
                ? of(NomadStudy.of(source, name, place, copy))
                : of(StudyReader.of(source, name, place, copy), classpath);
    }

    /// Test problems know their constraints and noise, and the number of their objectives.
    static Goal goal(StudyFile file) {
        Goal stated = new Goal(file.directions(), file.blackBoxConstraints(), file.noisy());
        if (file.objective().kind() != StudyFile.Kind.PROBLEM) {
            return stated;
        }
        Goal goal = Problems.of(file.objective().words().getFirst()).goal();
        return goal.objectives() > 1
                ? goal
                : stated.withConstraints(goal.constraints()).withNoise(goal.noisy() || stated.noisy());
    }

    private static Study<Map<String, Object>> optimizer(Study<Map<String, Object>> study, StudyFile file) {
        try {
            return study.optimizer(file.optimizer());
        } catch (IllegalArgumentException e) {
            throw new BadInput(file.source() + ": optimizer", e);
        }
    }

    private static Study<Map<String, Object>> stops(Study<Map<String, Object>> study, StudyFile file) {
        Study<Map<String, Object>> result = study;
        if (file.stop().target().isPresent()) {
            result = result.stop(Stop.target(file.stop().target().getAsDouble()));
        }
        if (file.stop().time().isPresent()) {
            result = result.stop(Stop.time(file.stop().time().get()));
        }
        if (file.stop().stagnation().isPresent()) {
            result = result.stop(Stop.stagnation(file.stop().stagnation().getAsLong()));
        }
        return result;
    }

    private static Study<Map<String, Object>> suggest(
            Study<Map<String, Object>> study, StudyFile file, Space<Map<String, Object>> space) {
        Study<Map<String, Object>> result = study;
        for (Map<String, Object> suggestion : file.suggest()) {
            try {
                result = result.suggest(space.fromJson(suggestion));
            } catch (IllegalArgumentException e) {
                throw new BadInput(file.source() + ": suggest", e);
            }
        }
        return result;
    }

    /// What the journal keeps, so that the study can be made again: its name, its folder as an absolute path, and what
    /// its file says. A journal that is continued keeps the folder that it names.
    Map<String, Object> description(Path journal) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("name", file.name());
        words.put("folder", earlierFolder(journal).orElse(file.folder().toString()));
        words.put("file", file.content());
        return words;
    }

    private static Optional<String> earlierFolder(Path journal) {
        return JournalPlace.isBegun(journal)
                ? Optional.ofNullable(
                                JournalFile.read(journal).journal().map("study").get("folder"))
                        .map(String::valueOf)
                : Optional.empty();
    }
}
