package io.clientele.etl.mapping;

import io.clientele.warehouse.Warehouse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExtractValue;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.RLike;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets through only listed functions and syntax, and gives arithmetic its form that yields null
 * instead of ending the job.
 */
final class ExpressionGuard {
  private static final Map<String, String> SAFE_FORMS =
      Map.of(
          "Add", "try_add",
          "Subtract", "try_subtract",
          "Multiply", "try_multiply",
          "Divide", "try_divide",
          "Remainder", "try_mod",
          "UnresolvedExtractValue", "get");
  private static final Map<String, String> SAFE_FUNCTIONS =
      Map.of("mod", "try_mod", "element_at", "try_element_at", "to_number", "try_to_number");
  private static final Set<String> PATTERN_FUNCTIONS =
      Set.of(
          "regexp_count",
          "regexp_extract",
          "regexp_extract_all",
          "regexp_instr",
          "regexp_like",
          "regexp_replace",
          "regexp_substr",
          "regexp",
          "rlike",
          "split");

  private ExpressionGuard() {}

  /** Refuses what is not listed; replaces arithmetic that can fail. */
  static Expression guarded(Expression parsed) {
    return Trees.rewrite(parsed, ExpressionGuard::guardedNode);
  }

  private static Expression guardedNode(Expression node) {
    String kind = node.getClass().getSimpleName();
    if (!AllowedFunctions.isAllowedSyntax(kind)) {
      throw new InvalidExpression(
          "it uses "
              + words(kind)
              + ", which mapping expressions may not; use columns, literals and listed functions");
    }
    if (node instanceof UnresolvedFunction function) {
      return guardedFunction(function);
    }
    if (node instanceof UnresolvedAttribute attribute && attribute.nameParts().size() != 1) {
      String name = attribute.name().replace("`", "");
      throw new InvalidExpression(
          "column " + name + " has a dot in its name; write `" + name + "` in backticks");
    }
    if (node instanceof UnresolvedExtractValue extract) {
      return call("get", List.of(extract.child(), extract.extraction()));
    }
    if (node instanceof RLike match) {
      checkPattern(match.right());
    }
    String safeForm = SAFE_FORMS.get(kind);
    return safeForm == null ? node : call(safeForm, Trees.children(node));
  }

  private static Expression guardedFunction(UnresolvedFunction function) {
    String name = function.nameParts().mkString(".").toLowerCase(Locale.ROOT);
    if (!AllowedFunctions.isAllowed(name)) {
      throw new InvalidExpression(
          "function "
              + name
              + " is not one that mapping expressions may call; did you mean "
              + Warehouse.nearest(name, AllowedFunctions.names())
              + "?");
    }
    if (function.isDistinct() || function.filter().isDefined()) {
      throw new InvalidExpression("it aggregates rows, and a mapping sees one row; remove that");
    }
    List<Expression> arguments = CollectionConverters.asJava(function.arguments());
    if (PATTERN_FUNCTIONS.contains(name) && arguments.size() > 1) {
      checkPattern(arguments.get(1));
    }
    return SAFE_FUNCTIONS.containsKey(name) ? call(SAFE_FUNCTIONS.get(name), arguments) : function;
  }

  private static UnresolvedFunction call(String name, List<Expression> arguments) {
    return new UnresolvedFunction(
        Trees.seq(List.of(name)),
        Trees.seq(arguments),
        false,
        Option.empty(),
        false,
        Trees.seq(List.of()),
        false);
  }

  private static void checkPattern(Expression pattern) {
    if (!(pattern instanceof Literal literal) || literal.value() == null) {
      throw new InvalidExpression(
          "a regular expression must be written out; it cannot be computed");
    }
    try {
      Pattern.compile(literal.value().toString());
    } catch (PatternSyntaxException wrong) {
      throw new InvalidExpression(
          "'" + literal.value() + "' is no regular expression: " + wrong.getDescription());
    }
  }

  /** {@code ScalarSubquery} as "scalar subquery". */
  private static String words(String nodeClass) {
    return nodeClass.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
