/// Particle swarms.
package dev.fathom.algorithms.swarm;
