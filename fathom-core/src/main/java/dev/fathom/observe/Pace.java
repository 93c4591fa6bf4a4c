package dev.fathom.observe;

/// Of which generations an observer wants to know. Whatever the pace, the last generation of a run is among them.
///
/// ```java
/// study.observe(StatusLines.to(System.out, Pace.every(10).afterFirst()))
/// ```
///
/// @param interval k ≥ 1: generations k, 2k, …
/// @param fromFirst generations 1, 1 + k, 1 + 2k, … instead
/// @param rows results that make a generation where the search reports none, as simplex and one-plus-one searches do;
///     0 to make a single one of the whole run
public record Pace(int interval, boolean fromFirst, int rows) {

    public Pace {
        if (interval < 1 || rows < 0) {
            throw new IllegalArgumentException("every " + interval + " generations of " + rows
                    + " rows cannot be observed. Maybe Pace.every(1), for all of them?");
        }
    }

    /// Generations k, 2k, …
    ///
    /// @param interval k ≥ 1
    public static Pace every(int interval) {
        return new Pace(interval, false, 0);
    }

    /// Generations 1, 1 + k, 1 + 2k, …
    public Pace afterFirst() {
        return new Pace(interval, true, rows);
    }

    /// The same, where so many results since the last generation count as one, too: for searches that report none.
    ///
    /// @param count at least 1; larger than the populations, if there are any
    public Pace orRows(int count) {
        return new Pace(interval, fromFirst, count);
    }

    boolean includes(long iteration) {
        return iteration % interval == (fromFirst ? 1 % interval : 0);
    }
}
