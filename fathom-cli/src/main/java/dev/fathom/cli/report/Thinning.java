package dev.fathom.cli.report;

import java.util.Arrays;

/// Chooses the rows that are drawn when there are too many to draw them all.
final class Thinning {

    private final int[] level;

    Thinning(int rows) {
        level = new int[rows];
        Arrays.fill(level, -1);
    }

    /// Gives a row at least a detail level.
    void keep(int row, int detail) {
        level[row] = Math.max(level[row], detail);
    }

    /// Gives about `count` evenly spaced rows at least a detail level; all of them if there are no more.
    void spread(int count, int detail) {
        double stride = Math.max(1, level.length / (double) Math.max(1, count));
        for (double at = 0; at < level.length; at += stride) {
            keep((int) at, detail);
        }
    }

    /// The detail level of a row, -1 if it is not drawn.
    int level(int row) {
        return level[row];
    }
}
