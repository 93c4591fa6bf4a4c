package dev.fathom.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fathom.lab.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersTest {

    @TempDir
    private Path directory;

    private Peers read(String... lines) throws IOException {
        return Peers.read(List.of(Files.writeString(directory.resolve("peers.csv"), String.join("\n", lines))));
    }

    @Test
    void threeFormsAreToldApart() throws IOException {
        Path measured = Files.writeString(directory.resolve("a.csv"), """
                algorithm,dimension,run_budget_per_dim,group,runs,evals_per_dim,fraction_solved,auc
                x,2,100,all,72,10,0.1435,0.0924
                """);
        Path published = Files.writeString(directory.resolve("b.csv"), """
                source,algorithm,dimension,group,evals_per_dim,fraction_solved,auc,measure
                reference,best,2,all,10,0.2,0.1,targets51
                archive,y,2,all,10,0.2,0.1,target1e-8
                """);
        Run run = ReportTest.runs(List.of("z"), 10).getFirst();
        Path runs = Files.writeString(directory.resolve("c.csv"), Run.HEADER + "\n" + run.toCsv() + "\n\n");
        Peers peers = Peers.read(List.of(measured, published, runs));
        assertThat(peers.points())
                .containsExactly(
                        new Peers.Point("x", 2, 100, "all", 10, 0.1435, 0.0924, false),
                        new Peers.Point("best", 2, Double.POSITIVE_INFINITY, "all", 10, 0.2, 0.1, true));
        assertThat(peers.runs()).extracting(Run::toCsv).containsExactly(run.toCsv());
        assertThat(peers.notes()).containsExactly("b.csv: 1 rows of another measure than targets51 left out");
    }

    @Test
    void onlyBudgetsThatAreNotSmallerCount() throws IOException {
        Peers peers = read(
                "algorithm,dimension,run_budget_per_dim,group,evals_per_dim,fraction_solved,auc",
                "x,2,50,all,20,0.1,0.1",
                "x,2,200,all,20,0.2,0.2",
                "x,2,200,all,200,0.25,0.2",
                "x,2,1000,all,20,0.3,0.3",
                "x,5,50,all,20,0.4,0.4");
        assertThat(peers.at(100).points()).extracting(Peers.Point::fraction).containsExactly(0.2);
        assertThat(peers.at(50).points()).extracting(Peers.Point::fraction).containsExactly(0.1, 0.4);
        assertThat(peers.at(5000).points()).isEmpty();
    }

    @Test
    void otherFilesAreRefused() {
        assertThatThrownBy(() -> read("name,score", "a,1"))
                .hasMessageContaining("begins with 'name,score'")
                .hasMessageContaining("fraction_solved")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(this::read).hasMessageContaining("begins with ''");
        String header = "algorithm,dimension,group,evals_per_dim,fraction_solved,auc";
        assertThatThrownBy(() -> read(header, "x,2,all")).hasMessageContaining("3 cells, not 6");
        assertThatThrownBy(() -> read(header, "x,2,all,10,,0.1")).hasMessageContaining("'x,2,all,10,,0.1'");
    }
}
