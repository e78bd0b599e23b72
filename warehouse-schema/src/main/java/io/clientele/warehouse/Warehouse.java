package io.clientele.warehouse;

import io.clientele.warehouse.conformed.CnfCaseStep;
import io.clientele.warehouse.conformed.CnfCustomer;
import io.clientele.warehouse.conformed.CnfPayment;
import io.clientele.warehouse.conformed.CnfProduct;
import io.clientele.warehouse.conformed.CnfSalesLine;
import io.clientele.warehouse.conformed.CnfSalesLineMember;
import io.clientele.warehouse.conformed.CnfSalesLineOutcome;
import io.clientele.warehouse.conformed.CnfSalesLineRefused;
import io.clientele.warehouse.conformed.CnfServiceCase;
import io.clientele.warehouse.conformed.CnfStore;
import io.clientele.warehouse.dimension.BrgCustomerLedger;
import io.clientele.warehouse.dimension.BrgCustomerLink;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.dimension.BrgIdentityRule;
import io.clientele.warehouse.dimension.DimCampaign;
import io.clientele.warehouse.dimension.DimChannel;
import io.clientele.warehouse.dimension.DimCustomer;
import io.clientele.warehouse.dimension.DimCustomerProfile;
import io.clientele.warehouse.dimension.DimDate;
import io.clientele.warehouse.dimension.DimEmployee;
import io.clientele.warehouse.dimension.DimProduct;
import io.clientele.warehouse.dimension.DimStore;
import io.clientele.warehouse.dimension.DimSubscription;
import io.clientele.warehouse.fact.FctCampaignContact;
import io.clientele.warehouse.fact.FctConsent;
import io.clientele.warehouse.fact.FctCustomerDay;
import io.clientele.warehouse.fact.FctCustomerMonth;
import io.clientele.warehouse.fact.FctOpportunityStage;
import io.clientele.warehouse.fact.FctPayment;
import io.clientele.warehouse.fact.FctSales;
import io.clientele.warehouse.fact.FctServiceCase;
import io.clientele.warehouse.fact.FctServiceCaseStep;
import io.clientele.warehouse.fact.FctStockDay;
import io.clientele.warehouse.fact.FctSubscriptionMonth;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import io.clientele.warehouse.feature.FtrCustomerRfm;
import io.clientele.warehouse.feature.FtrCustomerState;
import io.clientele.warehouse.raw.RawBatch;
import io.clientele.warehouse.raw.RawBatchOutcome;
import io.clientele.warehouse.raw.RawQuarantine;
import io.clientele.warehouse.report.RptChurnBacktest;
import io.clientele.warehouse.report.RptChurnCallList;
import io.clientele.warehouse.report.RptChurnOutlook;
import io.clientele.warehouse.report.RptLoadSummary;
import io.clientele.warehouse.report.RptModelHealth;
import io.clientele.warehouse.report.RptSalesMonth;
import io.clientele.warehouse.report.RptSegmentMigration;
import io.clientele.warehouse.report.RptSegmentProfile;
import io.clientele.warehouse.score.ScrAssociationRule;
import io.clientele.warehouse.score.ScrCustomerChurn;
import io.clientele.warehouse.score.ScrCustomerOffer;
import io.clientele.warehouse.score.ScrCustomerSegment;
import io.clientele.warehouse.score.ScrCustomerValue;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one list of all tables of a warehouse: the canonical ones, a company's own attributes, and
 * the staging instances of its sources.
 */
public final class Warehouse {
  /** Every canonical table that is stored under its own name, in the order of the data's way. */
  public static final List<TableSpec> CANONICAL =
      List.of(
          RawBatch.TABLE,
          RawQuarantine.TABLE,
          RawBatchOutcome.TABLE,
          CnfCustomer.TABLE,
          CnfProduct.TABLE,
          CnfStore.TABLE,
          CnfSalesLine.TABLE,
          CnfSalesLineRefused.TABLE,
          CnfSalesLineOutcome.TABLE,
          CnfPayment.TABLE,
          CnfServiceCase.TABLE,
          CnfCaseStep.TABLE,
          CnfSalesLineMember.TABLE,
          DimDate.TABLE,
          DimCustomer.TABLE,
          BrgCustomerRecord.TABLE,
          BrgCustomerLink.TABLE,
          BrgCustomerLedger.TABLE,
          BrgIdentityRule.TABLE,
          DimCustomerProfile.TABLE,
          DimProduct.TABLE,
          DimStore.TABLE,
          DimChannel.TABLE,
          DimCampaign.TABLE,
          DimEmployee.TABLE,
          DimSubscription.TABLE,
          FctSales.TABLE,
          FctPayment.TABLE,
          FctServiceCase.TABLE,
          FctServiceCaseStep.TABLE,
          FctConsent.TABLE,
          FctCampaignContact.TABLE,
          FctOpportunityStage.TABLE,
          FctSubscriptionMonth.TABLE,
          FctStockDay.TABLE,
          FctCustomerDay.TABLE,
          FctCustomerMonth.TABLE,
          FtrAsOf.TABLE,
          FtrCustomerState.TABLE,
          FtrCustomerRfm.TABLE,
          FtrCustomerChurn.TABLE,
          ScrCustomerSegment.TABLE,
          ScrCustomerChurn.TABLE,
          ScrCustomerValue.TABLE,
          ScrAssociationRule.TABLE,
          ScrCustomerOffer.TABLE,
          RptSegmentProfile.TABLE,
          RptSegmentMigration.TABLE,
          RptChurnCallList.TABLE,
          RptChurnOutlook.TABLE,
          RptChurnBacktest.TABLE,
          RptModelHealth.TABLE,
          RptSalesMonth.TABLE,
          RptLoadSummary.TABLE);

  private final Map<String, TableSpec> tables = new LinkedHashMap<>();

  private Warehouse(Collection<TableSpec> specs) {
    specs.forEach(spec -> tables.put(spec.name(), spec));
  }

  /** The canonical tables alone. */
  public static Warehouse canonical() {
    return new Warehouse(CANONICAL);
  }

  /**
   * The same warehouse with more tables: staging instances.
   *
   * @param instances staging shapes under their instance names
   */
  public Warehouse with(Collection<TableSpec> instances) {
    Collection<TableSpec> all = new ArrayList<>(tables.values());
    all.addAll(instances);
    return new Warehouse(all);
  }

  /**
   * The same warehouse with a company's own attributes on some tables.
   *
   * @param attributes table name to fields; unknown tables are refused
   */
  public Warehouse withAttributes(Map<String, List<Field>> attributes) {
    attributes.keySet().forEach(this::table);
    return new Warehouse(
        tables.values().stream()
            .map(spec -> spec.withAttributes(attributes.getOrDefault(spec.name(), List.of())))
            .toList());
  }

  /** All tables, in the order of the data's way; staging instances last. */
  public List<TableSpec> tables() {
    return List.copyOf(tables.values());
  }

  public Optional<TableSpec> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** The table of that name, or an error that names the nearest one. */
  public TableSpec table(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find table "
                        + name
                        + ": the warehouse does not declare it; did you mean "
                        + nearest(name, tables.keySet())
                        + "?"));
  }

  /** The candidate with the smallest edit distance. */
  public static String nearest(String name, Collection<String> candidates) {
    return candidates.stream()
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .orElse("(none)");
  }

  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
