package io.clientele.sample.business;

import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Desks;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.truth.PlantedTruth;

/** The sales force for business customers: comma, UTF-8. */
public final class BusinessDesk {
  public static final String NAME = "business";

  private BusinessDesk() {}

  public static SourceSystem of(Retailer retailer, PlantedTruth truth) {
    BusinessRows rows = new BusinessRows(retailer);
    return new Desks(NAME, retailer, truth)
        .with(BusinessRows.ACCOUNTS, rows::accounts)
        .with(BusinessRows.STAGES, rows::stages);
  }
}
