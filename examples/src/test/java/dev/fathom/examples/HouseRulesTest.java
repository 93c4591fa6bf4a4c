package dev.fathom.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// The rules of the house that a machine can check.
@AnalyzeClasses(packages = "dev.fathom", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final Set<String> INEXACT = Set.of(
            "exp", "log", "log10", "log1p", "expm1", "pow", "sin", "cos", "tan", "atan", "atan2", "cbrt", "sinh",
            "cosh", "tanh", "asin", "acos", "hypot");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = classes()
            .that()
            .areTopLevelClasses()
            .should()
            .haveNameNotMatching(".*\\.(Abstract|Base)[A-Z]\\w*")
            .andShould()
            .haveNameNotMatching(".*(Impl|Utils?|Manager|Helper)");

    @ArchTest
    static final ArchRule randomnessIsAnArgument = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.util.Random.class, ThreadLocalRandom.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule nothingStaticChanges = fields().that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..jmh_generated")
            .and()
            .areStatic()
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule algorithmsAreMathematics = noClasses()
            .that()
            .resideInAPackage("dev.fathom.algorithms..")
            .and()
            .resideOutsideOfPackage("dev.fathom.algorithms.catalog")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.fathom.internal..", "dev.fathom.event", "java.util.concurrent..", "java.io..", "java.nio..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule searchesAreExact = classes()
            .that()
            .resideInAnyPackage(
                    "dev.fathom.algorithms..",
                    "dev.fathom.algorithm",
                    "dev.fathom.space",
                    "dev.fathom.math",
                    "dev.fathom.internal.engine",
                    "dev.fathom.problems..")
            .should(callNoInexactMathematics());

    @ArchTest
    static final ArchRule coreStandsAlone = noClasses()
            .that()
            .resideInAnyPackage("dev.fathom", "dev.fathom.algorithm", "dev.fathom.space", "dev.fathom.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.fathom.algorithms..", "dev.fathom.cli..", "dev.fathom.problems..");

    private static ArchCondition<JavaClass> callNoInexactMathematics() {
        return new ArchCondition<>("call StrictMath rather than the inexact functions of Math") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaCall<?> call : item.getMethodCallsFromSelf()) {
                    if (call.getTargetOwner().isEquivalentTo(Math.class) && INEXACT.contains(call.getName())) {
                        events.add(SimpleConditionEvent.violated(item, call.getDescription()));
                    }
                }
            }
        };
    }

    @Test
    void filesAreSmall() throws IOException {
        Path root = Path.of("..").toRealPath();
        try (var files = Files.walk(root)) {
            List<Path> large = files.filter(
                            f -> f.toString().endsWith(".java") && f.toString().contains("src"))
                    .filter(f -> lines(f) > 600)
                    .toList();
            assertThat(large).as("files of more than 600 lines").isEmpty();
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
