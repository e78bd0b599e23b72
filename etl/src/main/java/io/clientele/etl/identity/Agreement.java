package io.clientele.etl.identity;

import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.levenshtein;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;

import org.apache.spark.sql.Column;

/**
 * Whether what is known of two records fits one person. All names and birth dates that a record
 * ever had count: people marry and mistakes are mended.
 *
 * <p>Names agree when the first names are equal or one is the other's initial, and the last names
 * are equal or, from four letters on, at most two letters apart. Birth dates agree when they are
 * equal or one is the other with day and month exchanged.
 */
record Agreement(Column left, Column right) {
  private static final int MISTYPED_LETTERS = 2;
  private static final int TOO_SHORT_TO_MISTYPE = 3;

  Column namesAgree() {
    Column others = field(right, "names");
    return exists(field(left, "names"), name -> exists(others, other -> isAlike(name, other)));
  }

  Column namesDiffer() {
    return areKnown("names").and(not(namesAgree()));
  }

  Column birthDatesAgree() {
    return arrays_overlap(field(left, "birth_dates"), field(right, "birth_dates"))
        .or(arrays_overlap(field(left, "exchanged_dates"), field(right, "birth_dates")));
  }

  Column birthDatesDiffer() {
    return areKnown("birth_dates").and(not(birthDatesAgree()));
  }

  private Column areKnown(String field) {
    return size(field(left, field)).gt(0).and(size(field(right, field)).gt(0));
  }

  private static Column isAlike(Column name, Column other) {
    Column first = field(name, "first");
    Column otherFirst = field(other, "first");
    Column isInitial = length(first).equalTo(1).or(length(otherFirst).equalTo(1));
    Column sameFirst =
        first
            .equalTo(otherFirst)
            .or(isInitial.and(first.substr(1, 1).equalTo(otherFirst.substr(1, 1))));
    return sameFirst.and(isNearly(field(name, "last"), field(other, "last")));
  }

  private static Column isNearly(Column last, Column otherLast) {
    Column isLong = greatest(length(last), length(otherLast)).gt(TOO_SHORT_TO_MISTYPE);
    Column isNear = levenshtein(last, otherLast, MISTYPED_LETTERS).geq(0);
    return last.equalTo(otherLast).or(isLong.and(isNear));
  }

  private static Column field(Column struct, String name) {
    return struct.getField(name);
  }
}
