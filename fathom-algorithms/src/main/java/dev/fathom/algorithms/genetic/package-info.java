/// Genetic algorithms over whole populations, and the operators that they are made of.
package dev.fathom.algorithms.genetic;
