package io.clientele.jobs.schedule.dagfile;

/** Where a value stands: keys from the top of the file, and its line, counted from 1. */
record Place(String path, int line) {
  static final Place TOP = new Place("", 1);

  Place key(String key, int at) {
    return new Place(path.isEmpty() ? key : path + "." + key, at);
  }

  Place element(String name, int at) {
    return new Place(path + "[" + name + "]", at);
  }
}
