package io.clientele.sample.source;

import io.clientele.sample.file.Dialect;
import java.util.List;

/**
 * How the files of an entity look and when they come.
 *
 * @param entity name of the entity, first part of its file names
 * @param faults what is broken in them
 * @param mishaps what goes wrong with whole files
 */
public record Layout(
    String entity,
    Dialect dialect,
    Cadence cadence,
    List<String> header,
    List<Fault> faults,
    Mishaps mishaps) {
  /** Without faults and mishaps. */
  public static Layout of(String entity, Dialect dialect, Cadence cadence, String... header) {
    return new Layout(entity, dialect, cadence, List.of(header), List.of(), Mishaps.NONE);
  }

  public Layout with(Fault... planted) {
    return new Layout(entity, dialect, cadence, header, List.of(planted), mishaps);
  }

  public Layout with(Mishaps newMishaps) {
    return new Layout(entity, dialect, cadence, header, faults, newMishaps);
  }

  /**
   * What goes wrong with whole files, by 0-based month; negative = never.
   *
   * @param lateMonth month whose file comes nine days late
   * @param twiceMonth month whose file comes again three days later under another name
   * @param renamedFromMonth first month in whose files a column has another name
   * @param column 0-based column that is renamed
   * @param newName its new name
   */
  public record Mishaps(
      int lateMonth, int twiceMonth, int renamedFromMonth, int column, String newName) {
    public static final Mishaps NONE = new Mishaps(-1, -1, -1, 0, "");

    public static Mishaps late(int month) {
      return new Mishaps(month, -1, -1, 0, "");
    }

    public static Mishaps twice(int month) {
      return new Mishaps(-1, month, -1, 0, "");
    }

    public static Mishaps renamed(int fromMonth, int column, String newName) {
      return new Mishaps(-1, -1, fromMonth, column, newName);
    }
  }
}
