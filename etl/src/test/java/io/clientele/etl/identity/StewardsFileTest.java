package io.clientele.etl.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.etl.identity.IdentitySettings.Override;
import io.clientele.etl.identity.IdentitySettings.Record;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StewardsFileTest {
  @TempDir private Path folder;

  private List<Override> read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("stewards.csv"), text);
    return StewardsFile.read(file, Set.of("web", "till"));
  }

  @Test
  void eachLineIsAPair() throws IOException {
    assertThat(
            read(
                "decision,left,right,reason\nalways,web:1,till:2:3,\"asked, same\"\n\nnever,web:1,web:4,son\n"))
        .containsExactly(
            new Override(true, new Record("web", "1"), new Record("till", "2:3"), "asked, same"),
            new Override(false, new Record("web", "1"), new Record("web", "4"), "son"));
  }

  @Test
  void whatCannotBeUnderstoodIsRefusedWithItsLine() {
    assertThatThrownBy(() -> read("decision,left,right,reason\nsame,web:1,till:2,\n"))
        .hasMessageStartingWith("Cannot read line 2 of ")
        .hasMessageEndingWith("its decision is 'same'; write always or never.");
    assertThatThrownBy(() -> read("decision,left,right,reason\nalways,shop:1,till:2,\n"))
        .hasMessageEndingWith("there is no source shop; name one of till, web.");
    assertThatThrownBy(() -> read("decision,left,right,reason\nalways,1,till:2,\n"))
        .hasMessageEndingWith("'1' is no record; write source:number.");
    assertThatThrownBy(() -> read("left,right\nweb:1,till:2\n"))
        .hasMessageEndingWith("its head is left,right; write decision,left,right,reason.");
  }
}
