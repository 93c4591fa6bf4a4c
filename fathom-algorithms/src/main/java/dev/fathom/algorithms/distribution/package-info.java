/// Searches that move a distribution, written over whole populations, and what they share: shaping of values, ascent of
/// the centre, limits of the deviation.
package dev.fathom.algorithms.distribution;
