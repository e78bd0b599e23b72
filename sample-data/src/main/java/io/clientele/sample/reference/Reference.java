package io.clientele.sample.reference;

import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Desks;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.truth.PlantedTruth;

/** Reference data from the office: semicolon, UTF-8, decimal comma. Only the first part writes. */
public final class Reference {
  public static final String NAME = "reference";

  private Reference() {}

  public static SourceSystem of(Retailer retailer, PlantedTruth truth) {
    ArticleRows articles = new ArticleRows(retailer);
    CompanyRows company = new CompanyRows(retailer);
    return new Desks(NAME, retailer, truth)
        .withCompany(ArticleRows.ARTICLES, articles::articles)
        .withCompany(ArticleRows.PRICES, articles::prices)
        .withCompany(ArticleRows.STOCK, articles::stock)
        .withCompany(CompanyRows.STORES, company::stores)
        .withCompany(CompanyRows.STAFF, company::staff)
        .withCompany(CompanyRows.RATES, company::rates);
  }
}
