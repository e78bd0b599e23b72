package io.clientele.etl.mapping;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a mapping expression may call: functions of the row alone, the same answer every time, none
 * that runs code by name, reads a clock, or grows without bound.
 */
final class AllowedFunctions {
  private static final String TEXT =
      """
      ascii base64 bit_length btrim char char_length character_length chr concat concat_ws contains
      decode encode endswith find_in_set format_number initcap instr lcase left len length
      levenshtein locate lower lpad ltrim mask nullif octet_length overlay position quote
      regexp_count regexp_extract regexp_extract_all regexp_instr regexp_like regexp_replace
      regexp_substr replace reverse right rlike regexp like ilike rpad rtrim soundex split
      split_part startswith substr substring substring_index to_char to_number to_varchar translate
      trim try_to_number ucase unbase64 unhex upper url_decode url_encode
      """;
  private static final String NUMBERS =
      """
      abs bigint bround ceil ceiling conv decimal div double exp float floor greatest hex int
      isnan least ln log log10 log2 mod negative pmod positive pow power round sign signum smallint
      sqrt tinyint try_add try_divide try_mod try_multiply try_subtract width_bucket
      """;
  private static final String TIMES =
      """
      add_months date date_add date_diff date_format date_from_unix_date date_part date_sub
      date_trunc dateadd datediff datepart day dayname dayofmonth dayofweek dayofyear extract
      from_unixtime from_utc_timestamp hour last_day make_date make_timestamp minute month monthname
      months_between next_day quarter second timestamp timestamp_micros timestamp_millis
      timestamp_seconds to_date to_timestamp to_unix_timestamp to_utc_timestamp trunc
      try_make_timestamp try_to_date try_to_timestamp unix_date unix_timestamp weekday weekofyear
      year
      """;
  private static final String CHOICES =
      """
      between boolean case coalesce equal_null if ifnull in isnotnull isnull nanvl not nullifzero
      nvl nvl2 string typeof when zeroifnull
      """;
  private static final String LISTS =
      """
      array array_compact array_contains array_distinct array_join array_position cardinality
      element_at get size try_element_at get_json_object
      """;
  private static final String HASHES = "crc32 hash md5 sha sha1 sha2 xxhash64";

  private static final Set<String> NAMES = new TreeSet<>();

  static {
    for (String group : new String[] {TEXT, NUMBERS, TIMES, CHOICES, LISTS, HASHES}) {
      Collections.addAll(NAMES, group.strip().split("\\s+"));
    }
  }

  /** Node classes of parsed expressions, beside function calls. */
  private static final Set<String> SYNTAX =
      Set.copyOf(
          Arrays.asList(
              ("Literal UnresolvedAttribute UnresolvedFunction Cast Add Subtract Multiply Divide"
                      + " IntegralDivide Remainder UnaryMinus UnaryPositive And Or Not EqualTo"
                      + " EqualNullSafe LessThan LessThanOrEqual GreaterThan GreaterThanOrEqual In"
                      + " IsNull IsNotNull Like ILike LikeAll LikeAny NotLikeAll NotLikeAny RLike"
                      + " Between CaseWhen If Coalesce Concat StringTrim StringTrimLeft"
                      + " StringTrimRight StringTrimBoth Substring StringLocate Overlay IsTrue"
                      + " IsNotTrue IsFalse IsNotFalse IsUnknown IsNotUnknown"
                      + " UnresolvedExtractValue")
                  .split(" ")));

  private AllowedFunctions() {}

  static Set<String> names() {
    return Collections.unmodifiableSet(NAMES);
  }

  static boolean isAllowed(String function) {
    return NAMES.contains(function);
  }

  static boolean isAllowedSyntax(String nodeClass) {
    return SYNTAX.contains(nodeClass);
  }
}
