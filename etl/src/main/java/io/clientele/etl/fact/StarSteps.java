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
import io.clientele.etl.identity.Identifying;
import io.clientele.etl.identity.IdentitySettings;
import io.clientele.etl.identity.MatchIdentities;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.Step;
import io.clientele.warehouse.Warehouse;
import java.util.List;

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
    return List.of(
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
        new LoadFctCustomerDay());
  }
}
