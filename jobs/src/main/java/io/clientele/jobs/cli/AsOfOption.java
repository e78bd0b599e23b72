package io.clientele.jobs.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** As of when a command works: a local day, or the end of a scheduler's interval. */
@Command
final class AsOfOption {
  @ArgGroup(exclusive = true)
  private Given given;

  /** One of the two, or none. */
  private static final class Given {
    @Option(
        names = "--date",
        paramLabel = "D",
        description =
            "As-of date: nothing on or after its local midnight is used. Default: the day after the"
                + " newest business date in the sources.")
    private LocalDate date;

    @Option(
        names = "--interval-end",
        paramLabel = "T",
        converter = Iso.class,
        description =
            "The same from a scheduler: the instant at which its interval ends, for example"
                + " 2026-01-01T03:00:00+01:00; its day in the company's zone is the as-of date.")
    private Instant intervalEnd;
  }

  /**
   * The as-of date; empty = what the sources say.
   *
   * @param company zone of the company
   */
  Optional<LocalDate> in(ZoneId company) {
    if (given == null) {
      return Optional.empty();
    }
    return given.date != null
        ? Optional.of(given.date)
        : Optional.of(given.intervalEnd.atZone(company).toLocalDate());
  }

  /** An ISO 8601 instant with an offset, as {@code {{ data_interval_end | ts }}} renders it. */
  static final class Iso implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + text + "' is no instant with an offset such as 2026-01-01T03:00:00+01:00");
      }
    }
  }
}
