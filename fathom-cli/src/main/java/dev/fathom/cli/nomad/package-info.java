/// Reads parameter files of NOMAD 4 and runs them.
package dev.fathom.cli.nomad;
