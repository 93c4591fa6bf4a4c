/// Problems of several objectives whose fronts are known.
package dev.fathom.problems.multiobjective;
