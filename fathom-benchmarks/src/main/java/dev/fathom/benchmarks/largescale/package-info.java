/// Programs behind docs/measured/large-scale.md.
@org.jspecify.annotations.NullMarked
package dev.fathom.benchmarks.largescale;
