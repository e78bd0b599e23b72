package io.clientele.etl.mapping;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Reasons as bits of a few longs, which stays in generated code; spelt out for refused rows only.
 */
public final class ReasonMask {
  private static final int BITS = 62;
  private static final String SEPARATOR = "\u0001";

  private final List<Refusal> refusals;

  public ReasonMask(List<Refusal> refusals) {
    this.refusals = List.copyOf(refusals);
  }

  private static String word(int i) {
    return "reasons_" + i;
  }

  /** The columns that hold the bits, named. */
  public List<Column> words() {
    List<Column> words = new ArrayList<>();
    for (int from = 0; from < refusals.size(); from += BITS) {
      Column word = functions.lit(0L);
      for (int i = from; i < Math.min(refusals.size(), from + BITS); i++) {
        Column bit = functions.lit(1L << (i - from));
        word = word.bitwiseOR(functions.when(refusals.get(i).condition(), bit).otherwise(0L));
      }
      words.add(word.as(word(from / BITS)));
    }
    return words;
  }

  /** Whether no bit is set. */
  public Column isClear() {
    Column isClear = functions.lit(true);
    for (int word = 0; word * BITS < refusals.size(); word++) {
      isClear = isClear.and(functions.col(word(word)).equalTo(0L));
    }
    return isClear;
  }

  /** The reasons whose bits are set, in the order of the refusals. */
  public Column spelt() {
    List<Column> parts = new ArrayList<>();
    for (int i = 0; i < refusals.size(); i++) {
      Column bit = functions.col(word(i / BITS)).bitwiseAND(1L << (i % BITS));
      parts.add(functions.when(bit.notEqual(0L), functions.lit(refusals.get(i).reason())));
    }
    return functions.split(functions.concat_ws(SEPARATOR, parts.toArray(Column[]::new)), SEPARATOR);
  }
}
