package dev.fathom.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fathom.Goal;
import dev.fathom.Objective;
import dev.fathom.Optimizer;
import dev.fathom.Result;
import dev.fathom.Searches;
import dev.fathom.Study;
import dev.fathom.algorithm.Population;
import dev.fathom.algorithm.Recipe;
import dev.fathom.algorithm.Shape;
import dev.fathom.algorithms.genetic.FlipMutation;
import dev.fathom.algorithms.genetic.GeneticAlgorithm;
import dev.fathom.algorithms.genetic.PointCrossover;
import dev.fathom.algorithms.genetic.UniformMutation;
import dev.fathom.algorithms.nes.Snes;
import dev.fathom.event.Event;
import dev.fathom.math.Noise;
import dev.fathom.space.Space;
import dev.fathom.tensor.Heap;
import dev.fathom.tensor.Substrate;
import dev.fathom.tensor.Tensor;
import dev.fathom.torch.internal.LoadedTorch;
import dev.fathom.torch.internal.shim.Device;
import dev.fathom.torch.internal.shim.Dtype;
import dev.fathom.torch.internal.shim.Native;
import dev.fathom.torch.internal.shim.Session;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchSubstrateTest {

    private final TorchSubstrate on = Substrates.float64();

    @Test
    void saysWhatItIs() {
        LoadedTorch.get();
        assertThat(Torch.cpu().name()).matches("torch [2-9][^ ]* on cpu, float64");
        assertThat(Torch.cpu().float32().name()).endsWith("on cpu, float32");
        assertThat(Torch.cpu().arithmetic()).isEqualTo("torch float64");
        assertThat(Torch.cpu().float32().deviceNoise().arithmetic()).isEqualTo("torch float32, noise of the device");
        assertThat(Torch.cpu().threads(2).name()).isEqualTo(Torch.cpu().name());
        assertThat(Torch.cpu().threads(1).name()).isEqualTo(Torch.cpu().name());
        assertThatThrownBy(() -> Torch.cpu().threads(0)).hasMessageContaining("0 threads");
        assertThatThrownBy(() -> Torch.cuda(LoadedTorch.get().gpus()))
                .isInstanceOf(TorchMissingException.class)
                .hasMessageContaining("there is no cuda:");
    }

    @Test
    void makesTensors() {
        assertThat(on.full(2, 3, 1.5).toArray()).containsOnly(1.5).hasSize(6);
        assertThat(on.full(0, 3, 1).toArray()).isEmpty();
        assertThat(on.row(1, 2).above(on.full(1, 2, 7)).toArray()).containsExactly(1, 2, 7, 7);
        assertThat(on.float32().column(0.1).toArray()).containsExactly(0.1f);
        assertThat(on.row(1)).hasToString("tensor [1×1] on " + on.name());
    }

    @Test
    void noiseOfTheHeapIsTheHeaps() {
        Noise noise = new Noise(5);
        double[] gaussian = Heap.single().gaussian(100, 7, noise).toArray();
        double[] uniform = Heap.single().uniform(100, 7, noise).toArray();
        assertThat(on.gaussian(100, 7, noise).toArray()).isEqualTo(gaussian);
        assertThat(on.uniform(100, 7, noise).toArray()).isEqualTo(uniform);
        double[] rounded = on.float32().gaussian(100, 7, noise).toArray();
        for (int i = 0; i < rounded.length; i++) {
            assertThat(rounded[i]).isEqualTo((float) gaussian[i]);
        }
        assertThat(Arrays.stream(on.float32().uniform(100, 7, noise).toArray())).allMatch(u -> u >= 0 && u < 1);
    }

    @Test
    void scopesFreeWhatTheyAreNotToldToKeep() {
        record State(Tensor kept, List<Tensor> more) {}
        Tensor x = on.row(1, 2);
        State state;
        Tensor lost;
        try (Substrate.Scope scope = on.scope()) {
            lost = x.plus(1);
            state = scope.keep(new State(x.plus(2).columns(1, 2), List.of(x.less(lost))));
        }
        assertThat(state.kept().at(0, 0)).isEqualTo(4);
        assertThat(state.more().getFirst().times(3).toArray()).containsExactly(3, 3);
        assertThatThrownBy(lost::toArray)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> x.plus(lost)).isInstanceOf(IllegalStateException.class);
    }

    /// Truths are converted when arithmetic needs them, perhaps in a scope that closes before theirs does.
    @Test
    void conversionsOutliveNoScope() {
        Tensor x = on.row(1, 2);
        Tensor truths = x.less(on.row(2, 2));
        try (Substrate.Scope scope = on.scope()) {
            assertThat(scope.keep(truths.plus(1)).toArray()).containsExactly(2, 1);
        }
        assertThat(truths.plus(1).toArray()).containsExactly(2, 1);
    }

    @Test
    @SuppressWarnings("try") // a scope works by being open
    void generationsLeaveNothingBehind() {
        long before = on.alive();
        try (Substrate.Scope whole = on.scope()) {
            Halving search = new Halving(20);
            Halving.State state = search.start(Shape.reals(4), on.full(3, 4, 2), new Noise(1));
            long begun = on.alive();
            for (int g = 0; g < 100; g++) {
                try (Substrate.Scope scope = on.scope()) {
                    state = scope.keep(generation(search, state, g));
                }
                assertThat(on.alive()).isEqualTo(begun + 2 * (g + 1L)); // mean and sigma, kept in the outer scope
            }
            assertThat(state.mean().abs().columnMax(1).rowSums().at(0, 0)).isLessThan(1);
        }
        assertThat(on.alive()).isEqualTo(before);
    }

    private Halving.State generation(Halving search, Halving.State state, int g) {
        Noise noise = new Noise(g);
        Tensor x = search.sample(state, 20, noise);
        Tensor f = x.square().rowSums();
        return search.update(state, new Population(x, f, on.full(60, 1, 0), f.ranks(3), 3), noise);
    }

    /// Outside of scopes only the collector frees, which must be asked to.
    @Test
    void memoryOutsideOfScopesIsBounded() {
        long before = on.alive();
        long most = 0;
        for (int k = 0; k < 100; k++) {
            assertThat(on.full(1000, 1250, k).rows()).isEqualTo(1000); // 10 MB
            most = Math.max(most, on.alive() - before);
        }
        assertThat(most).isLessThan(90);
    }

    @Test
    void passesTensorsToNativeCodeAndBack() {
        Session session = LoadedTorch.get().on(Device.cpu());
        TorchSubstrate cpu = Torch.cpu();
        Tensor turned = cpu.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3).transpose();
        long address = ((TorchTensor) turned).data();
        assertThat(MemorySegment.ofAddress(address).reinterpret(48).toArray(ValueLayout.JAVA_DOUBLE))
                .containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(((TorchTensor) turned).handle()).isNotZero();
        Native result = session.empty(Dtype.FLOAT32, 3);
        session.memory(result).copyFrom(MemorySegment.ofArray(new float[] {7, 8, 9}));
        TorchTensor wrapped = cpu.wrap(session.reference(result));
        assertThat(wrapped.rows()).isEqualTo(3);
        assertThat(wrapped.plus(turned.rowSums()).toArray()).containsExactly(12, 15, 18);
        Native cube = session.empty(Dtype.FLOAT32, 1, 1, 1);
        assertThatThrownBy(() -> cpu.wrap(session.reference(cube))).hasMessageContaining("[1×1×1]");
    }

    private static Study<double[]> study(Path journal, Substrate where) {
        return Study.minimize(
                        Space.reals(6, -5, 5),
                        Objective.tensor(x -> x.plus(-1.5).square().rowSums()))
                .optimizer(new Halving(40))
                .budget(3000)
                .seed(3)
                .journal(journal)
                .on(where);
    }

    @Test
    void aStudyGivesWhatItGivesOnTheHeap(@TempDir Path folder) {
        Result<double[]> heap = study(folder.resolve("heap"), Heap.single()).run();
        Result<double[]> torch = study(folder.resolve("torch"), on).run();
        assertThat(torch.evaluations()).isEqualTo(heap.evaluations());
        assertThat(torch.reason()).isEqualTo(heap.reason());
        assertThat(torch.value()).isLessThan(1e-6).isCloseTo(heap.value(), within(1e-12));
        for (int j = 0; j < 6; j++) {
            assertThat(torch.best()[j]).isCloseTo(heap.best()[j], within(1e-8));
        }
        assertThat(study(folder.resolve("torch"), on).run().best()).isEqualTo(torch.best());
        assertThatThrownBy(() -> study(folder.resolve("torch"), on.float32()).run())
                .hasMessageContaining("float32");
    }

    /// The state of a generation is freed when the next one takes its place.
    @Test
    void aStudyHoldsOneStateAtATime(@TempDir Path folder) {
        long before = on.alive();
        List<Long> alive = new ArrayList<>();
        study(folder.resolve("torch"), on)
                .observe(e -> {
                    if (e instanceof Event.Generation) {
                        alive.add(on.alive() - before);
                    }
                })
                .run();
        assertThat(alive).hasSize(75).containsOnly(alive.getFirst());
        assertThat(on.alive() - before).isLessThan(alive.getFirst());
    }

    private static Study<double[]> divided(Path journal) {
        return Study.minimize(
                        Space.reals(6, -5, 5),
                        Objective.tensor(x -> x.plus(-1.5).square().rowSums()))
                .optimizer(new Snes().withPopulation(40))
                .budget(8000)
                .seed(3)
                .journal(journal)
                .dividedAmong(Substrates.float32(), Substrates.float32(), Heap.single());
    }

    @Test
    void devicesShareAGeneration(@TempDir Path folder) throws IOException {
        Path journal = folder.resolve("divided");
        Result<double[]> whole = divided(journal).run();
        assertThat(whole.value()).isLessThan(1e-4);
        byte[] bytes = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(bytes, bytes.length / 3));
        Result<double[]> again = divided(journal).run();
        assertThat(again.best()).isEqualTo(whole.best());
        assertThat(again.evaluations()).isEqualTo(whole.evaluations());
    }

    @Test
    void bitsAndWholeNumbersAreBredOnTheDevice() {
        GeneticAlgorithm bits = new GeneticAlgorithm()
                .withPopulation(60)
                .withOperators(PointCrossover.two(4), new FlipMutation(1 / 40.0));
        for (TorchSubstrate where : List.of(on, on.float32())) {
            Result<double[]> ones = Study.minimize(
                            Space.bits(40), Objective.tensor(x -> x.rowSums().times(-1)))
                    .optimizer(bits)
                    .budget(4000)
                    .on(where)
                    .run();
            assertThat(ones.best()).containsOnly(1);
            assertThat(ones.value()).isEqualTo(-40);
        }
        GeneticAlgorithm whole = new GeneticAlgorithm()
                .withPopulation(60)
                .withOperators(PointCrossover.one(4), new UniformMutation(0.1));
        Result<double[]> sevens = Study.minimize(
                        Space.integers(10, 0, 9),
                        Objective.tensor(x -> x.plus(-7).square().rowSums()))
                .optimizer(whole)
                .budget(6000)
                .on(on.float32())
                .run();
        assertThat(sevens.best()).containsOnly(7);
    }

    @Test
    void searchesGoSideBySide() {
        Searches heap = searches(Heap.single());
        Searches torch = searches(on);
        long alive = 0;
        for (int g = 0; g < 100; g++) {
            heap.tell(heap.ask().square().rowSums());
            torch.tell(torch.ask().square().rowSums());
            alive = g == 50 ? on.alive() : alive;
        }
        assertThat(on.alive()).isEqualTo(alive);
        for (int k = 0; k < 3; k++) {
            double expected = heap.best(k).orElseThrow().loss();
            assertThat(torch.best(k).orElseThrow().loss()).isLessThan(1e-3).isCloseTo(expected, within(1e-12));
        }
    }

    private static Searches searches(Substrate where) {
        return Optimizer.many(new Recipe.Use(new Snes()), Space.reals(5), Goal.minimize(), where, 1, 2, 3);
    }

    @Test
    void aStudyEndsInSinglePrecisionWithNoiseOfTheDevice(@TempDir Path folder) {
        TorchSubstrate single = on.float32().deviceNoise();
        Result<double[]> first = study(folder.resolve("a"), single).run();
        assertThat(first.value()).isLessThan(1e-6);
        assertThat(study(folder.resolve("b"), single).run().best()).isEqualTo(first.best());
    }
}
