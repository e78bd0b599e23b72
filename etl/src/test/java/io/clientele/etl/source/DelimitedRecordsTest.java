package io.clientele.etl.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelimitedRecordsTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static List<DelimitedRecord> read(byte[] bytes, FileFormat format, String... wanted)
      throws IOException {
    List<DelimitedRecord> records = new ArrayList<>();
    try (DelimitedRecords file =
        new DelimitedRecords(new ByteArrayInputStream(bytes), format, List.of(wanted))) {
      file.forEachRemaining(records::add);
    }
    assertThat(RecordCounter.count(new ByteArrayInputStream(bytes), format))
        .as("records counted without the parser")
        .isEqualTo(records.size());
    return records;
  }

  private static List<DelimitedRecord> read(String text, String... wanted) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), FileFormat.standard(), wanted);
  }

  private static FileFormat windows(char separator) {
    return FileFormat.standard().withBytes(WINDOWS, separator, '"');
  }

  @Test
  void columnsAreFoundByNameWhateverTheirOrder() throws IOException {
    List<DelimitedRecord> records = read("b,extra,A\n2,x,1\n", "A", "b");

    assertThat(records.get(0).cells()).containsExactly("1", "2");
  }

  @Test
  void quotedCellsMayHoldSeparatorsQuotesAndLineBreaks() throws IOException {
    List<DelimitedRecord> records = read("a,b\n\"x, \"\"y\"\"\nz\",1\n2,3\n", "a", "b");

    assertThat(records.get(0).cells()).containsExactly("x, \"y\"\nz", "1");
    assertThat(records.get(1).cells()).containsExactly("2", "3");
  }

  @Test
  void offsetsAreBytesAlsoBehindCharactersOfSeveralBytes() throws IOException {
    String text = "\uFEFFname,city\r\nJürgen,Köln\r\n\r\n李,東京\r\nAnn,Oslo";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    List<DelimitedRecord> records = read(bytes, FileFormat.standard(), "name", "city");

    assertThat(records)
        .extracting(record -> record.cells()[0])
        .containsExactly("Jürgen", "李", "Ann");
    for (DelimitedRecord record : records) {
      byte[] from = Arrays.copyOfRange(bytes, (int) record.offset(), bytes.length);
      assertThat(new String(from, StandardCharsets.UTF_8)).startsWith(record.text());
    }
  }

  @Test
  void windows1252IsReadStrictly() throws IOException {
    byte[] bytes = "name;price\nMüller €;1,5\nbad\u0081;2\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] euro = "name;price\nMüller €;1,5\n".getBytes(WINDOWS);

    assertThat(read(euro, windows(';'), "name").get(0).cells()).containsExactly("Müller €");
    assertThat(read(bytes, windows(';'), "name").get(1).problems()).containsExactly("undecodable");
  }

  @Test
  void bytesThatAreNoUtf8RefuseTheirRecordAlone() throws IOException {
    byte[] bytes = "a,b\nM\u00fcller,1\nAnn,2\n".getBytes(StandardCharsets.ISO_8859_1);

    List<DelimitedRecord> records = read(bytes, FileFormat.standard(), "a", "b");

    assertThat(records.get(0).problems()).containsExactly("undecodable");
    assertThat(records.get(1).cells()).containsExactly("Ann", "2");
  }

  @Test
  void emptyCellsAndNullTextsAreNull() throws IOException {
    FileFormat format = FileFormat.standard().withNullTexts(List.of("NULL", "-"));
    byte[] bytes = "a,b,c,d\n,\"\",NULL,-\n".getBytes(StandardCharsets.UTF_8);

    assertThat(read(bytes, format, "a", "b", "c", "d").get(0).cells()).containsOnlyNulls();
  }

  @Test
  void aRecordWithTooFewOrTooManyCellsIsRefused() throws IOException {
    List<DelimitedRecord> records = read("a,b\n1\n1,2\n1,2,3\n", "a");

    assertThat(records)
        .extracting(DelimitedRecord::problems)
        .containsExactly(List.of("cell_count"), List.of(), List.of("cell_count"));
    assertThat(records.get(2).offset()).isEqualTo("a,b\n1\n1,2\n".length());
    assertThat(records.get(2).text()).isEqualTo("1,2,3");
  }

  @Test
  void everyRecordOfAFileWithoutAMappedColumnSaysSo() throws IOException {
    List<DelimitedRecord> records = read("a,b\n1,2\n3\n", "a", "price");

    assertThat(records)
        .extracting(DelimitedRecord::problems)
        .containsExactly(
            List.of("missing_column(price)"), List.of("missing_column(price)", "cell_count"));
  }

  @Test
  void anUnclosedQuoteCostsItsLineAlone() throws IOException {
    StringBuilder text = new StringBuilder("id,name\n");
    for (int i = 1; i <= 200_000; i++) {
      text.append(i).append(i == 1000 ? ",\"open\n" : ",plain text\n");
    }

    List<DelimitedRecord> records = read(text.toString(), "id");

    assertThat(records).hasSize(200_000);
    assertThat(records.get(999).problems()).containsExactly("unclosed_quote");
    assertThat(records.get(999).text()).isEqualTo("1000,\"open");
    assertThat(records.get(999).offset()).isEqualTo(text.indexOf("1000,\"open"));
    assertThat(records.stream().filter(record -> record.problems().isEmpty())).hasSize(199_999);
    assertThat(records.get(1000).cells()).containsExactly("1001");
  }

  @Test
  void anUnclosedQuoteThatAnotherOneClosesCostsItsLineAlone() throws IOException {
    String text = "id,name,n\n1,\"open,5\n2,\"closed\",6\n3,plain,7\n4,\"open,8\n5,\"\",9\n";

    List<DelimitedRecord> records = read(text, "id");

    assertThat(records)
        .extracting(record -> record.cells()[0])
        .containsExactly(null, "2", "3", null, "5");
    assertThat(records.get(0).problems()).containsExactly("stray_quote");
  }

  @Test
  void aQuoteOpenAtTheEndOfTheFileIsOnePiece() throws IOException {
    List<DelimitedRecord> records = read("a,b\n1,2\n3,\"x", "a");

    assertThat(records.get(1).problems()).containsExactly("unclosed_quote");
  }

  @Test
  void aLineLongerThanTheLimitIsRefusedAndTheNextOneRead() throws IOException {
    String text = "a,b\n" + "x".repeat(3 << 20) + ",1\n2,3\n";

    List<DelimitedRecord> records = read(text, "a");

    assertThat(records.get(0).problems()).containsExactly("too_long");
    assertThat(records.get(0).text()).hasSize(4000);
    assertThat(records.get(1).cells()).containsExactly("2");
    assertThat(records.get(1).offset()).isEqualTo(text.indexOf("2,3"));
  }

  @Test
  void aLoneCarriageReturnEndsARecord() throws IOException {
    List<DelimitedRecord> records = read("a,b\r1,2\r3,4\r", "b");

    assertThat(records).extracting(record -> record.cells()[0]).containsExactly("2", "4");
  }

  @Test
  void countingWithoutTheParserAgreesOnRandomRubbish() throws IOException {
    Random random = new Random(7);
    String letters = "ab,,\"\"\n\n\r \tü";
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder("a,b\n");
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      List<DelimitedRecord> records = read(text.toString(), "a");
      assertThat(records).extracting(DelimitedRecord::number).doesNotHaveDuplicates();
    }
  }

  @Test
  void aLongStreamWithAnUnclosedQuoteIsReadInLittleMemory() throws IOException {
    long lines = 2_000_000;
    try (DelimitedRecords records =
        new DelimitedRecords(
            new GeneratedLines(lines, 500), FileFormat.standard(), List.of("id"))) {
      long read = 0;
      long refused = 0;
      while (records.hasNext()) {
        refused += records.next().problems().isEmpty() ? 0 : 1;
        read++;
      }
      assertThat(read).isEqualTo(lines);
      assertThat(refused).isEqualTo(1);
    }
  }

  /** Lines made while they are read, one of them with a quote that nobody closes. */
  static final class GeneratedLines extends InputStream {
    private final long lines;
    private final long broken;
    private long line;
    private byte[] current = "id,name\n".getBytes(StandardCharsets.UTF_8);
    private int position;

    GeneratedLines(long lines, long broken) {
      this.lines = lines;
      this.broken = broken;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read in chunks");
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int written = 0;
      while (written < length) {
        if (position == current.length) {
          if (line == lines) {
            return written == 0 ? -1 : written;
          }
          line++;
          String text = line + (line == broken ? ",\"open\n" : ",plain text of a line\n");
          current = text.getBytes(StandardCharsets.UTF_8);
          position = 0;
        }
        int part = Math.min(length - written, current.length - position);
        System.arraycopy(current, position, target, offset + written, part);
        position += part;
        written += part;
      }
      return written;
    }
  }

  @Test
  void charsetsThatAreNotKnownAreRefusedWithTheNearest() {
    assertThat(Charsets.named("cp1252")).isEqualTo(WINDOWS);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> Charsets.named("windows-1253"))
        .hasMessageStartingWith("Cannot read files in charset 'windows-1253': it is none of UTF-8")
        .hasMessageEndingWith("did you mean windows-1252?");
    assertThat(Optional.of(Charsets.isSupported(StandardCharsets.UTF_16))).contains(false);
  }
}
