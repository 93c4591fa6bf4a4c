package dev.fathom.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal SQRT_2PI =
            new BigDecimal("2.506628274631000502415765284811045253006986740609938316629923576");

    /// Φ(x) = 1/2 + φ(x) (x + x³/3 + x⁵/(3·5) + …), to 60 digits; exact enough for |x| ≤ 8.
    private static BigDecimal exact(double at) {
        BigDecimal x = new BigDecimal(at);
        BigDecimal square = x.multiply(x, DIGITS);
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int k = 3; term.abs().compareTo(new BigDecimal("1e-50")) > 0; k += 2) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        BigDecimal density = exp(square.divide(BigDecimal.TWO, DIGITS)).multiply(SQRT_2PI, DIGITS);
        return new BigDecimal("0.5").add(sum.divide(density, DIGITS), DIGITS);
    }

    private static BigDecimal exp(BigDecimal x) {
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; term.compareTo(new BigDecimal("1e-50")) > 0; k++) {
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    @Test
    void distributionFunctionIsExactTo1e15() {
        for (double x = -8; x <= 8; x += 0.0371) {
            double error =
                    exact(x).subtract(new BigDecimal(Normal.cdf(x))).abs().doubleValue();
            assertThat(error).as("error at %s", x).isLessThan(1e-15);
        }
    }

    /// What is promised is the absolute error; towards the tail the relative one grows to 1e-8.
    @Test
    void lowerTailKeepsEightDigits() {
        for (double x = -8; x <= 0; x += 0.0371) {
            BigDecimal exact = exact(x);
            double error = exact.subtract(new BigDecimal(Normal.cdf(x)))
                    .divide(exact, 20, RoundingMode.HALF_EVEN)
                    .abs()
                    .doubleValue();
            assertThat(error).as("relative error at %s", x).isLessThan(x > -2 ? 1.5e-15 : x > -4 ? 1e-12 : 1e-8);
        }
    }

    @Test
    void isMonotoneAndSymmetric() {
        double previous = 0;
        for (double x = -39; x <= 39; x += 0.003) {
            double p = Normal.cdf(x);
            assertThat(p).isGreaterThanOrEqualTo(previous - 1e-15 * previous);
            assertThat(p + Normal.cdf(-x)).isCloseTo(1, within(2.3e-16));
            previous = p;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0, 1e-17",
        "0.975, 1.959963984540054, 2e-15",
        "0.9, 1.2815515655446004, 2e-15",
        "0.7, 0.5244005127080407, 1e-15",
        "1e-3, -3.090232306167813, 2e-15",
        "1e-6, -4.753424308822899, 2e-15",
        "1e-10, -6.361340902404056, 2e-15",
        "1e-300, -37.0471, 1e-4"
    })
    void quantilesHaveTheirKnownValues(double p, double x, double slack) {
        assertThat(Normal.quantile(p)).isCloseTo(x, within(slack));
    }

    @Test
    void quantileInvertsTheDistributionFunction() {
        for (double x = -8; x <= 5; x += 0.0113) {
            double spread = 3e-16 / Math.exp(-x * x / 2) * Math.sqrt(2 * Math.PI); // Φ is only known to its last digit
            double tail = x > -4 ? 1e-12 : 1e-8 / -x; // where Φ has fewer digits than Φ⁻¹
            double slack = x <= 0 ? tail : Math.max(1e-12, spread);
            assertThat(Normal.quantile(Normal.cdf(x))).isCloseTo(x, within(slack));
        }
    }

    @Test
    void quantileIsSymmetric() {
        for (double p = 1.0 / 1024; p < 0.5; p += 1.0 / 1024) { // 1 - p is exact
            assertThat(Normal.quantile(1 - p)).isCloseTo(-Normal.quantile(p), within(1e-14));
        }
    }

    @Test
    void endsAndNonsense() {
        assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Normal.cdf(Double.NaN)).isNaN();
        assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Normal.quantile(-0.1)).isNaN();
        assertThat(Normal.quantile(Double.NaN)).isNaN();
        assertThat(Normal.quantile(Double.MIN_VALUE)).isBetween(-39.0, -37.0);
    }
}
