package io.clientele.jobs.schedule.notify;

import java.io.IOException;

/** A way to people. */
public interface Channel {
  /** What tells it apart from other channels, in the table of notices. */
  String name();

  void send(Message message) throws IOException, InterruptedException;
}
