/// Journals as data, and reports made from them.
@org.jspecify.annotations.NullMarked
package dev.fathom.cli.report;
