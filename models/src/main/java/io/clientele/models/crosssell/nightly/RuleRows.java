package io.clientele.models.crosssell.nightly;

import io.clientele.models.crosssell.rule.AssociationRule;
import io.clientele.warehouse.score.ScrAssociationRule;
import java.sql.Date;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The rules of a model as rows of their table. */
final class RuleRows {
  private RuleRows() {}

  static Dataset<Row> of(SparkSession session, CrossSellArtifact artifact, String version) {
    String columns =
        ScrAssociationRule.TABLE.fields().stream()
            .map(field -> field.name() + " " + field.type().sql())
            .collect(Collectors.joining(", "));
    List<Row> rows = artifact.rules().stream().map(rule -> row(rule, artifact, version)).toList();
    return session.createDataFrame(rows, StructType.fromDDL(columns));
  }

  private static Row row(MinedRule mined, CrossSellArtifact artifact, String version) {
    AssociationRule rule = mined.rule();
    double conviction = rule.conviction();
    CrossSellArtifact.Item offered = artifact.items().get(mined.consequent());
    return RowFactory.create(
        mined.id(),
        Date.valueOf(artifact.asOf()),
        joined(mined, artifact, CrossSellArtifact.Item::id),
        joined(mined, artifact, CrossSellArtifact.Item::name),
        offered.id(),
        offered.name(),
        mined.both(),
        mined.withAntecedent(),
        rule.support(),
        rule.confidence(),
        rule.lift(),
        rule.liftLow(),
        rule.liftHigh(),
        mined.sizeAdjustedLift(),
        rule.leverage(),
        Double.isInfinite(conviction) ? null : conviction,
        mined.pValue(),
        mined.qValue(),
        mined.survived(),
        version);
  }

  private static String joined(
      MinedRule rule, CrossSellArtifact artifact, Function<CrossSellArtifact.Item, String> part) {
    return Arrays.stream(rule.antecedent())
        .mapToObj(item -> part.apply(artifact.items().get(item)))
        .collect(Collectors.joining(" + "));
  }
}
