package io.clientele.pipeline.metadata;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that last held a lease.
 *
 * @param host name and machine id of its computer
 * @param pid process id there; 0 = no process, the run rests between tasks
 * @param startedAt start of the process in milliseconds: a process id alone is used again
 */
public record Holder(String host, long pid, long startedAt) {
  /** Clock jitter between two readings of one process's start. */
  private static final long SAME_START_MILLIS = 2_000;

  /** The process that asks. */
  public static Holder current() {
    ProcessHandle self = ProcessHandle.current();
    return new Holder(hostName(), self.pid(), startOf(self));
  }

  Holder resting() {
    return new Holder(host, 0, 0);
  }

  boolean isResting() {
    return pid == 0;
  }

  /** Whether the holder is surely gone: a process of this computer that no longer runs. */
  public boolean isDeadHere(Holder here) {
    if (isResting() || !host.equals(here.host)) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return process
        .map(found -> Math.abs(startOf(found) - startedAt) > SAME_START_MILLIS)
        .orElse(true);
  }

  @Override
  public String toString() {
    return "process " + pid + " on " + host.replaceAll("/.*", "");
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String hostName() {
    String name;
    try {
      name = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      name = "unnamed";
    }
    try {
      return name + "/" + Files.readString(Path.of("/etc/machine-id")).strip();
    } catch (IOException e) {
      return name;
    }
  }
}
