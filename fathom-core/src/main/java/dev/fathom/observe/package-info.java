/// Observers of a run, generation by generation: lines of text, tables, files.
package dev.fathom.observe;
