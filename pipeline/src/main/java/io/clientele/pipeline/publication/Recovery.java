package io.clientele.pipeline.publication;

import io.clientele.pipeline.metadata.Publications;
import io.clientele.pipeline.metadata.Published;
import io.clientele.pipeline.metadata.RunEntry;
import io.clientele.pipeline.metadata.RunLedger;
import io.clientele.pipeline.store.RunBranch;
import io.clientele.pipeline.store.TableCatalog;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the warehouse to its newest publication before a run starts: finishes what a killed
 * process had committed and drops what dead runs left.
 */
public final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final TableCatalog catalog;
  private final Publications publications;
  private final Publisher publisher;
  private final RunLedger ledger;

  public Recovery(
      TableCatalog catalog, Publications publications, Publisher publisher, RunLedger ledger) {
    this.catalog = catalog;
    this.publications = publications;
    this.publisher = publisher;
    this.ledger = ledger;
  }

  /** Call only while holding the lock for the run. */
  public void recover(String runId, Instant now) {
    for (Published published : publications.unsettled()) {
      LOG.info(
          "finishing publication {} of run {}", published.id(), published.publication().runId());
      publisher.settle(published);
    }
    List<RunEntry> unfinished = ledger.unfinishedBut(runId);
    if (!unfinished.isEmpty()) {
      List<RunBranch> branches = unfinished.stream().map(RunEntry::id).map(RunBranch::of).toList();
      Instant ownStart = ledger.find(runId).map(RunEntry::startedAt).orElse(now);
      for (String name : catalog.names()) {
        catalog.find(name).ifPresent(table -> new Leftovers(table).drop(branches, ownStart));
      }
      unfinished.forEach(run -> close(run, now));
    }
  }

  private void close(RunEntry run, Instant now) {
    boolean isDead = run.state() == RunEntry.State.RUNNING || run.state() == RunEntry.State.OPEN;
    if (isDead) {
      LOG.info("run {} is dead; what it wrote is dropped", run.id());
      ledger.end(run.id(), RunEntry.State.DEAD, now, "its process ended without a word");
    }
    publisher.withdraw(run.id());
    ledger.branchesDropped(run.id());
  }
}
