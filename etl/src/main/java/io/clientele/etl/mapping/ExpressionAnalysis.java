package io.clientele.etl.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.catalyst.QueryPlanningTracker;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import scala.Option;

/**
 * Parses and types an expression over text columns, without a session. Types are worked out outside
 * ANSI mode, so that every conversion that Spark puts in between yields null where it fails; an
 * expression that is typed keeps that, whatever the session says.
 */
final class ExpressionAnalysis {
  private final Map<String, Attribute> columns = new LinkedHashMap<>();

  private static final class Builtin {
    private static final Analyzer ANALYZER =
        new Analyzer(
            new SessionCatalog(
                new InMemoryCatalog(new SparkConf(false), new Configuration(false)),
                FunctionRegistry.builtin(),
                TableFunctionRegistry.builtin(),
                lenient()));
  }

  private static SQLConf lenient() {
    SQLConf conf = new SQLConf();
    conf.setConfString("spark.sql.ansi.enabled", "false");
    conf.setConfString("spark.sql.session.timeZone", "UTC");
    return conf;
  }

  /** Columns that the expression names, in order of appearance. */
  Map<String, Attribute> columns() {
    return columns;
  }

  /** The typed expression; {@link InvalidExpression} when it is none or may not run. */
  Expression analyzed(String text) {
    return SQLConf.withExistingConf(
        lenient(),
        () -> {
          try {
            Expression parsed = CatalystSqlParser$.MODULE$.parseExpression(text);
            return typed(Trees.rewrite(ExpressionGuard.guarded(parsed), this::bound));
          } catch (Exception failed) {
            throw refused(failed);
          }
        });
  }

  /** Spark's checked exceptions are not declared to Java. */
  private static RuntimeException refused(Exception failed) {
    if (failed instanceof ParseException) {
      return new InvalidExpression("it is no SQL expression: " + firstLine(failed));
    }
    if (failed instanceof SparkThrowable) {
      return new InvalidExpression(firstLine(failed));
    }
    return failed instanceof RuntimeException unexpected
        ? unexpected
        : new IllegalStateException(failed);
  }

  private Expression bound(Expression node) {
    if (node instanceof UnresolvedAttribute attribute) {
      return columns.computeIfAbsent(attribute.nameParts().mkString(), ExpressionAnalysis::text);
    }
    return node;
  }

  private static AttributeReference text(String name) {
    return new AttributeReference(
        name,
        DataTypes.StringType,
        true,
        Metadata.empty(),
        NamedExpression.newExprId(),
        Trees.seq(List.of()));
  }

  private Expression typed(Expression guarded) {
    Alias result =
        new Alias(
            guarded,
            "result",
            NamedExpression.newExprId(),
            Trees.seq(List.of()),
            Option.empty(),
            Trees.seq(List.of()));
    LogicalPlan row = LocalRelation$.MODULE$.apply(Trees.seq(List.copyOf(columns.values())));
    LogicalPlan plan = new Project(Trees.seq(List.of(result)), row);
    LogicalPlan checked =
        Builtin.ANALYZER.executeAndCheck(plan, new QueryPlanningTracker(Option.empty()));
    return ((Alias) ((Project) checked).projectList().head()).child();
  }

  /** Spark's reason without its error class, its links and its plan. */
  private static String firstLine(Exception failed) {
    String message = String.valueOf(failed.getMessage()).strip();
    String plain = message.replaceFirst("^\\[[^\\]]*]\\s*", "");
    int end = plain.indexOf('\n');
    return (end < 0 ? plain : plain.substring(0, end)).strip();
  }
}
