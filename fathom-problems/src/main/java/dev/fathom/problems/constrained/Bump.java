package dev.fathom.problems.constrained;

import dev.fathom.problems.Known;

/// Keane's bump function. Source: Keane, "Experiences with Optimizers in Structural Design", 1994.
final class Bump {

    private static final double[] BEST_10 = {
        3.123890361374836, 3.069154859448588, 3.0142823109112333, 2.957588358574023, 1.4660413615198797,
        0.36805852136625433, 0.36348233468024377, 0.3591206297988402, 0.3549542783591826, 0.3509666470593814
    };

    private static final double[] BEST_20 = {
        3.162460633107207, 3.128331416851138, 3.094792115543425, 3.0614505810158072, 3.027929170417386,
        2.9938260756863575, 2.9586687365273705, 2.921842250604352, 0.49482511181499605, 0.4883571087504036,
        0.48231643011508285, 0.4766447439447266, 0.4712955064493398, 0.46623099164019394, 0.4614200488678783,
        0.4568366539657398, 0.452458775647124, 0.44826762577840273, 0.44424700814719825, 0.4403828570663136
    };

    private Bump() {}

    /// The best known value: -0.803619 for 20 variables (Liang et al. 2006), -0.747310 for 10.
    static Known.Optimum known(int d) {
        return switch (d) {
            case 10 -> new Known.Optimum(BEST_10, -0.7473103615261206);
            case 20 -> new Known.Optimum(BEST_20, -0.8036191041255879);
            default ->
                throw new IllegalArgumentException(
                        "the best value of g02 is not known for " + d + " variables. Maybe take 10 or 20.");
        };
    }

    /// -|(Σ cos⁴ xᵢ - 2 Π cos² xᵢ) / √(Σ i xᵢ²)|; not a number at the origin.
    static double value(double[] x) {
        double sum = 0;
        double product = 2;
        double weighted = 0;
        for (int i = 0; i < x.length; i++) {
            double cosine = StrictMath.cos(x[i]);
            double square = cosine * cosine;
            sum += square * square;
            product *= square;
            weighted += (i + 1) * x[i] * x[i];
        }
        return -Math.abs((sum - product) / Math.sqrt(weighted));
    }

    static double product(double[] x) {
        double product = 1;
        for (double xi : x) {
            product *= xi;
        }
        return product;
    }

    static double sum(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += xi;
        }
        return sum;
    }
}
