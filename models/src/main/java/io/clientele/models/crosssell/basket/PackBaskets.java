package io.clientele.models.crosssell.basket;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/** Rows of day and item names to blocks of numbers. */
final class PackBaskets implements FlatMapFunction<Iterator<Row>, byte[]> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<Dictionary> dictionary;

  PackBaskets(Broadcast<Dictionary> dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public Iterator<byte[]> call(Iterator<Row> rows) {
    List<byte[]> blocks = new ArrayList<>();
    IntList block = new IntList();
    while (rows.hasNext()) {
      Row row = rows.next();
      List<String> names = row.getList(1);
      BasketBlock.add(
          block,
          row.getInt(0),
          names.stream().mapToInt(dictionary.value()::number).sorted().toArray());
      if (block.size() >= BasketBlock.FULL || !rows.hasNext()) {
        blocks.add(block.toBytes());
        block.clear();
      }
    }
    return blocks.iterator();
  }
}
