package dev.fathom.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fathom.algorithms.enomad.Enomad.Mode;
import dev.fathom.examples.ConnectomeFit.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectomeTest {

    private static final double PRIOR = Connectome.reward(Connectome.prior());

    @Test
    void priorIsSparseAndWorksPartly() {
        assertThat(Arrays.stream(Connectome.prior()).filter(w -> w != 0).count())
                .isEqualTo(Connectome.WEIGHTS / 10);
        assertThat(PRIOR).isBetween(0.3, 0.7);
        assertThat(Connectome.reward(new double[Connectome.WEIGHTS])).isZero();
    }

    @Test
    void masksImproveThePriorWithFewerChangesThanSubsets(@TempDir Path directory) throws IOException {
        Fit subsets = ConnectomeFit.fit(Mode.EA, 3_000, 1);
        Fit masks = ConnectomeFit.fit(Mode.REA, 3_000, 1);
        assertThat(subsets.best().reward()).isGreaterThan(PRIOR + 0.05);
        assertThat(masks.best().reward()).isGreaterThan(PRIOR + 0.05);
        assertThat(masks.best().changed())
                .isPositive()
                .isLessThan(subsets.best().changed());

        new ConnectomePicture(PRIOR, List.of(subsets, masks)).picture().write(directory, "connectome");
        assertThat(Files.readString(directory.resolve("connectome.svg")))
                .startsWith("<svg")
                .contains("#D55E00", "#0072B2", "prior");
    }
}
