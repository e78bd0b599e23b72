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
import io.clientele.etl.dimension.LoadDimDate;
import io.clientele.etl.dimension.LoadDimProduct;
import io.clientele.etl.dimension.LoadDimStore;
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
        new LoadDimCustomer(warehouse),
        new LoadCustomerBridge(),
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
