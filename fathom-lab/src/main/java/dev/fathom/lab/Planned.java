package dev.fathom.lab;

/// A run that an experiment will make, with what its row says besides the results.
///
/// @param key which run
/// @param function the label of the function in its set
/// @param instance from 1; 1 where there is only one
/// @param dimension number of variables
public record Planned(Key key, String function, int instance, int dimension) {

    /// Evaluations allowed, divided by the number of variables.
    double budgetPerDimension() {
        return (double) key.budget() / dimension;
    }
}
