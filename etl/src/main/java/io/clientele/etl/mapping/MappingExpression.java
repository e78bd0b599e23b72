package io.clientele.etl.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BinaryComparison;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.CommonExpressionRef;
import org.apache.spark.sql.catalyst.expressions.ConditionalExpression;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.ParseToDate;
import org.apache.spark.sql.catalyst.expressions.ParseToTimestamp;
import org.apache.spark.sql.catalyst.expressions.Predicate;
import org.apache.spark.sql.catalyst.expressions.With;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A Spark SQL expression over the text columns of a source: parsed, held against the list of
 * allowed functions, typed. Conversions in it yield null where they fail.
 */
public final class MappingExpression {
  private static final List<String> INSTANTS =
      List.of("SecondsToTimestamp", "MillisToTimestamp", "MicrosToTimestamp", "ToUTCTimestamp");

  private final String text;
  private final Expression typed;
  private final Map<String, Attribute> columns;

  private MappingExpression(String text, Expression typed, Map<String, Attribute> columns) {
    this.text = text;
    this.typed = typed;
    this.columns = columns;
  }

  /**
   * Parses and checks.
   *
   * @throws IllegalArgumentException when it is no expression, or not one that may run
   */
  public static MappingExpression parse(String text) {
    ExpressionAnalysis analysis = new ExpressionAnalysis();
    try {
      return new MappingExpression(text, analysis.analyzed(text), analysis.columns());
    } catch (InvalidExpression wrong) {
      throw new IllegalArgumentException(
          "Cannot use the expression '" + text + "': " + wrong.getMessage() + ".", wrong);
    }
  }

  public String text() {
    return text;
  }

  /** Source columns that it names, as written. */
  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  DataType type() {
    return typed.dataType();
  }

  /** Whether a time that it yields is an instant already, not a local time of the source. */
  boolean isInstant() {
    return INSTANTS.contains(typed.getClass().getSimpleName());
  }

  /** The expression over columns named by the function. */
  Column column(UnaryOperator<String> columnName) {
    return bound(Trees.rewrite(typed, MappingExpression::tried), columnName);
  }

  /**
   * For each kind of value that a conversion inside the expression may fail to make: whether it
   * did. Only conversions that every row goes through count: who writes {@code case}, {@code
   * coalesce} or {@code try_cast} has said what shall happen.
   */
  Map<String, Column> failures(UnaryOperator<String> columnName) {
    List<Expression> conversions = new ArrayList<>();
    if (!text.toLowerCase(Locale.ROOT).contains("try_to_")) {
      collectConversions(typed, conversions);
    }
    Map<String, Column> failures = new HashMap<>();
    for (Expression conversion : conversions) {
      Column from =
          functions.trim(
              bound(
                  Trees.rewrite(Trees.children(conversion).get(0), MappingExpression::tried),
                  columnName));
      Column to = bound(Trees.rewrite(conversion, MappingExpression::tried), columnName);
      Column failed = functions.length(from).gt(0).and(to.isNull());
      refusal(conversion.dataType()).ifPresent(code -> failures.merge(code, failed, Column::or));
    }
    return failures;
  }

  /** The reason code of a value that is none of the type. */
  static Optional<String> refusal(DataType type) {
    if (type instanceof NumericType) {
      return Optional.of("not_a_number");
    }
    if (type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType) {
      return Optional.of("not_a_date");
    }
    return type instanceof BooleanType ? Optional.of("not_a_boolean") : Optional.empty();
  }

  private static void collectConversions(Expression node, List<Expression> found) {
    boolean isTried = node instanceof Cast cast && cast.isTryCast();
    if (isTried || node instanceof ConditionalExpression || node instanceof Predicate) {
      return;
    }
    boolean isConversion =
        node instanceof Cast || node instanceof ParseToDate || node instanceof ParseToTimestamp;
    if (isConversion && Trees.children(node).get(0).dataType() instanceof StringType) {
      found.add(node);
    }
    Trees.children(node).forEach(child -> collectConversions(child, found));
  }

  /**
   * Casts as try_cast, where Spark has one for the types; text compared with a whole number as a
   * number with decimals, so that 0.5 is above 0; common parts written out.
   */
  private static Expression tried(Expression node) {
    if (node instanceof With with) {
      return writtenOut(with);
    }
    if (node instanceof BinaryComparison || node instanceof In) {
      List<Expression> sides =
          Trees.children(node).stream().map(MappingExpression::comparable).toList();
      return (Expression) node.withNewChildren(Trees.seq(sides));
    }
    if (node instanceof Cast cast
        && !cast.isTryCast()
        && !isImplicitToWhole(cast)
        && Cast.canTryCast(cast.child().dataType(), cast.dataType())) {
      return new Cast(cast.child(), cast.dataType(), cast.timeZoneId(), EvalMode.TRY());
    }
    return node;
  }

  private static Expression comparable(Expression side) {
    return side instanceof Cast cast && isImplicitToWhole(cast)
        ? new Cast(cast.child(), DataTypes.DoubleType, cast.timeZoneId(), EvalMode.TRY())
        : side;
  }

  /** Text that Spark itself, not the analyst, takes for a whole number. */
  private static boolean isImplicitToWhole(Cast cast) {
    return cast.dataType() instanceof IntegralType
        && cast.child().dataType() instanceof StringType
        && cast.getTagValue(Cast.USER_SPECIFIED_CAST()).isEmpty()
        && !cast.isTryCast();
  }

  /**
   * What Spark computes once and refers to cannot be named anew; it is written where it is used.
   */
  private static Expression writtenOut(With with) {
    Map<Object, Expression> definitions = new HashMap<>();
    CollectionConverters.asJava(with.defs())
        .forEach(definition -> definitions.put(definition.id(), definition.child()));
    return Trees.rewrite(
        with.child(),
        node ->
            node instanceof CommonExpressionRef reference && definitions.containsKey(reference.id())
                ? definitions.get(reference.id())
                : node);
  }

  private Column bound(Expression expression, UnaryOperator<String> columnName) {
    return ExpressionUtils.column(
        Trees.rewrite(
            expression,
            node ->
                node instanceof Attribute attribute && columns.containsValue(attribute)
                    ? UnresolvedAttribute.quoted(columnName.apply(attribute.name()))
                    : node));
  }
}
