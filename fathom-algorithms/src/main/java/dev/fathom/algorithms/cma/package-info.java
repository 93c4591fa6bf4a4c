/// Covariance matrix adaptation.
package dev.fathom.algorithms.cma;
