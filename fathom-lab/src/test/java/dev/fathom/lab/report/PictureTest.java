package dev.fathom.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.lab.measure.History;
import dev.fathom.math.Rng;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

    @Test
    void axesHaveRoundTicks() {
        Axis log = Axis.logarithmic(1, 1000, 0, 300);
        assertThat(log.ticks(6)).containsExactly(1.0, 10.0, 100.0, 1000.0);
        assertThat(log.ticks(6)).extracting(log::label).containsExactly("1", "10", "100", "1000");
        assertThat(log.at(10)).isCloseTo(100, within(1e-9));
        assertThat(log.at(1e9)).isEqualTo(300);
        assertThat(log.minorTicks()).hasSize(24).contains(20.0, 900.0);
        Axis losses = Axis.logarithmic(1e-8, 100, 0, 1);
        assertThat(losses.ticks(6))
                .extracting(losses::label)
                .containsExactly("10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰", "10²");
        Axis octaves = Axis.octaves(1, 64, 0, 60);
        assertThat(octaves.at(8)).isCloseTo(30, within(1e-9));
        assertThat(octaves.ticks(9)).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0);
        assertThat(octaves.label(64)).isEqualTo("64");
        Axis linear = Axis.linear(0, 1, 0, 1);
        assertThat(linear.ticks(6)).extracting(linear::label).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
    }

    @Test
    void labelsKeepTheirOrderAndTheirDistance() {
        Rng rng = Rng.of(2);
        for (int repeat = 0; repeat < 50; repeat++) {
            double[] wanted = rng.doubles(12).map(value -> 300 * value * value).toArray();
            double[] places = Labels.apart(wanted, 15, 0, 300);
            Integer[] order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
            Arrays.sort(order, (a, b) -> Double.compare(wanted[a], wanted[b]));
            for (int i = 1; i < 12; i++) {
                assertThat(places[order[i]] - places[order[i - 1]]).isGreaterThan(15 - 1e-9);
            }
            assertThat(places[order[0]]).isGreaterThanOrEqualTo(0);
            assertThat(places[order[11]]).isLessThanOrEqualTo(300 + 1e-9);
        }
        assertThat(Labels.apart(new double[] {10, 100}, 15, 0, 300)).containsExactly(10, 100);
        assertThat(Labels.apart(new double[] {50, 50}, 20, 0, 300)).containsExactly(40, 60);
    }

    @Test
    void svgAndPngShowTheSame() throws IOException {
        Picture picture = new Picture(
                100,
                60,
                List.of(
                        new Mark.Box(10, 10, 20, 20, "#0072B2", "a <box>"),
                        new Mark.Line(
                                new double[] {40, 60, 80}, new double[] {20, 20, 20}, Mark.Pen.of("#D55E00", 4), ""),
                        new Mark.Area(new double[] {10, 30, 30, 10}, new double[] {40, 40, 55, 55}, "#000000", 0.5),
                        new Mark.Dot(60, 45, 4, Mark.Form.SQUARE, "#009E73", ""),
                        Mark.Text.of(5, 8, "a & b", Mark.Anchor.START, 8, "#222222")));
        assertThat(picture.svg())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 60\"")
                .contains("<title>a &lt;box&gt;</title>", "a &amp; b", "d=\"M40 20H80\"", "<polygon");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png(2)));
        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(image.getHeight()).isEqualTo(120);
        assertThat(image.getRGB(40, 40)).isEqualTo(0xFF0072B2);
        assertThat(image.getRGB(120, 40)).isEqualTo(0xFFD55E00);
        assertThat(image.getRGB(40, 95) & 0xFF).isBetween(120, 136);
        assertThat(image.getRGB(120, 90)).isEqualTo(0xFFFFFFFF);
        assertThat(image.getRGB(199, 119)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void thirtyAlgorithmsLookDifferent() {
        assertThat(java.util.stream.IntStream.range(0, 30)
                        .mapToObj(i -> Style.of(i).pen())
                        .distinct())
                .hasSize(30);
    }

    @Test
    void distributionsEndWithTheirLastValue() {
        Curve curve = Curve.distribution("A", Style.of(0), true, new double[] {1, 3, 30, 200}, 8, 1, 100);
        assertThat(curve.y()[0]).isEqualTo(1 / 8.0);
        assertThat(curve.last()).isEqualTo(3 / 8.0);
        assertThat(curve.x()[curve.x().length - 1]).isEqualTo(100);
        Mark.Line line = curve.line(Axis.logarithmic(1, 100, 0, 200), Axis.linear(0, 1, 100, 0), "");
        for (int i = 1; i < line.x().length; i++) {
            assertThat(line.x()[i] == line.x()[i - 1] || line.y()[i] == line.y()[i - 1])
                    .isTrue();
        }
    }

    @Test
    void shadesRunFromEndToEnd() {
        assertThat(Shade.RISING.of(0)).isEqualTo("#FFFFE5");
        assertThat(Shade.RISING.of(1)).isEqualTo("#081D58");
        assertThat(Shade.BALANCED.of(0.5)).isEqualTo("#F7F7F7");
        assertThat(Shade.RISING.of(Double.NaN)).isEqualTo(Shade.UNKNOWN);
        assertThat(Shade.ink("#081D58")).isEqualTo("#FFFFFF");
        assertThat(Shade.ink("#FFFFE5")).isEqualTo(Style.INK);
    }

    @Test
    void profilesOfSolversAreDrawn() {
        List<History> histories = List.of(
                new History("A", "p", 1, new long[] {1, 4}, new double[] {10, 0}),
                new History("B", "p", 1, new long[] {1, 40}, new double[] {10, 5}));
        assertThat(SolvingCharts.dataProfiles(histories, 1e-3).svg()).contains("A 1.00", "B 0.00", "τ = 0.001");
        assertThat(SolvingCharts.performanceProfiles(histories, 0.6).svg()).contains("A 1.00", "B 1.00");
    }

    @Test
    void whereNothingCanBeDrawnTheVectorsStay(@TempDir Path directory) throws IOException {
        Picture picture = new Picture(10, 10, List.of());
        assertThat(picture.write(directory, "drawn")).isTrue();
        for (Throwable problem : List.of(
                new NoClassDefFoundError("sun.awt.X11FontManager"),
                new InternalError("no fonts"),
                new RuntimeException("Fontconfig head is null"))) {
            assertThat(picture.write(directory, "text", p -> thrown(problem))).isFalse();
        }
        assertThat(directory.resolve("drawn.png")).isNotEmptyFile();
        assertThat(directory.resolve("text.svg")).isNotEmptyFile();
        assertThat(directory.resolve("text.png")).doesNotExist();
    }

    private static byte[] thrown(Throwable problem) {
        if (problem instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) problem;
    }
}
