package dev.fathom.lab.report;

import java.util.ArrayList;
import java.util.List;

/// A table of numbers as coloured cells.
///
/// @param title above it
/// @param note below it, how to read a cell
/// @param rows names of the rows, [r]
/// @param columns names of the columns, [c]
/// @param groups names of the groups of columns, written above them where they begin; neighbours with the same name
///     belong together; empty for no groups, [c] or none
/// @param values in [0, 1], not-a-number for nothing, [r][c]
/// @param texts what stands in the cells, [r][c]
/// @param tips what a pointer over the cell tells, [r][c]
/// @param shade colours
/// @param turned whether the columns' names are written upward
record MatrixChart(
        String title,
        String note,
        List<String> rows,
        List<String> columns,
        List<String> groups,
        double[][] values,
        String[][] texts,
        String[][] tips,
        Shade shade,
        boolean turned) {

    private static final double TEXT = 11;
    private static final double CELL = 27;
    private static final double ROW = 19;
    private static final double GROUP_GAP = 7;
    private static final double MARGIN = 10;

    Picture picture() {
        double left = MARGIN + 6 + widest(rows);
        double top = 30 + (groups.isEmpty() ? 0 : 16) + (turned ? widest(columns) + 4 : 16);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Text(MARGIN, 18, title, Mark.Anchor.START, 13, Style.INK, true, false));
        double[] x = places(left);
        for (int c = 0; c < columns.size(); c++) {
            head(marks, c, x[c], top);
        }
        for (int r = 0; r < rows.size(); r++) {
            double y = top + r * ROW;
            marks.add(Mark.Text.of(left - 6, y + 13.5, rows.get(r), Mark.Anchor.END, TEXT, Style.INK));
            for (int c = 0; c < columns.size(); c++) {
                cell(marks, r, c, x[c], y);
            }
        }
        double bottom = top + rows.size() * ROW;
        marks.add(Mark.Text.of(MARGIN, bottom + 20, note, Mark.Anchor.START, TEXT, Style.SOFT));
        double width = Math.max(x[columns.size() - 1] + CELL, MARGIN + TextSize.width(note, TEXT) * 0.95);
        double titled = MARGIN + TextSize.width(title, 13) * 1.05;
        return new Picture((int) Math.ceil(Math.max(width, titled) + MARGIN), (int) Math.ceil(bottom + 30), marks);
    }

    private static double widest(List<String> names) {
        return names.stream()
                .mapToDouble(name -> 0.93 * TextSize.width(name, TEXT))
                .max()
                .orElse(0);
    }

    private double[] places(double left) {
        double[] x = new double[columns.size()];
        double at = left;
        double named = left; // where the name of the group ends
        for (int c = 0; c < x.length; c++) {
            at = c > 0 && begins(c) ? Math.max(at + GROUP_GAP, named) : at;
            named = begins(c) ? at + 0.93 * TextSize.width(groups.get(c), TEXT) + GROUP_GAP : named;
            x[c] = at;
            at += CELL;
        }
        return x;
    }

    private boolean begins(int c) {
        return !groups.isEmpty() && (c == 0 || !groups.get(c).equals(groups.get(c - 1)));
    }

    private void head(List<Mark> marks, int c, double x, double top) {
        if (begins(c) && !groups.get(c).isEmpty()) {
            marks.add(Mark.Text.of(x + 2, 44, groups.get(c), Mark.Anchor.START, TEXT, Style.SOFT));
        }
        marks.add(new Mark.Text(
                x + CELL / 2 + (turned ? 4 : 0),
                top - 5,
                columns.get(c),
                turned ? Mark.Anchor.START : Mark.Anchor.MIDDLE,
                TEXT,
                Style.INK,
                false,
                turned));
    }

    private void cell(List<Mark> marks, int r, int c, double x, double y) {
        String color = shade.of(values[r][c]);
        marks.add(new Mark.Box(x + 0.5, y + 0.5, CELL - 1, ROW - 1, color, tips[r][c]));
        if (!texts[r][c].isEmpty()) {
            marks.add(Mark.Text.of(x + CELL / 2, y + 13, texts[r][c], Mark.Anchor.MIDDLE, TEXT - 1, Shade.ink(color)));
        }
    }
}
