package dev.fathom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.Study;
import dev.fathom.algorithm.Recipe;
import dev.fathom.math.Rng;
import dev.fathom.space.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Checks that a run that was cut off anywhere goes on as if nothing had happened.
///
/// A killed process leaves a prefix of its journal, perhaps torn inside a line: so the check cuts the journal of a
/// whole
/// run at random bytes and resumes it.
record Resumption(Recipe recipe, int budget) {

    private static final Space<double[]> BOX = Space.reals(3, -5, 5);

    /// A check that may fail by any exception.
    @FunctionalInterface
    interface Check {
        void run() throws Exception;
    }

    private Study<double[]> study(Path journal, int workers, AtomicInteger calls) {
        return Study.minimize(BOX, x -> {
                    calls.incrementAndGet();
                    return x[0] < -4.5 ? Double.NaN : Contract.sphere(x);
                })
                .optimizer(recipe)
                .budget(budget)
                .workers(workers)
                .seed(5)
                .journal(journal);
    }

    void sequential() throws IOException {
        inFolder(folder -> cutAndResume(folder, 1));
    }

    void parallel() throws IOException {
        inFolder(folder -> cutAndResume(folder, 4));
    }

    private void cutAndResume(Path folder, int workers) throws IOException {
        Path whole = folder.resolve("whole.journal");
        study(whole, workers, new AtomicInteger()).run();
        byte[] bytes = Files.readAllBytes(whole);
        List<String> expected = withoutTimes(whole);
        Rng rng = Rng.of(workers);
        for (int i = 0; i < 3; i++) {
            Path cut = folder.resolve("cut" + i + ".journal");
            Files.write(cut, java.util.Arrays.copyOf(bytes, rng.nextInt(bytes.length)));
            long kept = results(cut);
            AtomicInteger calls = new AtomicInteger();
            study(cut, workers, calls).run();
            assertThat(withoutTimes(cut)).isEqualTo(expected);
            assertThat(calls.get()).as("evaluations after the cut").isEqualTo(budget - (int) kept);
        }
    }

    /// In any order of arrival the whole run cannot be repeated from its seed, but the journal must replay to the end.
    void asynchronous() throws IOException {
        inFolder(folder -> {
            Path whole = folder.resolve("whole.journal");
            study(whole, 4, new AtomicInteger()).asynchronous().run();
            byte[] bytes = Files.readAllBytes(whole);
            Path cut = folder.resolve("cut.journal");
            Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            long kept = results(cut);
            AtomicInteger calls = new AtomicInteger();
            var result = study(cut, 4, calls).asynchronous().run();
            assertThat(calls.get()).isEqualTo(budget - (int) kept);
            assertThat(result.evaluations()).isEqualTo(budget);
            // a second resume of the finished journal evaluates nothing and gives the same answer
            AtomicInteger none = new AtomicInteger();
            assertThat(study(cut, 4, none).asynchronous().run().best()).isEqualTo(result.best());
            assertThat(none.get()).isZero();
        });
    }

    /// Whole lines with a result.
    private static long results(Path journal) throws IOException {
        String text = Files.readString(journal);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        return whole.lines().filter(line -> line.startsWith("{\"id\"")).count();
    }

    private static List<String> withoutTimes(Path journal) throws IOException {
        try (var lines = Files.lines(journal)) {
            return lines.map(line -> line.replaceAll("\"(at|seconds)\":[^,}]*", ""))
                    .toList();
        }
    }

    private static void inFolder(Folder use) throws IOException {
        Path folder = Files.createTempDirectory("fathom-contract");
        try {
            use.in(folder);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(f -> f.toFile().delete());
            }
        }
    }

    @FunctionalInterface
    private interface Folder {
        void in(Path folder) throws IOException;
    }
}
