package io.clientele.jobs.init.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialectSnifferTest {
  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("sales.csv"), bytes);
  }

  private Path file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void separatorIsTheOneThatPartsAllLinesAlike() throws IOException {
    assertThat(DialectSniffer.sniff(file("a;b\n1,5;2,5\n\"x;y\";3\n")))
        .isEqualTo(new Dialect(StandardCharsets.UTF_8, ';', List.of("a", "b")));
  }

  @Test
  void byteOrderMarkIsNoPartOfTheFirstName() throws IOException {
    assertThat(DialectSniffer.sniff(file("\uFEFForder,day\n1,2\n")).columns())
        .containsExactly("order", "day");
  }

  @Test
  void filesThatAreNoDelimitedTextAreRefusedWithANextMove() throws IOException {
    refused(file(""), "it is empty; export it again.");
    refused(file(new byte[] {1, 0, 2, 0}), "it holds binary data; export it as delimited text");
    refused(file("PK\u0003\u0004rest"), "save the sheet as CSV (UTF-8)");
    refused(file(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0}), "it is UTF-16; save it as UTF-8.");
    refused(file("one\ntwo\n"), "no comma, semicolon, tab or bar parts its first line 'one'");
    refused(file("a,b,a\n1,2,3\n"), "two columns are named a; give each its own name.");
    refused(folder.resolve("none.csv"), "there is no such file; check the path.");
  }

  @Test
  void fileWithoutHeaderIsRefusedWithTheCommandThatHelps() throws IOException {
    Path file = file("17;2024-01-02;4,50\n18;2024-01-03;2,50\n");
    refused(
        file,
        "its first line '17;2024-01-02;4,50' holds data, not column names; a header is needed: write"
            + " one line of names above it and run init on the new file, for example (echo"
            + " 'name1;name2;name3'; cat '"
            + file
            + "') > with_header.csv.");
  }

  @Test
  void quoteThatIsNeverClosedStopsAfterFourMebibytes() throws IOException {
    Path file = file("a,b\n1,\"open\n" + "x,y\n".repeat(2_000_000));
    Dialect dialect = new Dialect(StandardCharsets.UTF_8, ',', List.of("a", "b"));
    assertThatThrownBy(() -> Records.visit(file, dialect, cells -> true))
        .isInstanceOf(ProfileException.class)
        .hasMessageContaining("Cannot read sales.csv behind record 1")
        .hasMessageContaining("a quote is opened and never closed");
  }

  private static void refused(Path file, String because) {
    assertThatThrownBy(() -> DialectSniffer.sniff(file))
        .isInstanceOf(ProfileException.class)
        .hasMessageContaining("Cannot profile " + file + ": ")
        .hasMessageContaining(because);
  }
}
