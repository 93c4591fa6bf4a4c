/// Direct searches: methods that poll points and compare them.
package dev.fathom.algorithms.direct;
