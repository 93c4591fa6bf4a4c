/// The command `fathom`: one class per subcommand, and what runs of studies show.
package dev.fathom.cli;
