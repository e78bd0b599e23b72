package io.clientele.sample;

import io.clientele.sample.business.BusinessDesk;
import io.clientele.sample.campaign.CampaignTool;
import io.clientele.sample.contract.ContractDesk;
import io.clientele.sample.loyalty.Loyalty;
import io.clientele.sample.reference.Reference;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.retailer.RetailerOptions;
import io.clientele.sample.service.ServiceDesk;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.tills.Tills;
import io.clientele.sample.truth.CampaignTruth;
import io.clientele.sample.truth.ChurnTruth;
import io.clientele.sample.truth.CustomerTruth;
import io.clientele.sample.truth.IdentityTruth;
import io.clientele.sample.truth.OutlookTruth;
import io.clientele.sample.truth.PairTruth;
import io.clientele.sample.truth.PlantedTruth;
import io.clientele.sample.truth.VersionTruth;
import io.clientele.sample.webshop.Webshop;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Writes the extracts of all systems day by day, and the planted truth. Every customer's day is a
 * pure function of the options, so nothing but the open files is kept in memory at any scale.
 */
public final class RetailerGenerator {
  private final RetailerOptions options;

  public RetailerGenerator(RetailerOptions options) {
    this.options = options;
  }

  /**
   * Writes everything below the output folder.
   *
   * @param progress is told the share done, 0 to 1
   */
  public void generate(DoubleConsumer progress) {
    Retailer retailer = Retailer.of(options);
    int days = retailer.calendar().days();
    try (PlantedTruth truth = new PlantedTruth(options)) {
      List<SourceSystem> systems = systems(retailer, truth);
      for (int day = 0; day < days; day++) {
        for (SourceSystem system : systems) {
          system.day(day);
        }
        progress.accept((day + 1.0) / (days + 1));
      }
      systems.forEach(SourceSystem::end);
      CustomerTruth.write(retailer, truth);
      PairTruth.write(retailer, truth);
      OutlookTruth.write(retailer, truth);
      IdentityTruth.write(retailer, truth);
      VersionTruth.write(retailer, truth);
      CampaignTruth.write(retailer, truth);
      new ChurnTruth(retailer).write(truth);
    }
    progress.accept(1);
  }

  static List<SourceSystem> systems(Retailer retailer, PlantedTruth truth) {
    return List.of(
        new Webshop(retailer, truth),
        new Tills(retailer, truth),
        Loyalty.of(retailer, truth),
        ServiceDesk.of(retailer, truth),
        CampaignTool.of(retailer, truth),
        ContractDesk.of(retailer, truth),
        BusinessDesk.of(retailer, truth),
        Reference.of(retailer, truth));
  }
}
