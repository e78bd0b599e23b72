package io.clientele.etl.conform;

import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.conformed.CnfProduct;
import java.util.List;

/**
 * Keeps what the sources said about each product, change by change; codes are shared by all
 * sources. See {@link ChangeHistory} for the rules.
 */
public final class ConformProducts implements ChangeDriven {
  private final ConformHistory history;

  public ConformProducts(List<SourceDeclaration> sources, Warehouse warehouse) {
    this.history =
        new ConformHistory(
            warehouse.table(CnfProduct.TABLE.name()),
            EntitiesOf.canonical("product", sources),
            "product_id",
            (entity, id) -> id);
  }

  @Override
  public String name() {
    return "conform-products";
  }

  @Override
  public Reads reads() {
    return history.reads();
  }

  @Override
  public Writes writes() {
    return history.writes();
  }

  @Override
  public Changes build(Inputs in) {
    return history.build(in);
  }
}
