/// Objectives of study files: commands, workers, Java classes, named problems.
package dev.fathom.cli.objective;
