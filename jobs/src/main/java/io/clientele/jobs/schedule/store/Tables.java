package io.clientele.jobs.schedule.store;

import org.jdbi.v3.core.Handle;

/** The scheduler's tables on one connection. */
public final class Tables {
  private final Handle handle;

  Tables(Handle handle) {
    this.handle = handle;
  }

  public Dags dags() {
    return new Dags(handle);
  }

  public Runs runs() {
    return new Runs(handle);
  }

  public Tasks tasks() {
    return new Tasks(handle);
  }

  public Xcoms xcoms() {
    return new Xcoms(handle);
  }

  public Variables variables() {
    return new Variables(handle);
  }

  public Pools pools() {
    return new Pools(handle);
  }

  public Backfills backfills() {
    return new Backfills(handle);
  }

  public Schedulers schedulers() {
    return new Schedulers(handle);
  }

  public Counts counts() {
    return new Counts(handle);
  }

  public Notices notices() {
    return new Notices(handle);
  }
}
