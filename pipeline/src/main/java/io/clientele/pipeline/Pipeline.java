package io.clientele.pipeline;

import io.clientele.pipeline.metadata.Heartbeat;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.pipeline.metadata.Published;
import io.clientele.pipeline.metadata.RunEntry;
import io.clientele.pipeline.metadata.RunLock;
import io.clientele.pipeline.publication.Publisher;
import io.clientele.pipeline.publication.Recovery;
import io.clientele.pipeline.publication.Retention;
import io.clientele.pipeline.quality.GateStoppedException;
import io.clientele.pipeline.quality.QualityGate;
import io.clientele.pipeline.store.Compaction;
import io.clientele.pipeline.store.IcebergTableStore;
import io.clientele.pipeline.store.TableCatalog;
import io.clientele.pipeline.store.TableStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * A warehouse at work: runs steps under its lock, publishes, and gives a view of what was done.
 *
 * <p>A whole night: {@code try (Pipeline pipeline = Pipeline.open(session, settings)) {
 * pipeline.run(request); }}
 */
public final class Pipeline implements AutoCloseable {
  /** How long an open run may rest between two tasks before it counts as dead. */
  private static final Duration REST = Duration.ofHours(6);

  private final SparkSession session;
  private final PipelineSettings settings;
  private final MetadataDatabase metadata;
  private final TableCatalog catalog;
  private final Publisher publisher;
  private final Retention retention;

  private Pipeline(
      SparkSession session,
      PipelineSettings settings,
      MetadataDatabase metadata,
      TableCatalog catalog) {
    this.session = session;
    this.settings = settings;
    this.metadata = metadata;
    this.catalog = catalog;
    this.publisher =
        new Publisher(catalog, settings.warehouse(), metadata.publications(), settings.path());
    this.retention =
        new Retention(catalog, metadata.publications(), settings.path(), settings.retainedNights());
  }

  /**
   * Opens or makes the warehouse.
   *
   * @param spark a session with Iceberg's extensions; the pipeline works in a session of its own
   *     beside it, see {@link #session()}
   */
  public static Pipeline open(SparkSession spark, PipelineSettings settings) {
    try {
      Files.createDirectories(settings.path());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot make the warehouse folder " + settings.path() + ": " + e.getMessage(), e);
    }
    MetadataDatabase metadata = MetadataDatabase.open(settings.metadataUrl());
    SparkSession session = sessionBeside(spark);
    TableCatalog catalog = TableCatalog.open(session, settings.path(), metadata);
    return new Pipeline(session, settings, metadata, catalog);
  }

  /** A session with the same settings whose table names belong to this warehouse alone. */
  private static SparkSession sessionBeside(SparkSession spark) {
    SparkSession session = spark.newSession();
    spark
        .conf()
        .getAll()
        .foreach(
            setting -> {
              if (session.conf().isModifiable(setting._1())) {
                session.conf().set(setting._1(), setting._2());
              }
              return null;
            });
    session.conf().set("spark.sql.ui.explainMode", "simple");
    return session;
  }

  /** The session that knows the warehouse's tables as {@code clientele.tables.NAME}. */
  public SparkSession session() {
    return session;
  }

  /** Ledger, publications, quality metrics, models. */
  public MetadataDatabase metadata() {
    return metadata;
  }

  /** The tables as a run sees them; for looking at the candidate of an open run. */
  public TableStore tablesOf(String runId) {
    return store(runId, metadata.publications().newest());
  }

  /**
   * Runs the steps and publishes, or leaves the run open.
   *
   * @throws io.clientele.pipeline.metadata.WarehouseBusyException when another run is at work
   * @throws GateStoppedException when the quality gate stopped the run; nothing is published
   */
  public RunOutcome run(RunRequest request) {
    String runId = request.context().runId();
    return underLock(
        runId,
        request.publishes(),
        () -> {
          Optional<Published> already = metadata.publications().ofRun(runId);
          return already.isPresent() ? outcome(runId, already, true) : new OpenRun(request).run();
        });
  }

  /** Publishes an open run; the same again changes nothing. */
  public RunOutcome publish(RunContext context) {
    RunRequest request = new RunRequest(context, "publish", List.of(), true, RunListener.SILENT);
    return underLock(
        context.runId(),
        true,
        () -> {
          Optional<Published> already = metadata.publications().ofRun(context.runId());
          return already.isPresent()
              ? outcome(context.runId(), already, true)
              : new OpenRun(request).publish();
        });
  }

  /**
   * Puts the tables' small files together, as a run of its own; rows stay as they are. Publishing
   * lets old publications go, as every publication does.
   *
   * @throws IllegalArgumentException when nothing is published yet
   */
  public RunOutcome compact(RunContext context) {
    return underLock(
        context.runId(),
        true,
        () -> {
          Published base =
              metadata
                  .publications()
                  .newest()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "Cannot compact the warehouse: nothing is published yet; run clientele nightly first."));
          RunContext asOf = context.asOf(base.publication().asOf());
          return new OpenRun(new RunRequest(asOf, "compact", List.of(), true, RunListener.SILENT))
              .compact();
        });
  }

  private RunOutcome outcome(
      String runId, Optional<Published> published, boolean wasPublishedBefore) {
    return new RunOutcome(
        runId,
        metadata.ledger().steps(runId),
        published,
        metadata.models().of(runId).stream().map(entry -> entry.trained()).toList(),
        wasPublishedBefore);
  }

  private RunOutcome underLock(
      String runId, boolean endsHere, java.util.function.Supplier<RunOutcome> work) {
    RunLock lock = metadata.lock();
    lock.acquire(runId, settings.clock().instant());
    try (Heartbeat heartbeat = Heartbeat.start(lock, runId, settings.clock())) {
      new Recovery(catalog, metadata.publications(), publisher, metadata.ledger())
          .recover(runId, settings.clock().instant());
      return work.get();
    } finally {
      if (endsHere) {
        lock.release(runId);
      } else {
        lock.rest(runId, settings.clock().instant().plus(REST));
      }
    }
  }

  private TableStore store(String runId, Optional<Published> base) {
    long sequence = base.map(Published::id).orElse(0L) + 1;
    return new IcebergTableStore(
        session, catalog, settings.warehouse(), new IcebergTableStore.RunMark(runId, sequence));
  }

  /** A run that holds the lock. */
  private final class OpenRun {
    private final RunRequest request;
    private final String runId;
    private final Optional<Published> base;
    private final TableStore store;
    private final Champions champions;

    OpenRun(RunRequest request) {
      this.request = request;
      this.runId = request.context().runId();
      this.base = metadata.publications().newest();
      this.store = store(runId, base);
      this.champions =
          new Champions(metadata.models(), runId, base.map(Published::models).orElse(Map.of()));
    }

    RunOutcome run() {
      start();
      try {
        runner().run(request.steps(), settings.parallelSteps(), done());
      } catch (RuntimeException e) {
        end(e);
        throw e;
      }
      if (request.publishes()) {
        return publishNow();
      }
      Instant now = settings.clock().instant();
      metadata.ledger().end(runId, RunEntry.State.OPEN, now, "");
      publisher.offer(candidates().soFar(request.context(), base, champions.versions()), now);
      return outcome(runId, Optional.empty(), false);
    }

    RunOutcome publish() {
      if (metadata.ledger().find(runId).isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot publish run "
                + runId
                + ": there is no such run; see 'clientele runs' for open ones.");
      }
      if (metadata.ledger().isDropped(runId)) {
        throw new IllegalArgumentException(
            "Cannot publish run "
                + runId
                + ": what it wrote is gone, it was given up or another run came between; run its"
                + " steps again.");
      }
      start();
      return publishNow();
    }

    RunOutcome compact() {
      start();
      Instant startedAt = settings.clock().instant();
      try {
        Compaction compaction = new Compaction(session, catalog, runId);
        List<Compaction.Compacted> tables =
            settings.warehouse().tables().stream()
                .map(spec -> compaction.compact(spec.name()))
                .flatMap(Optional::stream)
                .toList();
        Instant now = settings.clock().instant();
        metadata.ledger().record(runId, Compaction.step(tables, startedAt, now));
      } catch (RuntimeException e) {
        end(e);
        throw e;
      }
      return publishNow();
    }

    private void start() {
      long baseId = base.map(Published::id).orElse(0L);
      if (metadata.ledger().isDropped(runId)) {
        metadata.ledger().forget(runId);
      }
      metadata
          .ledger()
          .find(runId)
          .filter(entry -> entry.basePublication() != baseId)
          .ifPresent(
              entry -> {
                throw new IllegalArgumentException(
                    "Cannot continue run %s: it started from publication %d and the newest is %d; start a new run."
                        .formatted(runId, entry.basePublication(), baseId));
              });
      metadata.ledger().start(runId, request.command(), settings.clock().instant(), baseId);
    }

    private Map<String, StepResult> done() {
      return metadata.ledger().steps(runId).stream()
          .collect(Collectors.toMap(StepResult::step, Function.identity()));
    }

    private Runner runner() {
      QualityGate gate =
          new QualityGate(
              settings.warehouse(),
              settings.rules(),
              store,
              metadata.quality(),
              runId,
              settings.clock());
      Map<String, Map<String, io.clientele.pipeline.store.Position>> consumed =
          base.map(Published::consumed).orElse(Map.of());
      return new Runner(
          session,
          request.context(),
          settings.warehouse(),
          settings.clock(),
          new Runner.Parts(
              store, gate, metadata.ledger(), champions, consumed, request.listener()));
    }

    /** An open run stays open for a repeat of the step; a whole run has ended. */
    private void end(RuntimeException e) {
      RunEntry.State failed =
          e instanceof GateStoppedException ? RunEntry.State.STOPPED : RunEntry.State.FAILED;
      metadata
          .ledger()
          .end(
              runId,
              request.publishes() ? failed : RunEntry.State.OPEN,
              settings.clock().instant(),
              String.valueOf(e.getMessage()));
    }

    private Candidates candidates() {
      return new Candidates(settings.warehouse(), store, metadata.ledger());
    }

    private RunOutcome publishNow() {
      Published published =
          publisher.publish(
              candidates().of(request.context(), base, champions.versions()),
              settings.clock().instant());
      retention.apply(settings.clock().instant());
      return outcome(runId, Optional.of(published), false);
    }
  }

  @Override
  public void close() {
    catalog.close();
    metadata.close();
  }
}
