/// Experiments over problems, optimizers and seeds; what is measured of them, and how it is shown.
package dev.fathom.lab;
