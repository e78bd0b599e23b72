package io.clientele.jobs.schedule.dagfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DagFolderTest {
  @TempDir private Path folder;

  private DagFolder.Contents load() {
    return DagFolder.load(folder, new LoadSettings(false, Map.of()));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aBadFileTakesNoOtherWithIt() throws IOException {
    write("a.yaml", DagText.dag("catchup: 3"));
    write("sub/b.yml", DagText.dag("catchup: true"));
    DagFolder.Contents contents = load();
    assertThat(contents.dags())
        .singleElement()
        .extracting(d -> d.definition().file())
        .isEqualTo("sub/b.yml");
    assertThat(contents.errors())
        .containsExactly(
            new DagFolder.ImportError(
                "a.yaml",
                "Cannot load a.yaml:\n  a.yaml:2: d.catchup: it is 3, expected true or false;"
                    + " write true or false."));
  }

  @Test
  void reportsADagIdThatStandsInTwoFiles() throws IOException {
    write("a.yaml", DagText.dag("catchup: true"));
    write("b.yaml", DagText.dag("catchup: false"));
    DagFolder.Contents contents = load();
    assertThat(contents.dags()).singleElement().matches(dag -> dag.definition().catchup());
    assertThat(contents.errors())
        .singleElement()
        .extracting(DagFolder.ImportError::message)
        .asString()
        .contains("the DAG id d stands in a.yaml too");
  }

  @Test
  void refusesDefaultsThatAirflowWouldReadAsADag() throws IOException {
    write("defaults.yml", "default_args: {retries: 1}\n");
    assertThat(load().errors())
        .singleElement()
        .extracting(DagFolder.ImportError::message)
        .asString()
        .contains("it would also be read as a DAG file");
  }
}
