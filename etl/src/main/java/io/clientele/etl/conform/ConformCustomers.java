package io.clientele.etl.conform;

import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.conformed.CnfCustomer;
import java.util.List;

/**
 * Keeps what each source said about its customers, change by change. See {@link ChangeHistory} for
 * the rules.
 */
public final class ConformCustomers implements ChangeDriven {
  private final ConformHistory history;

  public ConformCustomers(List<SourceDeclaration> sources, Warehouse warehouse) {
    this.history =
        new ConformHistory(
            warehouse.table(CnfCustomer.TABLE.name()),
            EntitiesOf.canonical("customer", sources),
            "source_customer_id",
            (entity, id) -> CustomerRecords.recordId(entity.source(), id));
  }

  @Override
  public String name() {
    return "conform-customers";
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
