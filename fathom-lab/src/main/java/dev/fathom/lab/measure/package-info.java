/// What is measured of finished runs: runtime profiles, running times, profiles of solvers, quality of fronts, and the
/// statistics that tell a difference from chance. Pure functions of their arguments; smaller losses are better
/// throughout.
package dev.fathom.lab.measure;
