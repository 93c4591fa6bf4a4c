/// Study files: reading them, with errors that teach.
package dev.fathom.cli.study;
