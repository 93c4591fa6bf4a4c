package dev.fathom.problems.leastsquares;

/// Residuals with exponentials, angles and observed data.
///
/// Sources, unless said otherwise: Moré, Garbow and Hillstrom, "Testing Unconstrained Optimization Software", 1981
/// (MGH), with the number of the problem.
final class Curves {

    private static final double[] BARD = {
        0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39
    };

    private static final double[] KOWALIK = {
        0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246
    };

    private static final double[] KOWALIK_DOSES = {4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625};

    private static final double[] MEYER = {
        34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872
    };

    private static final double[] OSBORNE_1 = {
        0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603,
        0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411,
        0.406
    };

    private static final double[] OSBORNE_2 = {
        1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608, 0.655, 0.616, 0.606,
        0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661, 0.612, 0.558, 0.533, 0.495, 0.500, 0.423,
        0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668,
        0.645, 0.632, 0.591, 0.559, 0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098,
        0.054
    };

    private Curves() {}

    /// MGH 7: a helical valley, [3].
    static double[] helicalValley(double[] x) {
        return new double[] {10 * (x[2] - 10 * turn(x[0], x[1])), 10 * (Math.sqrt(x[0] * x[0] + x[1] * x[1]) - 1), x[2]
        };
    }

    /// The angle of (x, y) in turns, from -1/4 to 3/4.
    private static double turn(double x, double y) {
        if (x == 0) {
            return y >= 0 ? 0.25 : -0.25;
        }
        return StrictMath.atan(y / x) / (2 * Math.PI) + (x < 0 ? 0.5 : 0);
    }

    /// MGH 8: Bard, [15].
    static double[] bard(double[] x) {
        double[] r = new double[BARD.length];
        for (int i = 0; i < r.length; i++) {
            double u = i + 1.0;
            double v = 15 - i;
            r[i] = BARD[i] - (x[0] + u / (v * x[1] + Math.min(u, v) * x[2]));
        }
        return r;
    }

    /// MGH 15: Kowalik and Osborne, [11].
    static double[] kowalikOsborne(double[] x) {
        double[] r = new double[KOWALIK.length];
        for (int i = 0; i < r.length; i++) {
            double v = KOWALIK_DOSES[i];
            r[i] = KOWALIK[i] - x[0] * v * (v + x[1]) / (v * (v + x[2]) + x[3]);
        }
        return r;
    }

    /// MGH 10: Meyer, [16].
    static double[] meyer(double[] x) {
        double[] r = new double[MEYER.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = x[0] * StrictMath.exp(x[1] / (45 + 5 * (i + 1) + x[2])) - MEYER[i];
        }
        return r;
    }

    /// MGH 12: Box, three variables, [10].
    static double[] box(double[] x) {
        double[] r = new double[10];
        for (int i = 1; i <= 10; i++) {
            double t = i / 10.0;
            r[i - 1] = StrictMath.exp(-t * x[0])
                    - StrictMath.exp(-t * x[1])
                    + (StrictMath.exp(-i) - StrictMath.exp(-t)) * x[2];
        }
        return r;
    }

    /// MGH 6: Jennrich and Sampson, [10].
    static double[] jennrichSampson(double[] x) {
        double[] r = new double[10];
        for (int i = 1; i <= 10; i++) {
            r[i - 1] = 2 + 2 * i - StrictMath.exp(i * x[0]) - StrictMath.exp(i * x[1]);
        }
        return r;
    }

    /// MGH 16: Brown and Dennis, [20].
    static double[] brownDennis(double[] x) {
        double[] r = new double[20];
        for (int i = 0; i < r.length; i++) {
            double t = (i + 1) / 5.0;
            double line = x[0] + t * x[1] - StrictMath.exp(t);
            double wave = x[2] + x[3] * StrictMath.sin(t) - StrictMath.cos(t);
            r[i] = line * line + wave * wave;
        }
        return r;
    }

    /// MGH 17: Osborne, two exponentials, [33].
    static double[] osborne1(double[] x) {
        double[] r = new double[OSBORNE_1.length];
        for (int i = 0; i < r.length; i++) {
            double t = 10.0 * i;
            r[i] = OSBORNE_1[i] - (x[0] + x[1] * StrictMath.exp(-x[3] * t) + x[2] * StrictMath.exp(-x[4] * t));
        }
        return r;
    }

    /// MGH 19: Osborne, an exponential and three peaks, [65].
    static double[] osborne2(double[] x) {
        double[] r = new double[OSBORNE_2.length];
        for (int i = 0; i < r.length; i++) {
            double t = i / 10.0;
            double sum = x[0] * StrictMath.exp(-t * x[4]);
            for (int k = 1; k <= 3; k++) {
                double distance = t - x[7 + k];
                sum += x[k] * StrictMath.exp(-(distance * distance) * x[4 + k]);
            }
            r[i] = OSBORNE_2[i] - sum;
        }
        return r;
    }

    /// Mancino, [d]: rᵢ = 1400 xᵢ + (i - 50)³ + Σⱼ vᵢⱼ (sin⁵ ln vᵢⱼ + cos⁵ ln vᵢⱼ), vᵢⱼ = √(xᵢ² + i/j). Source:
    /// Spedicato, "Computational Experience with Quasi-Newton Algorithms for Minimization Problems of Moderately Large
    /// Size", 1975.
    static double[] mancino(double[] x) {
        double[] r = new double[x.length];
        for (int i = 0; i < r.length; i++) {
            double centered = i + 1 - 50;
            r[i] = 1400 * x[i] + centered * centered * centered + waves(x[i], i + 1.0, x.length);
        }
        return r;
    }

    private static double waves(double x, double i, int d) {
        double sum = 0;
        for (int j = 1; j <= d; j++) {
            double v = Math.sqrt(x * x + i / j);
            double angle = StrictMath.log(v);
            sum += v * (fifthPower(StrictMath.sin(angle)) + fifthPower(StrictMath.cos(angle)));
        }
        return sum;
    }

    private static double fifthPower(double number) {
        double square = number * number;
        return square * square * number;
    }

    /// The customary start of Mancino's function: its residuals at the origin, times -8.710996e-4.
    static double[] mancinoStart(int d) {
        double[] start = mancino(new double[d]);
        for (int i = 0; i < d; i++) {
            start[i] *= -8.710996e-4;
        }
        return start;
    }
}
