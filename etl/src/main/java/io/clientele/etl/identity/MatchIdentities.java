package io.clientele.etl.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.CustomerRecords;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.etl.dimension.MemberChanges;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.conformed.CnfCustomer;
import io.clientele.warehouse.dimension.BrgCustomerLedger;
import io.clientele.warehouse.dimension.BrgCustomerLink;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.dimension.BrgIdentityRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Which customer each record belongs to: records that rules or stewards link are one customer. Only
 * customers whose links change are looked at; a changed rule matches all records anew.
 */
public final class MatchIdentities implements Step {
  private static final String HISTORY = CnfCustomer.TABLE.name();
  private static final String BRIDGE = BrgCustomerRecord.TABLE.name();
  private static final String LINKS = BrgCustomerLink.TABLE.name();
  private static final String LEDGER = BrgCustomerLedger.TABLE.name();
  private static final String RULES = BrgIdentityRule.TABLE.name();
  private static final String RECORD = BrgCustomerRecord.CUSTOMER_RECORD_ID.name();
  private static final Column[] SHAPE = Columns.of(BrgCustomerRecord.TABLE, Map.of());

  private final IdentitySettings settings;

  public MatchIdentities(IdentitySettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "match-identities";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(HISTORY, MemberChanges.TABLE).andCurrent(HISTORY, BRIDGE, LINKS, RULES);
  }

  @Override
  public Writes writes() {
    return Writes.append(LEDGER)
        .and(Writes.upsert(LINKS))
        .and(Writes.upsert(BRIDGE))
        .and(Writes.upsert(RULES));
  }

  @Override
  public Changes build(Inputs in) {
    Map<String, String> before = held(in);
    Map<String, String> now = settings.settings();
    boolean isSame = before.equals(now);
    if (isSame && in.isUnchanged(HISTORY) && in.isUnchanged(MemberChanges.TABLE)) {
      return Changes.none();
    }
    Changes changes = matched(in, isOtherRules(before, now));
    return isSame ? changes : changes.and(RULES, rules(in, now));
  }

  /** What is read of a table comes before what is written to it: the ledger first. */
  private Changes matched(Inputs in, boolean isEverything) {
    Dataset<Row> bridge = in.current(BRIDGE);
    Dataset<Row> tonight = in.settled(TonightsRecords.of(in, isEverything));
    Dataset<Row> ids = bridge.select(RECORD).union(tonight.select(RECORD));
    Dataset<Row> links = in.settled(new LinkChanges(in, settings, isEverything).tonight(ids));
    Dataset<Row> known =
        TonightsRecords.known(TouchedKeys.exactly(bridge, tonight.select(RECORD)), tonight);
    Dataset<Row> gone = TonightsRecords.gone(in);
    if (links.isEmpty()) {
      return Changes.none().and(BRIDGE, asBefore(known), gone);
    }
    TouchedCustomers customers = new TouchedCustomers(in, bridge, tonight, links);
    Dataset<Row> rows = in.settled(customers.rows(settings.keepsApart()));
    Dataset<Row> others = TouchedKeys.without(known, customers.recordIds());
    Column isNew = col(LinkChanges.IS_NEW);
    return Changes.none()
        .and(LEDGER, LedgerRows.of(rows, links, in.run()))
        .and(
            LINKS,
            links.where(isNew).drop(LinkChanges.IS_NEW),
            links.where(isNew.equalTo(false)).drop(LinkChanges.IS_NEW))
        .and(BRIDGE, rows.select(SHAPE).union(asBefore(others)), gone);
  }

  /** Records whose links stay as they are keep their customer; new ones are their own. */
  private static Dataset<Row> asBefore(Dataset<Row> known) {
    Column own = CustomerRecords.customerId(col(RECORD));
    return known
        .withColumn("customer_id", coalesce(col(TouchedCustomers.BEFORE), own))
        .select(SHAPE);
  }

  private static Map<String, String> held(Inputs in) {
    return in.current(RULES).select("setting", "setting_value").collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
  }

  private static boolean isOtherRules(Map<String, String> before, Map<String, String> now) {
    Map<String, String> rulesBefore = new HashMap<>(before);
    Map<String, String> rulesNow = new HashMap<>(now);
    rulesBefore.remove(IdentitySettings.OVERRIDES);
    rulesNow.remove(IdentitySettings.OVERRIDES);
    return !rulesBefore.equals(rulesNow);
  }

  private static Dataset<Row> rules(Inputs in, Map<String, String> settings) {
    List<Row> rows =
        settings.entrySet().stream()
            .map(setting -> RowFactory.create(setting.getKey(), setting.getValue()))
            .toList();
    return in.session()
        .createDataFrame(rows, StructType.fromDDL("setting string, setting_value string"));
  }
}
