package dev.fathom.problems.leastsquares;

/// Polynomial residuals.
///
/// Sources, unless said otherwise: Moré, Garbow and Hillstrom, "Testing Unconstrained Optimization Software", 1981
/// (MGH), with the number of the problem.
final class Polynomials {

    private Polynomials() {}

    /// MGH 1: Rosenbrock's valley, [2].
    static double[] rosenbrock(double[] x) {
        return new double[] {10 * (x[1] - x[0] * x[0]), 1 - x[0]};
    }

    /// MGH 13: Powell's singular function, [4]. The Jacobian is singular at the solution.
    static double[] powellSingular(double[] x) {
        double middle = x[1] - 2 * x[2];
        double outer = x[0] - x[3];
        return new double[] {
            x[0] + 10 * x[1], Math.sqrt(5) * (x[2] - x[3]), middle * middle, Math.sqrt(10) * (outer * outer)
        };
    }

    /// MGH 2: Freudenstein and Roth, [2].
    static double[] freudensteinRoth(double[] x) {
        return new double[] {-13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1], -29 + x[0] + ((1 + x[1]) * x[1] - 14) * x[1]};
    }

    /// MGH 20: Watson, [31]. A polynomial p of degree d - 1 with coefficients x solves p' - p² = 1, p(0) = 0.
    static double[] watson(double[] x) {
        double[] r = new double[31];
        for (int i = 0; i < 29; i++) {
            double t = (i + 1) / 29.0;
            double slope = 0;
            double value = x[x.length - 1];
            for (int j = x.length - 1; j > 0; j--) {
                slope = slope * t + j * x[j];
                value = value * t + x[j - 1];
            }
            r[i] = slope - value * value - 1;
        }
        r[29] = x[0];
        r[30] = x[1] - x[0] * x[0] - 1;
        return r;
    }

    /// MGH 35: Chebyquad, [d]. The means of Chebyshev's polynomials Tᵢ at 2xⱼ - 1 are to equal their integrals over
    /// [0, 1]: 0 for odd i, -1/(i² - 1) for even i.
    static double[] chebyquad(double[] x) {
        int d = x.length;
        double[] r = new double[d];
        for (double xj : x) {
            double argument = 2 * xj - 1;
            double before = 1;
            double value = argument;
            for (int i = 0; i < d; i++) {
                r[i] += value;
                double next = 2 * argument * value - before;
                before = value;
                value = next;
            }
        }
        for (int i = 0; i < d; i++) {
            double order = i + 1.0;
            r[i] = r[i] / d + (i % 2 == 1 ? 1 / (order * order - 1) : 0);
        }
        return r;
    }

    /// MGH 27: Brown's almost linear function, [d].
    static double[] brownAlmostLinear(double[] x) {
        int d = x.length;
        double sum = -(d + 1);
        double product = 1;
        for (double xj : x) {
            sum += xj;
            product *= xj;
        }
        double[] r = new double[d];
        for (int i = 0; i < d - 1; i++) {
            r[i] = x[i] + sum;
        }
        r[d - 1] = product - 1;
        return r;
    }

    /// Bdqrtic, [2(d - 4)]. Source: Conn, Gould, Lescrenier and Toint, "Performance of a Multifrontal Scheme for
    /// Partially Separable Optimization", 1994, problem 61.
    static double[] bdqrtic(double[] x) {
        int k = x.length - 4;
        double[] r = new double[2 * k];
        double last = x[x.length - 1];
        for (int i = 0; i < k; i++) {
            r[i] = 3 - 4 * x[i];
            r[k + i] = x[i] * x[i]
                    + 2 * x[i + 1] * x[i + 1]
                    + 3 * x[i + 2] * x[i + 2]
                    + 4 * x[i + 3] * x[i + 3]
                    + 5 * last * last;
        }
        return r;
    }

    /// The cubic valley, [d]. Source: Grippo, Lampariello and Lucidi, "A Truncated Newton Method with Nonmonotone Line
    /// Search for Unconstrained Optimization", 1989.
    static double[] cube(double[] x) {
        double[] r = new double[x.length];
        r[0] = x[0] - 1;
        for (int i = 1; i < x.length; i++) {
            r[i] = 10 * (x[i] - x[i - 1] * x[i - 1] * x[i - 1]);
        }
        return r;
    }

    /// The dipole moments of a heart, [8]; x = (a, b, c, d, t, u, v, w). Source: Averick, Carter, Moré and Xue, "The
    /// MINPACK-2 Test Problem Collection", 1992; the data of Dennis, Gay and Vu, 1985, experiment 791226.
    static double[] heart(double[] x) {
        Dipole left = new Dipole(x[0], x[2], x[4], x[6]);
        Dipole right = new Dipole(x[1], x[3], x[5], x[7]);
        return new double[] {
            left.a + right.a + 0.69,
            left.c + right.c + 0.044,
            left.first() + right.first() + 1.57,
            left.firstTurned() + right.firstTurned() + 1.31,
            left.second() + right.second() + 2.65,
            left.secondTurned() + right.secondTurned() - 2,
            left.third() + right.third() + 12.6,
            left.thirdTurned() + right.thirdTurned() - 9.48
        };
    }

    /// The real and imaginary parts of (a + ic)(t + iv)ᵏ for k = 1, 2, 3.
    private record Dipole(double a, double c, double t, double v) {

        double first() {
            return t * a - v * c;
        }

        double firstTurned() {
            return v * a + t * c;
        }

        double second() {
            return a * (t * t - v * v) - 2 * c * t * v;
        }

        double secondTurned() {
            return c * (t * t - v * v) + 2 * a * t * v;
        }

        double third() {
            return a * t * (t * t - 3 * v * v) + c * v * (v * v - 3 * t * t);
        }

        double thirdTurned() {
            return c * t * (t * t - 3 * v * v) - a * v * (v * v - 3 * t * t);
        }
    }
}
