package dev.fathom.examples;

import dev.fathom.Study;
import dev.fathom.algorithms.enomad.Enomad;
import dev.fathom.algorithms.enomad.Enomad.Mode;
import dev.fathom.algorithms.enomad.Generation;
import dev.fathom.space.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Fits a network that starts from a sparse prior with ENOMAD, once in each mode, and shows how many weights each has
/// changed for what it has won. `EA` refines random weights, `REA` those that breeding has changed.
public final class ConnectomeFit {

    /// Evaluations of each mode.
    private static final long BUDGET = 20_000;

    /// One individual of a generation.
    ///
    /// @param reward at most 1
    /// @param changed number of weights that differ from the prior
    /// @param distance L2 norm of the differences
    record Individual(double reward, int changed, double distance) {}

    /// A run: individuals of all generations.
    record Fit(Mode mode, List<List<Individual>> generations) {

        /// The best of all.
        Individual best() {
            return generations.stream()
                    .flatMap(List::stream)
                    .max(Comparator.comparingDouble(Individual::reward))
                    .orElseThrow();
        }
    }

    private ConnectomeFit() {}

    /// Prints a table for each mode and draws the picture.
    ///
    /// @param args the directory for the picture (`.` if none) and the number of seeds (1 if none)
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args.length > 0 ? args[0] : ".");
        int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        double prior = Connectome.reward(Connectome.prior());
        IO.println("reward of the prior %.4f".formatted(prior));
        List<Fit> fits = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            List<Individual> bests = new ArrayList<>();
            for (int seed = 1; seed <= seeds; seed++) {
                Fit fit = fit(mode, BUDGET, seed);
                bests.add(fit.best());
                if (seed == 1) {
                    fits.add(fit);
                    print(fit);
                }
            }
            summarize(mode, bests);
        }
        new ConnectomePicture(prior, fits).picture().write(directory, "connectome");
    }

    /// One run. Both modes begin at the prior alone, so that what differs is how they leave it.
    static Fit fit(Mode mode, long budget, long seed) {
        List<List<Individual>> generations = new ArrayList<>();
        Study.maximize(Space.reals(Connectome.WEIGHTS).init(0).step(1), Connectome::reward)
                .optimizer(enomad(mode).watching(generation -> generations.add(individuals(generation))))
                .budget(budget)
                .seed(seed)
                .run();
        return new Fit(mode, List.copyOf(generations));
    }

    /// Two mutated weights in place of five, from the range of plausible ones: a mask grows slowly, and a new weight
    /// seldom destroys what works. The other options are those that about twenty generations need.
    private static Enomad enomad(Mode mode) {
        double[] prior = Connectome.prior();
        Enomad common = (mode == Mode.EA ? Enomad.ea() : Enomad.rea())
                .withPopulation(16)
                .withEvaluations(60)
                .withMutatedCoordinates(2)
                .withRange(-0.5, 0.5)
                .withInitialVector(prior);
        double[][] copies = new double[16][];
        Arrays.fill(copies, prior);
        return mode == Mode.EA ? common.withInitialPopulation(copies) : common;
    }

    /// The engine minimizes, so its values are rewards with the other sign.
    private static List<Individual> individuals(Generation generation) {
        List<Individual> individuals = new ArrayList<>();
        for (int i = 0; i < generation.individuals().size(); i++) {
            var drift = generation.drifts().get(i);
            individuals.add(
                    new Individual(-generation.individuals().get(i).value(), drift.changed(), drift.distance()));
        }
        return individuals;
    }

    private static void print(Fit fit) {
        Individual best = fit.best();
        IO.println("\n%-12s %8s %8s %8s".formatted(fit.mode(), "reward", "changed", "L2"));
        print("best", best);
        List<Individual> last = fit.generations().getLast();
        for (int i = 0; i < last.size(); i++) {
            print("last " + (i + 1), last.get(i));
        }
    }

    private static void print(String name, Individual i) {
        IO.println("%-12s %8.4f %8d %8.3f".formatted(name, i.reward(), i.changed(), i.distance()));
    }

    private static void summarize(Mode mode, List<Individual> bests) {
        double[] rewards =
                bests.stream().mapToDouble(Individual::reward).sorted().toArray();
        double[] distances =
                bests.stream().mapToDouble(Individual::distance).sorted().toArray();
        int[] changed = bests.stream().mapToInt(Individual::changed).sorted().toArray();
        int middle = bests.size() / 2;
        IO.println("%s, %d seeds: reward %.4f (%.4f to %.4f), changed %d (%d to %d), L2 %.3f: medians"
                .formatted(
                        mode,
                        bests.size(),
                        rewards[middle],
                        rewards[0],
                        rewards[rewards.length - 1],
                        changed[middle],
                        changed[0],
                        changed[changed.length - 1],
                        distances[middle]));
    }
}
