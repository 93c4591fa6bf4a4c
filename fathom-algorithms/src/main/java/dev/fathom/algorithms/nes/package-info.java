/// Natural evolution strategies.
package dev.fathom.algorithms.nes;
