package io.clientele.etl.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Reasons of one field; the same code from two conditions is one reason. */
final class Refusals {
  private final String field;
  private final Map<String, Column> conditions = new LinkedHashMap<>();

  Refusals(String field) {
    this.field = field;
  }

  void add(String code, Column condition) {
    Column certain = functions.coalesce(condition, functions.lit(false));
    conditions.merge(code, certain, Column::or);
  }

  List<Refusal> list() {
    List<Refusal> list = new ArrayList<>();
    conditions.forEach(
        (code, condition) -> list.add(new Refusal(code + "(" + field + ")", condition)));
    return list;
  }
}
