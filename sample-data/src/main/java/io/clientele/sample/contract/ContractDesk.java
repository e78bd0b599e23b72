package io.clientele.sample.contract;

import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Desks;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.truth.PlantedTruth;

/** Subscriptions: semicolon, UTF-8, decimal comma, ISO dates. */
public final class ContractDesk {
  public static final String NAME = "subscriptions";

  private ContractDesk() {}

  public static SourceSystem of(Retailer retailer, PlantedTruth truth) {
    ContractRows rows = new ContractRows(retailer, new Contracts(retailer));
    return new Desks(NAME, retailer, truth)
        .with(ContractRows.PARTNERS, rows::partners)
        .with(ContractRows.CONTRACTS, rows::contracts);
  }
}
