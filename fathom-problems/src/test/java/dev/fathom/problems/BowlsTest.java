package dev.fathom.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values of the further functions worked out by hand from the formulas.
class BowlsTest {

    @ParameterizedTest
    @CsvSource({
        "sphere-1, 2, 3, 5",
        "sphere-2, 2, 3, 1",
        "sphere-4, 2, 3, 5",
        "alt-cigar, 2, 3, 4000009",
        "alt-ellipsoid, 2, 3, 4000009",
        "bent-cigar, -2, -3, 9000004",
        "bent-cigar, 2, 1, 1000004",
        // 4^(1 + ½·2) = 16
        "bent-cigar, 2, 4, 256000004",
        "step-ellipsoid:condition1, 2, 1, 2.718281828459045",
        "step-ellipsoid:condition1, 0.5, 0.5, 1",
        "double-slope, 2, -3, 1",
        "step-double-slope, 2, -5, 2.718281828459045",
        "slope, 2, -5, -3",
        "schwefel-1-2, 2, 3, 29",
        "schwefel-2-20, 2, -3, 5",
        "schwefel-2-21, 2, -3, 3",
        "schwefel-2-22, 2, -3, 11",
        // 4 + 9 + 4² + 4⁴
        "zakharov, 2, 3, 285",
        "dixon-price, 3, 2, 54",
        "different-powers, 2, -3, 31",
        "happy-cat, 1, 1, 2",
        // 3^¼ + (½·5 + 3) / 2 + ½
        "happy-cat, 1, 2, 4.566074012952492",
        "gaussian-peak, 2, 0, -0.36787944117144233",
        "buche-rastrigin, 0, 0.31622776601683794, 1",
        "buche-rastrigin, 1, 0, 100",
        "buche-rastrigin, -1, 0, 1",
        // π⁻² (1.1 - 1)
        "hm, 0, 0.3183098861837907, 0.010132118364233779",
        "lunacek, 3.5, 2.5, 1",
        "sum-deceptive, 2, 2, 20.363636363636363",
        // 3 - 2 / 3.1 < 12 - 2 / 1.1
        "max-deceptive, 1, 2, 10.181818181818182",
        "salomon, 3, 4, 0.5",
        "alpine, 3.141592653589793, 0, 0.3141592653589793",
        "bohachevsky, 1, 1, 3.6",
        "easom, 0, 0, -2.6752879910742e-9",
        "michalewicz, 1.5707963267948966, 1.5707963267948966, -1.0009765625",
        "deceptive-cone, -1, 0, 1",
        "deceptive-cone, 0.5, 0, 1",
        "deceptive-cone, -0.5, 0.5, 0.7853981633974483",
        "deceptive-path, 0, 0.6366197723675814, 0.6366197723675814",
        "deceptive-path, 0, 1, 1",
        "deceptive-multimodal, 0.28, 0.18, 1",
    })
    void valuesFollowFromTheFormulas(String name, double first, double second, double value) {
        String function = name.contains(":") ? name : name + ":d2";
        String full = function.contains(":d") ? function : function + ":d2";
        assertThat(Problems.of(full).value(new double[] {first, second}))
                .isCloseTo(value, within(1e-12 * Math.max(1, Math.abs(value)) + 1e-15));
    }
}
