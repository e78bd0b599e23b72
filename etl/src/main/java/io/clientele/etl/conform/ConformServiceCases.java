package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_micros;

import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.conformed.CnfCaseStep;
import io.clientele.warehouse.conformed.CnfServiceCase;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Cases and their steps, each as its newest delivery has it; a case also says what its steps tell
 * of it. What comes of a case or of a step makes the whole case new.
 */
public final class ConformServiceCases implements ChangeDriven {
  private static final String CASES = CnfServiceCase.TABLE.name();
  private static final String STEPS = CnfCaseStep.TABLE.name();

  private final List<CaseSource> sources;
  private final TableSpec caseTable;
  private final TableSpec stepTable;

  /** Sources without cases are passed over. */
  public ConformServiceCases(List<SourceDeclaration> sources, Warehouse warehouse) {
    this.sources = sources.stream().map(CaseSource::of).filter(source -> source.hasAny()).toList();
    this.caseTable = warehouse.table(CASES);
    this.stepTable = warehouse.table(STEPS);
  }

  @Override
  public String name() {
    return "conform-service-cases";
  }

  @Override
  public Reads reads() {
    Reads reads = Reads.nothing();
    for (CaseSource source : sources) {
      reads = source.steps().reads(source.cases().reads(reads, source.steps()), source.cases());
    }
    return reads;
  }

  @Override
  public Writes writes() {
    return Writes.upsert(CASES).and(Writes.upsert(STEPS));
  }

  @Override
  public Changes build(Inputs in) {
    return Changes.none()
        .and(CASES, union(in, caseTable, source -> cases(in, source)))
        .and(STEPS, union(in, stepTable, source -> steps(in, source)));
  }

  /** The two entities of one source; a source may have cases without steps. */
  private record CaseSource(NewestDeliveries cases, NewestDeliveries steps) {
    static CaseSource of(SourceDeclaration source) {
      return new CaseSource(
          NewestDeliveries.of("service_case", source, "case_id"),
          NewestDeliveries.of("case_step", source, "case_id", "step_number"));
    }

    boolean hasAny() {
      return !cases.isNone() || !steps.isNone();
    }

    Dataset<Row> touched(Inputs in) {
      return cases.touched(in, steps);
    }

    String name() {
      return cases.source().name();
    }
  }

  private Dataset<Row> cases(Inputs in, CaseSource source) {
    if (source.cases().isNone()) {
      return Columns.noRows(in.session(), caseTable);
    }
    String zone = source.cases().source().zone().getId();
    Dataset<Row> newest = source.cases().newest(in, source.touched(in));
    Dataset<Row> told = told(in, source);
    Map<String, Column> expressions =
        Map.of(
            "case_record_id", CustomerRecords.recordId(source.name(), col("case_id")),
            "customer_record_id",
                CustomerRecords.recordId(source.name(), col("source_customer_id")),
            "opened_on", to_date(from_utc_timestamp(col("opened_at"), zone)),
            "closed_on", to_date(from_utc_timestamp(col("closed_at"), zone)),
            "step_count", coalesce(col("step_count"), lit(0)),
            "department", col("longest.department"),
            "employee_id", col("longest.employee_id"));
    return newest
        .join(told, new String[] {"case_id"}, "left")
        .select(Columns.of(caseTable, expressions));
  }

  /** What the steps of the touched cases tell of them. */
  private static Dataset<Row> told(Inputs in, CaseSource source) {
    Dataset<Row> steps =
        source.steps().isNone()
            ? Columns.noRows(in.session(), CnfCaseStep.TABLE)
            : source.steps().newest(in, source.touched(in));
    Column taken = unix_micros(col("ended_at")).minus(unix_micros(col("started_at")));
    Column length = struct(coalesce(taken, lit(-1L)), col("step_number"));
    return steps
        .groupBy("case_id")
        .agg(
            min_by(col("ended_at"), col("step_number")).as("first_step_ended_at"),
            count(lit(1)).as("step_count"),
            max_by(struct("department", "employee_id"), length).as("longest"));
  }

  private Dataset<Row> steps(Inputs in, CaseSource source) {
    if (source.steps().isNone()) {
      return Columns.noRows(in.session(), stepTable);
    }
    Column number = concat(col("case_id"), lit("|"), col("step_number"));
    Map<String, Column> expressions =
        Map.of(
            "step_record_id", CustomerRecords.recordId(source.name(), number),
            "case_record_id", CustomerRecords.recordId(source.name(), col("case_id")));
    return source.steps().newest(in, source.touched(in)).select(Columns.of(stepTable, expressions));
  }

  private Dataset<Row> union(Inputs in, TableSpec shape, Function<CaseSource, Dataset<Row>> rows) {
    return sources.stream()
        .filter(source -> !source.cases().isUnchanged(in) || !source.steps().isUnchanged(in))
        .map(rows)
        .reduce(Dataset::unionByName)
        .orElseGet(() -> Columns.noRows(in.session(), shape));
  }
}
