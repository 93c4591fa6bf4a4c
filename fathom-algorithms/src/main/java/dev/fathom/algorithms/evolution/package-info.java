/// Evolution strategies and differential evolution.
package dev.fathom.algorithms.evolution;
