package dev.fathom.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fathom.Result;
import dev.fathom.Study;
import dev.fathom.Toys;
import dev.fathom.internal.json.Json;
import dev.fathom.space.Space;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataTableTest {

    private final DataTable table = DataTable.all();

    private final Study<double[]> study = Study.minimize(Space.reals(2, -5, 5), x -> x[0] * x[0] + x[1] * x[1])
            .optimizer(new Toys.Halves(10))
            .budget(50)
            .observe(table);

    @Test
    void keepsColumns() {
        study.run();
        Result<double[]> result = study.run(); // a new run empties the table
        assertThat(table.column("iter")).containsExactly(1, 2, 3, 4, 5);
        assertThat(table.column("evaluations")).containsExactly(10, 20, 30, 40, 50);
        assertThat(table.column("best_eval")).hasSize(5).endsWith(result.value());
        assertThat(table.rows()).hasSize(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.column("best"))
                .withMessageContaining("no column best")
                .withMessageContaining("best_eval");
    }

    @Test
    void isWrittenForOtherPrograms() {
        study.run();
        List<String> lines = table.csv().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst()).isEqualTo(String.join(",", table.names()));
        String[] last = lines.getLast().split(",", -1);
        assertThat(last[0]).isEqualTo("5");
        assertThat(Double.parseDouble(last[3])).isEqualTo(table.column("best_eval")[4]);
        assertThat(Json.parseObject(table.json())).containsEntry("iter", List.of(1L, 2L, 3L, 4L, 5L));
        assertThat(Json.parseObject(table.json()).keySet()).containsExactlyElementsOf(table.names());
    }

    @Test
    void leavesEmptyWhatHasNoValue() {
        Study.minimize(Space.reals(1, -5, 5), x -> Double.NaN)
                .optimizer(new Toys.Halves(5))
                .budget(10)
                .observe(table)
                .run();
        assertThat(table.column("best_eval")).containsOnly(Double.NaN);
        assertThat(table.csv()).contains("\n1,").contains(",,,,,").doesNotContain("NaN");
        assertThat(table.json()).contains("null").doesNotContain("NaN");
        assertThat(DataTable.all().csv()).isEqualTo("\n");
    }
}
