package io.clientele.reports.text;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One array of objects, one object a line. */
final class JsonSink implements RowSink {
  private final Appendable out;
  private List<Column> columns = List.of();
  private boolean isFirst = true;

  JsonSink(Appendable out) {
    this.out = out;
  }

  @Override
  public void head(List<Column> heading) throws IOException {
    columns = heading;
    out.append('[');
  }

  @Override
  public void row(List<Object> values) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      object.put(key(object, columns.get(i).name()), values.get(i));
    }
    out.append(isFirst ? "\n" : ",\n").append(JsonText.of(object));
    isFirst = false;
  }

  /** Two columns of one name both stay: the second gets a number. */
  private static String key(Map<String, Object> object, String name) {
    String key = name;
    for (int i = 2; object.containsKey(key); i++) {
      key = name + "_" + i;
    }
    return key;
  }

  @Override
  public void end() throws IOException {
    out.append(isFirst ? "]\n" : "\n]\n");
  }
}
