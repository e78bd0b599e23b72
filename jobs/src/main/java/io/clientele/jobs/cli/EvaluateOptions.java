package io.clientele.jobs.cli;

import io.clientele.jobs.evaluate.EmbeddedSession;
import io.clientele.jobs.evaluate.EvaluationRun;
import io.clientele.jobs.evaluate.InputFile;
import io.clientele.jobs.evaluate.InputTable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What all families of {@code clientele evaluate} ask for; a mixin of their commands. */
final class EvaluateOptions {
  @Parameters(paramLabel = "FILE", description = "CSV (.csv, .csv.gz) or Parquet.")
  private Path file;

  @Option(
      names = "--separator",
      paramLabel = "C",
      converter = Separator.class,
      description =
          "Between cells: a character, tab or blank (any number of them); default: found.")
  private Character separator;

  @Option(
      names = "--no-header",
      description = "The first line is data; columns are then c1, c2 and so on.")
  private boolean isHeaderless;

  @Option(
      names = "--where",
      paramLabel = "EXPR",
      description = "Keeps rows for which it is true; written as in clientele.yaml.")
  private String where;

  @Option(names = "--format", description = "table or json; default table.")
  private Listing.Form form = Listing.Form.TABLE;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for what was found for single rows, as CSV.")
  private Path out;

  @Option(names = "--seed", paramLabel = "N", description = "Of everything drawn; default 42.")
  private long seed = 42;

  long seed() {
    return seed;
  }

  Optional<Character> separator() {
    return Optional.ofNullable(separator);
  }

  /** Lets the family judge the file and prints what it found. */
  int run(String task, EvaluationRun.Judge family) {
    return run(task, InputTable::open, family);
  }

  /** The same for a file that is not opened as a table with columns. */
  int run(String task, EvaluationRun.Opening opening, EvaluationRun.Judge family) {
    InputFile input =
        new InputFile(
            file, Optional.ofNullable(separator), !isHeaderless, Optional.ofNullable(where));
    new EvaluationRun(
            task, input, form == Listing.Form.JSON, Optional.ofNullable(out), Version.program())
        .print(new EmbeddedSession(), opening, family, Terminal.out());
    return ExitCodes.DONE;
  }

  /** Names for separators that are awkward to type. */
  static final class Separator implements ITypeConverter<Character> {
    @Override
    public Character convert(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "tab", "\\t" -> '\t';
        case "blank", "space" -> ' ';
        default -> {
          if (text.length() != 1) {
            throw new TypeConversionException(
                "'" + text + "' is no separator; write one character, tab or blank");
          }
          yield text.charAt(0);
        }
      };
    }
  }
}
