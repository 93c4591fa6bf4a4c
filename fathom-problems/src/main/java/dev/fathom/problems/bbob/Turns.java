package dev.fathom.problems.bbob;

/// Sine and cosine of angles given in turns of 2π. Whole and quarter turns are taken off exactly, so that [StrictMath]
/// sees only angles up to π/4, for which it is fastest.
final class Turns {

    private static final double TURN = 2 * Math.PI;

    private Turns() {}

    /// cos 2πt.
    static double cos(double t) {
        double part = Math.abs(t - Math.rint(t));
        if (part <= 0.125) {
            return StrictMath.cos(TURN * part);
        }
        return part < 0.375 ? StrictMath.sin(TURN * (0.25 - part)) : -StrictMath.cos(TURN * (0.5 - part));
    }

    /// sin 2πt.
    static double sin(double t) {
        return cos(t - 0.25);
    }

    /// How many turns an angle in radians is.
    static double of(double radians) {
        return radians / TURN;
    }
}
