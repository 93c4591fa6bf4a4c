/// Quadratic models of evaluated points, and their minimization between bounds and under modelled constraints.
package dev.fathom.algorithms.quadratic;
