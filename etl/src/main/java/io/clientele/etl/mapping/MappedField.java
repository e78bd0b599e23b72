package io.clientele.etl.mapping;

import io.clientele.warehouse.spec.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;

/**
 * A canonical field and where its value comes from.
 *
 * @param field canonical field or attribute of the company
 * @param isRequired whether a row without it is refused
 * @param expression over source columns; empty = the field stays empty
 */
record MappedField(Field field, boolean isRequired, Optional<MappingExpression> expression) {

  String name() {
    return field.name();
  }

  /** Name of the column that holds what the expression gave, before it is typed. */
  String given() {
    return "given_" + field.name();
  }

  DataType type() {
    return DataType.fromDDL(field.type().sql());
  }

  /** What the source gives: trimmed text, null when blank; other types as they are. */
  Column givenValue(UnaryOperator<String> cellName) {
    Column value = expression.orElseThrow().column(cellName);
    if (!isText()) {
      return value;
    }
    Column trimmed = functions.trim(value);
    return functions.when(functions.length(trimmed).gt(0), trimmed);
  }

  /** The typed value, from the column {@link #given}. */
  Column typedValue(Typed typed) {
    if (expression.isEmpty()) {
      return functions.lit(null).cast(type());
    }
    MappingExpression source = expression.get();
    Column value = typed.as(functions.col(given()), source.type(), type(), source.isInstant());
    return field.name().equals("email") ? functions.lower(value) : value;
  }

  /** Why the value is refused, from the columns {@link #given} and {@link #name}. */
  List<Refusal> refusals(Typed typed, UnaryOperator<String> cellName) {
    Refusals refusals = new Refusals(field.name());
    Column value = functions.col(field.name());
    Column isEmpty = functions.lit(true);
    if (expression.isPresent()) {
      Column given = functions.col(given());
      Column isNone = given.isNotNull().and(value.isNull());
      isEmpty = given.isNull();
      if (type() instanceof NumericType) {
        Column isBeyond = typed.isBeyond(given, expression.get().type(), value);
        refusals.add("not_a_number", isNone.and(functions.not(isBeyond)));
        refusals.add("out_of_range", isNone.and(isBeyond));
      } else {
        MappingExpression.refusal(type()).ifPresent(code -> refusals.add(code, isNone));
      }
      for (var failure : expression.get().failures(cellName).entrySet()) {
        refusals.add(failure.getKey(), given.isNull().and(failure.getValue()));
        isEmpty =
            isEmpty.and(
                functions.not(functions.coalesce(failure.getValue(), functions.lit(false))));
      }
    }
    if (isRequired) {
      refusals.add("missing", isEmpty);
    }
    return refusals.list();
  }

  private boolean isText() {
    return expression.orElseThrow().type() instanceof StringType;
  }
}
