package io.clientele.etl.fact;

import io.clientele.etl.conform.CollectLineMembers;
import io.clientele.etl.conform.ConformCustomers;
import io.clientele.etl.conform.ConformPayments;
import io.clientele.etl.conform.ConformProducts;
import io.clientele.etl.conform.ConformSalesLines;
import io.clientele.etl.conform.ConformServiceCases;
import io.clientele.etl.conform.ConformStores;
import io.clientele.etl.conform.CountSalesLineOutcomes;
import io.clientele.etl.dimension.LoadCustomerBridge;
import io.clientele.etl.dimension.LoadDimChannel;
import io.clientele.etl.dimension.LoadDimCustomer;
import io.clientele.etl.dimension.LoadDimCustomerProfile;
import io.clientele.etl.dimension.LoadDimDate;
import io.clientele.etl.dimension.LoadDimProduct;
import io.clientele.etl.dimension.LoadDimStore;
import io.clientele.etl.dimension.LoadMembers;
import io.clientele.etl.identity.Identifying;
import io.clientele.etl.identity.IdentitySettings;
import io.clientele.etl.identity.MatchIdentities;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.Step;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.dimension.DimCampaign;
import io.clientele.warehouse.dimension.DimEmployee;
import io.clientele.warehouse.dimension.DimSubscription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The steps from staging to the star, in an order in which they can run. */
public final class StarSteps {
  private StarSteps() {}

  /**
   * @param sources in the order of the configuration: the first wins a tie
   * @param warehouse with staging instances and a company's own attributes
   * @param companyCurrency ISO 4217; a source in another currency is refused
   */
  public static List<Step> of(
      List<SourceDeclaration> sources, Warehouse warehouse, String companyCurrency) {
    return of(sources, warehouse, companyCurrency, IdentitySettings.DEFAULT);
  }

  /** As above, with what the company and its stewards say about identities. */
  public static List<Step> of(
      List<SourceDeclaration> sources,
      Warehouse warehouse,
      String companyCurrency,
      IdentitySettings identity) {
    boolean isMatched = Identifying.anyOf(sources);
    List<Step> steps = new ArrayList<>();
    Collections.addAll(
        steps,
        new ConformSalesLines(sources, warehouse, companyCurrency),
        new CountSalesLineOutcomes(sources),
        new ConformPayments(sources, warehouse, companyCurrency),
        new ConformServiceCases(sources, warehouse),
        new CollectLineMembers(sources),
        new ConformCustomers(sources, warehouse),
        new ConformProducts(sources, warehouse),
        new ConformStores(sources, warehouse),
        new LoadDimDate(),
        isMatched ? new MatchIdentities(identity) : new LoadCustomerBridge(),
        new LoadDimCustomer(warehouse, isMatched),
        new LoadDimCustomerProfile(),
        new LoadDimProduct(warehouse),
        new LoadDimStore(warehouse),
        new LoadDimChannel(),
        new LoadFctSales(warehouse),
        new LoadFctPayment(warehouse),
        new LoadFctServiceCase(warehouse),
        new LoadFctServiceCaseStep(),
        new LoadFctCustomerDay(),
        new LoadFctCustomerMonth());
    steps.addAll(ofStaged(sources));
    return List.copyOf(steps);
  }

  /** Dimensions and facts that are made of staged deliveries; only those that a source delivers. */
  private static List<Step> ofStaged(List<SourceDeclaration> sources) {
    Stream<LoadMembers> members =
        Stream.of(
            new LoadMembers(DimCampaign.TABLE, "campaign", List.of("campaign_contact"), sources),
            new LoadMembers(DimEmployee.TABLE, "employee", List.of("opportunity_stage"), sources),
            new LoadMembers(DimSubscription.TABLE, "subscription", List.of(), sources));
    Stream<LoadStagedFact> facts =
        StagedFacts.ALL.stream().map(fact -> new LoadStagedFact(fact, sources));
    return Stream.<Step>concat(
            members.filter(LoadMembers::isDelivered), facts.filter(LoadStagedFact::isDelivered))
        .toList();
  }
}
