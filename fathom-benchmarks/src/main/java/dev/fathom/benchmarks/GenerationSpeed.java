package dev.fathom.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.fathom.Stop;
import dev.fathom.Study;
import dev.fathom.event.Event;
import dev.fathom.tensor.Substrate;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// What one generation of a search over tensors costs, the objective included: process CPU time, which other work on
/// the
/// machine disturbs least, and the time that passed.
///
/// Measured in this JVM, in blocks of generations after a warm-up.
///
/// @param population λ
/// @param substrate where the population lives
/// @param processor milliseconds of CPU time per generation, of all threads: 5 %, median, 95 % over the blocks
/// @param passed milliseconds that passed per generation: 5 %, median, 95 % over the blocks
public record GenerationSpeed(int population, String substrate, Quantiles processor, Quantiles passed) {

    private static final double MILLION = 1e6;

    /// Three quantiles.
    public record Quantiles(double low, double median, double high) {

        private static Quantiles of(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            return new Quantiles(at(sorted, 0.05), at(sorted, 0.5), at(sorted, 0.95));
        }

        private static double at(List<Double> sorted, double share) {
            return sorted.get((int) Math.round(share * (sorted.size() - 1)));
        }
    }

    /// Measures a search.
    ///
    /// @param study how an optimizer of population λ searches; its space, budget and substrate are set here
    /// @param seconds about how long
    public static GenerationSpeed measure(Study<double[]> study, int population, Substrate on, double seconds) {
        Blocks blocks = new Blocks(seconds);
        study.on(on)
                .budget(Long.MAX_VALUE / 2)
                .observe(blocks::on)
                .stop(blocks.stop())
                .run();
        return new GenerationSpeed(population, on.name(), Quantiles.of(blocks.processor), Quantiles.of(blocks.passed));
    }

    /// Watches the generations go by.
    private static final class Blocks {

        private static final double BLOCK_SECONDS = 0.1;
        private static final double WARM_UP = 0.4;

        private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private final List<Double> processor = new ArrayList<>();
        private final List<Double> passed = new ArrayList<>();
        private final long begin = System.nanoTime();
        private final double seconds;
        private long blockBegin = begin;
        private long blockProcessor = system.getProcessCpuTime();
        private int generations;

        Blocks(double seconds) {
            this.seconds = seconds;
        }

        void on(Event event) {
            if (!(event instanceof Event.Generation)) {
                return;
            }
            generations++;
            long now = System.nanoTime();
            if (now - blockBegin < BLOCK_SECONDS * 1e9) {
                return;
            }
            long cpu = system.getProcessCpuTime();
            if (now - begin > WARM_UP * seconds * 1e9) {
                processor.add((cpu - blockProcessor) / MILLION / generations);
                passed.add((now - blockBegin) / MILLION / generations);
            }
            generations = 0;
            blockBegin = System.nanoTime();
            blockProcessor = system.getProcessCpuTime();
        }

        Stop stop() {
            return Stop.when(
                    "enough was measured",
                    status -> System.nanoTime() - begin > seconds * 1e9 && processor.size() >= 5);
        }
    }
}
