package io.clientele.etl.dimension;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.conformed.CnfProduct;
import io.clientele.warehouse.dimension.DimProduct;
import java.util.Map;
import java.util.Optional;

/** Versions of products, and products known from sales lines only. */
public final class LoadDimProduct implements ChangeDriven {
  private final VersionedDimension dimension;

  public LoadDimProduct(Warehouse warehouse) {
    this.dimension =
        new VersionedDimension(
            warehouse.table(DimProduct.TABLE.name()),
            DimProduct.TABLE,
            warehouse.table(CnfProduct.TABLE.name()),
            DimProduct.PRODUCT_ID.name(),
            new MemberChanges("product"),
            Map.of(),
            Map.of("product_name", col("printed_name"), "category", col("printed_category")),
            Map.of("product_id", lit("unknown"), "product_name", lit("Unknown")),
            Optional.empty());
  }

  @Override
  public String name() {
    return "load-dim-product";
  }

  @Override
  public Reads reads() {
    return dimension.reads();
  }

  @Override
  public Writes writes() {
    return Writes.upsert(DimProduct.TABLE.name());
  }

  @Override
  public Changes build(Inputs in) {
    return dimension.build(in);
  }
}
