#!/bin/sh
# A black box as NOMAD calls it: reads a file with one point per line, prints one line of outputs for each.
awk '{
    d = $1; D = $2; N = $3
    printf "%.17g %.17g %.17g %.17g %.17g\n",
        (N + 2) * D * d^2,
        1 - D^3 * N / (71785 * d^4),
        (4 * D^2 - d * D) / (12566 * (D * d^3 - d^4)) + 1 / (5108 * d^2) - 1,
        1 - 140.45 * d / (D^2 * N),
        (D + d) / 1.5 - 1
}' "$1"
