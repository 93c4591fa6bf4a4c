package dev.fathom.lab.report;

import java.util.List;

/// What a picture is made of. Lengths are in pixels at scale 1, x to the right, y downward; colours are written as in
/// `#0072B2`. A `title` is what a pointer over the mark tells; empty for nothing.
public sealed interface Mark {

    /// How a line is drawn.
    ///
    /// @param color of the line
    /// @param width in pixels
    /// @param dash lengths of strokes and gaps in turn; empty for a solid line
    record Pen(String color, double width, List<Double> dash) {

        /// Copies the list.
        public Pen {
            dash = List.copyOf(dash);
        }

        /// A solid line.
        static Pen of(String color, double width) {
            return new Pen(color, width, List.of());
        }
    }

    /// Where a text stands relative to its point.
    enum Anchor {
        /// It begins at the point.
        START,
        /// Its middle is at the point.
        MIDDLE,
        /// It ends at the point.
        END
    }

    /// The form of a marker.
    enum Form {
        /// A circle.
        CIRCLE,
        /// A square.
        SQUARE,
        /// A triangle, one corner up.
        TRIANGLE,
        /// A square on its corner.
        DIAMOND,
        /// A triangle, one corner down.
        WEDGE
    }

    /// A line through points, [n] each.
    record Line(double[] x, double[] y, Pen pen, String title) implements Mark {}

    /// A filled polygon through points, [n] each, opacity in (0, 1].
    record Area(double[] x, double[] y, String color, double opacity) implements Mark {}

    /// A filled rectangle from its upper left corner.
    record Box(double x, double y, double width, double height, String color, String title) implements Mark {}

    /// A marker around its middle, white inside.
    record Dot(double x, double y, double radius, Form form, String color, String title) implements Mark {

        /// The corners, none for a circle: x and y in turn.
        double[] corners() {
            return switch (form) {
                case CIRCLE -> new double[0];
                case SQUARE -> corners(-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85);
                case TRIANGLE -> corners(0, -1.1, 1.05, 0.75, -1.05, 0.75);
                case DIAMOND -> corners(0, -1.2, 1.2, 0, 0, 1.2, -1.2, 0);
                case WEDGE -> corners(0, 1.1, 1.05, -0.75, -1.05, -0.75);
            };
        }

        private double[] corners(double... unit) {
            double[] corners = new double[unit.length];
            for (int i = 0; i < unit.length; i++) {
                corners[i] = (i % 2 == 0 ? x : y) + radius * unit[i];
            }
            return corners;
        }
    }

    /// One line of text whose base line is at y.
    ///
    /// @param turned by a quarter, to be read from below
    record Text(double x, double y, String text, Anchor anchor, double size, String color, boolean bold, boolean turned)
            implements Mark {

        /// Plain text.
        static Text of(double x, double y, String text, Anchor anchor, double size, String color) {
            return new Text(x, y, text, anchor, size, color, false, false);
        }
    }
}
