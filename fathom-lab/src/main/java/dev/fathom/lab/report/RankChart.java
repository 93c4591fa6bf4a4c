package dev.fathom.lab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Average ranks on a line, the best on the left; bars join those whose difference is below the critical one (Demšar
/// 2006, figure 1).
///
/// @param title above it
/// @param names of the algorithms, [k]
/// @param styles of the algorithms, [k]
/// @param ranks average ranks, 1 is the best, [k]
/// @param critical the critical difference
record RankChart(String title, List<String> names, List<Style> styles, double[] ranks, double critical) {

    private static final double LINE = 84;
    private static final double SIDE = 190;
    private static final double MIDDLE = 420;
    private static final double STEP = 17;
    private static final double BAR = 7;
    private static final double TEXT = 12;

    Picture picture() {
        List<Integer> order = IntStream.range(0, ranks.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> ranks[i]))
                .toList();
        List<int[]> groups = groups(order);
        double first = LINE + 16 + groups.size() * BAR + 8;
        int half = (order.size() + 1) / 2;
        Axis axis = Axis.linear(1, ranks.length, SIDE, SIDE + MIDDLE);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Text(12, 18, title, Mark.Anchor.START, 13, Style.INK, true, false));
        scale(marks, axis);
        for (int i = 0; i < order.size(); i++) {
            boolean leftward = i < half;
            double y = first + STEP * (leftward ? i : order.size() - 1 - i);
            name(marks, axis, order.get(i), y, leftward);
        }
        for (int g = 0; g < groups.size(); g++) {
            double y = LINE + 14 + g * BAR;
            double from = axis.at(ranks[order.get(groups.get(g)[0])]) - 4;
            double to = axis.at(ranks[order.get(groups.get(g)[1])]) + 4;
            marks.add(new Mark.Box(from, y, to - from, 3, Style.INK, "no significant difference"));
        }
        return new Picture((int) (2 * SIDE + MIDDLE), (int) (first + half * STEP + 6), marks);
    }

    /// From and to, in the order of ranks, of the largest sets without a significant difference.
    private List<int[]> groups(List<Integer> order) {
        List<int[]> groups = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < order.size(); i++) {
            int j = i;
            while (j + 1 < order.size() && ranks[order.get(j + 1)] - ranks[order.get(i)] < critical) {
                j++;
            }
            if (j > i && j > last) {
                groups.add(new int[] {i, j});
                last = j;
            }
        }
        return groups;
    }

    private void scale(List<Mark> marks, Axis axis) {
        Frame.line(marks, axis.from(), LINE, axis.to(), LINE, Style.INK, 1);
        for (int rank = 1; rank <= ranks.length; rank++) {
            Frame.line(marks, axis.at(rank), LINE - 5, axis.at(rank), LINE, Style.INK, 1);
            marks.add(Mark.Text.of(
                    axis.at(rank), LINE - 9, String.valueOf(rank), Mark.Anchor.MIDDLE, TEXT - 1, Style.INK));
        }
        double end = axis.from() + axis.at(1 + critical) - axis.at(1);
        Frame.line(marks, axis.from(), 48, end, 48, Style.INK, 1.4);
        Frame.line(marks, axis.from(), 44, axis.from(), 52, Style.INK, 1.4);
        Frame.line(marks, end, 44, end, 52, Style.INK, 1.4);
        marks.add(Mark.Text.of(
                (axis.from() + end) / 2, 41, "critical difference", Mark.Anchor.MIDDLE, TEXT - 1, Style.INK));
    }

    private void name(List<Mark> marks, Axis axis, int i, double y, boolean leftward) {
        double x = axis.at(ranks[i]);
        double side = leftward ? axis.from() - 14 : axis.to() + 14;
        Mark.Pen pen = Mark.Pen.of(styles.get(i).color(), 1);
        marks.add(new Mark.Line(new double[] {x, x, side}, new double[] {LINE, y, y}, pen, names.get(i)));
        String label = String.format(Locale.ROOT, "%s %.1f", names.get(i), ranks[i]);
        marks.add(Mark.Text.of(
                leftward ? side - 4 : side + 4,
                y + 4,
                label,
                leftward ? Mark.Anchor.END : Mark.Anchor.START,
                TEXT,
                Style.INK));
    }
}
