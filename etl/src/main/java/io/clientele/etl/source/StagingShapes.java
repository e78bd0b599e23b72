package io.clientele.etl.source;

import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgCampaign;
import io.clientele.warehouse.staging.StgCampaignContact;
import io.clientele.warehouse.staging.StgCampaignResponse;
import io.clientele.warehouse.staging.StgCaseStep;
import io.clientele.warehouse.staging.StgConsent;
import io.clientele.warehouse.staging.StgCustomer;
import io.clientele.warehouse.staging.StgEmployee;
import io.clientele.warehouse.staging.StgOpportunityStage;
import io.clientele.warehouse.staging.StgPayment;
import io.clientele.warehouse.staging.StgProduct;
import io.clientele.warehouse.staging.StgSalesLine;
import io.clientele.warehouse.staging.StgSalesOrder;
import io.clientele.warehouse.staging.StgServiceCase;
import io.clientele.warehouse.staging.StgStock;
import io.clientele.warehouse.staging.StgStore;
import io.clientele.warehouse.staging.StgSubscription;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The canonical entities and the staging shape of each. */
public final class StagingShapes {
  private static final Map<String, TableSpec> SHAPES = new LinkedHashMap<>();

  static {
    SHAPES.put("customer", StgCustomer.TABLE);
    SHAPES.put("product", StgProduct.TABLE);
    SHAPES.put("store", StgStore.TABLE);
    SHAPES.put("sales_order", StgSalesOrder.TABLE);
    SHAPES.put("sales_line", StgSalesLine.TABLE);
    SHAPES.put("payment", StgPayment.TABLE);
    SHAPES.put("service_case", StgServiceCase.TABLE);
    SHAPES.put("case_step", StgCaseStep.TABLE);
    SHAPES.put("consent", StgConsent.TABLE);
    SHAPES.put("campaign", StgCampaign.TABLE);
    SHAPES.put("campaign_contact", StgCampaignContact.TABLE);
    SHAPES.put("campaign_response", StgCampaignResponse.TABLE);
    SHAPES.put("employee", StgEmployee.TABLE);
    SHAPES.put("opportunity_stage", StgOpportunityStage.TABLE);
    SHAPES.put("subscription", StgSubscription.TABLE);
    SHAPES.put("stock", StgStock.TABLE);
  }

  private StagingShapes() {}

  public static Set<String> entities() {
    return SHAPES.keySet();
  }

  /** The shape, or an error that names the nearest entity. */
  public static TableSpec of(String canonical) {
    TableSpec shape = SHAPES.get(canonical);
    if (shape == null) {
      throw new IllegalArgumentException(
          "Cannot map to entity '"
              + canonical
              + "': it is none of "
              + String.join(", ", SHAPES.keySet())
              + "; did you mean "
              + Warehouse.nearest(canonical, SHAPES.keySet())
              + "?");
    }
    return shape;
  }
}
