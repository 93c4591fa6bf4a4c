/// Mesh adaptive direct search.
package dev.fathom.algorithms.mads;
