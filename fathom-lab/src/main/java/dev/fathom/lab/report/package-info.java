/// How measured runs are shown: one page with tables and pictures, and each picture as a file for a paper.
package dev.fathom.lab.report;
