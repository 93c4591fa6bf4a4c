/// Test functions of whole populations.
package dev.fathom.problems.tensor;
