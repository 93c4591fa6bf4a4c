package dev.fathom.lab;

import dev.fathom.Outcome;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Logs one run in the lines of the COCO platform's experiment logger (data format `bbob-new2`).
///
/// A line is written to the `dat` part at the first evaluation, whenever the best value passes one of the levels
/// 10^(k/20) above the minimum, and to the `tdat` part at the evaluations 10^(k/20) and 1, 2, 5, 10 … times d. Both end
/// with the best point. What is followed is the loss without noise, at least the minimum, plus the sum of violated
/// constraints; evaluations of constraints are counted, too.
///
/// The two parts are kept in one file, from which [CocoExport] puts the folders together.
final class CocoTrace implements Trace {

    /// Ends the `dat` part.
    static final String SEPARATOR = "---";

    private static final double NOT_A_NUMBER = 2e21;
    private static final double INFINITY = 3e21;
    private static final double PRECISION = 1e-8;
    private static final int PER_DECADE = 20;
    /// Points of more variables are not written.
    private static final int MOST_VARIABLES = 6;

    private static final int[] STEPS = {1, 2, 5};

    private final Path file;
    private final double minimum;
    private final int dimension;
    /// The constraints of a failure.
    private final double[] unknown;
    private final StringBuilder dat = new StringBuilder();
    private final StringBuilder tdat = new StringBuilder();

    private long evaluations;
    private double best = Double.POSITIVE_INFINITY;
    private double[] bestX = {};
    private double[] bestConstraints = {};
    private long loggedDat;
    private long loggedTdat;
    private int level = Integer.MAX_VALUE;
    private long nextPower = 1;
    private int power;
    private long nextMultiple;
    private long unit;
    private int step;

    /// @param file where the log is written at the end
    CocoTrace(Path file, double minimum, int dimension, int constraints) {
        this.file = file;
        unknown = new double[constraints];
        Arrays.fill(unknown, Double.POSITIVE_INFINITY);
        this.minimum = minimum;
        this.dimension = dimension;
        unit = dimension;
        nextMultiple = dimension;
    }

    @Override
    public void add(Outcome.@Nullable Values exact, Outcome measured, double[] x) {
        evaluations++;
        double value = finite(exact == null ? Double.NaN : exact.losses()[0]);
        double[] constraints = exact == null ? unknown : exact.constraints();
        double merit = Math.max(value, minimum) + (exact == null ? 0 : violation(constraints));
        if (merit < best) {
            best = merit;
            bestX = x.clone();
            bestConstraints = constraints;
            if (isNewLevel(best - minimum) || evaluations == 1) {
                line(dat, value, x, constraints);
                loggedDat = evaluations;
            }
        }
        if (isTime(evaluations * (constraints.length > 0 ? 2 : 1))) {
            line(tdat, value, x, constraints);
            loggedTdat = evaluations;
        }
    }

    private static double finite(double value) {
        return Double.isNaN(value) ? NOT_A_NUMBER : Double.isInfinite(value) ? INFINITY : value;
    }

    private static double violation(double[] constraints) {
        double sum = 0;
        for (double constraint : constraints) {
            sum += Math.max(0, constraint);
        }
        return finite(sum);
    }

    private boolean isNewLevel(double delta) {
        double shown = delta == 0 ? PRECISION / 10 : Math.max(delta, PRECISION);
        int reached = (int) Math.ceil(StrictMath.log10(shown) * PER_DECADE);
        boolean isNew = reached < level;
        level = Math.min(level, reached);
        return isNew;
    }

    private boolean isTime(long count) {
        boolean isPower = count >= nextPower;
        while (nextPower <= count) {
            power++;
            nextPower = (long) StrictMath.pow(10, (double) power / PER_DECADE);
        }
        boolean isMultiple = count >= nextMultiple;
        while (nextMultiple <= count) {
            step = (step + 1) % STEPS.length;
            unit = step == 0 ? unit * 10 : unit;
            nextMultiple = unit * STEPS[step];
        }
        return isPower || isMultiple;
    }

    private void line(StringBuilder out, double value, double[] x, double[] constraints) {
        out.append(evaluations)
                .append(' ')
                .append(constraints.length > 0 ? evaluations : 0)
                .append(number(" %+10.9e", best - minimum))
                .append(number(" %+10.9e", value));
        if (constraints.length > 0) {
            out.append(' ');
            for (double constraint : constraints) {
                out.append(digit(constraint));
            }
        } else {
            out.append(number(" %+10.9e", best));
        }
        for (int j = 0; j < dimension && dimension <= MOST_VARIABLES; j++) {
            out.append(number(" %+5.4e", x[j]));
        }
        out.append('\n');
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /// 0 for a satisfied constraint, 1 up to 10⁻⁷, … 8 up to 1, 9 beyond.
    private static int digit(double constraint) {
        int digit = 0;
        double limit = 0;
        while (digit < 9 && constraint > limit) {
            limit = StrictMath.pow(10, digit - 7.0);
            digit++;
        }
        return digit;
    }

    @Override
    public void end() throws IOException {
        if (loggedDat < evaluations) {
            line(dat, best, bestX, bestConstraints);
        }
        if (loggedTdat < evaluations) {
            line(tdat, best, bestX, bestConstraints);
        }
        String header = "% f evaluations | g evaluations | best noise-free fitness - Fopt ("
                + number("%13.12e", minimum) + ") + sum g_i+ | measured fitness"
                + " | best measured fitness or single-digit g-values | x1 | x2...\n";
        String text = number("%.1e\n", best - minimum) + header + dat + SEPARATOR + "\n" + header + tdat;
        // Not by a channel, which an interrupt would close.
        try (OutputStream out = new FileOutputStream(file.toFile())) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
