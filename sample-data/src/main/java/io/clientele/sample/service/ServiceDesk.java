package io.clientele.sample.service;

import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Desks;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.truth.PlantedTruth;

/** The service desk: comma, UTF-8; it knows people by numbers of its own. */
public final class ServiceDesk {
  public static final String NAME = "service";

  private ServiceDesk() {}

  public static SourceSystem of(Retailer retailer, PlantedTruth truth) {
    CaseRows rows = new CaseRows(retailer, new Cases(retailer));
    return new Desks(NAME, retailer, truth)
        .with(CaseRows.CONTACTS, rows::contacts)
        .with(CaseRows.CASES, rows::cases)
        .with(CaseRows.STEPS, rows::steps);
  }
}
