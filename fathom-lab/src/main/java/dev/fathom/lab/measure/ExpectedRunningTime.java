package dev.fathom.lab.measure;

import dev.fathom.lab.Run;
import java.util.Collection;

/// Expected running time of an algorithm that is restarted until it succeeds, estimated from single runs: the
/// evaluations of all runs until they reached the target or gave up, divided by the number of runs that reached it
/// (Hansen, Auger, Finck, Ros, "Real-parameter black-box optimization benchmarking 2009: experimental setup", INRIA
/// RR-6828; Price 1997 calls it ENES).
public final class ExpectedRunningTime {

    private ExpectedRunningTime() {}

    /// Expected evaluations until a target is reached; `+∞` if no run reached it.
    ///
    /// @param runs of one algorithm on one function in one dimension
    /// @param target index of the target, from 0
    /// @throws IllegalArgumentException if there is no run or no such target
    public static double of(Collection<Run> runs, int target) {
        double spent = 0;
        int successes = 0;
        for (Run run : runs) {
            long hit = hit(run, target);
            spent += hit > 0 ? hit : run.evaluations();
            successes += hit > 0 ? 1 : 0;
        }
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("no run, no expected running time. Maybe a misspelt algorithm?");
        }
        return successes == 0 ? Double.POSITIVE_INFINITY : spent / successes;
    }

    private static long hit(Run run, int target) {
        long[] hits = run.hits();
        if (target < 0 || target >= hits.length) {
            throw new IllegalArgumentException("there is no target " + target + ": the run of " + run.algorithm()
                    + " has targets 0 to " + (hits.length - 1) + ". Maybe counted from 1?");
        }
        return hits[target];
    }
}
