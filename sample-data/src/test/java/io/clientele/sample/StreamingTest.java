package io.clientele.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.retailer.RetailerOptions;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.truth.PlantedTruth;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No system keeps anything that grows with the number of customers. */
class StreamingTest {
  /** Two month ends and a half year's file lie within. */
  private static final int DAYS = 185;

  @TempDir Path folder;

  @Test
  void systemsHoldAsManyObjectsForTenTimesTheCustomers() throws IllegalAccessException {
    long few = held(0.1);
    long many = held(1);
    assertThat(few).isGreaterThan(1_000);
    assertThat(many).isEqualTo(few);
  }

  /**
   * Objects, elements of arrays and collections within reach of the systems after half a year;
   * lives stand in a table of fixed size and are left out.
   */
  private long held(double scale) throws IllegalAccessException {
    RetailerOptions options =
        new RetailerOptions(
            scale, 7, 0, 1, folder.resolve("s" + scale), LocalDate.of(2024, 1, 1), 8);
    Retailer retailer = Retailer.of(options);
    try (PlantedTruth truth = new PlantedTruth(options)) {
      List<SourceSystem> systems = RetailerGenerator.systems(retailer, truth);
      for (int day = 0; day < DAYS; day++) {
        for (SourceSystem system : systems) {
          system.day(day);
        }
      }
      return count(systems);
    }
  }

  private static long count(Object root) throws IllegalAccessException {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Object next = open.pop();
      if (next instanceof Life || !seen.add(next)) {
        continue;
      }
      if (next instanceof Map<?, ?> map) {
        open.addAll(map.keySet());
        open.addAll(map.values());
      } else if (next instanceof Collection<?> collection) {
        open.addAll(collection);
      } else if (next.getClass().isArray() && !next.getClass().getComponentType().isPrimitive()) {
        elements(next, open);
      } else if (next.getClass().getName().startsWith("io.clientele.")) {
        fields(next, open);
      }
    }
    return seen.size();
  }

  private static void elements(Object array, Deque<Object> open) {
    for (int i = 0; i < Array.getLength(array); i++) {
      push(Array.get(array, i), open);
    }
  }

  private static void fields(Object holder, Deque<Object> open) throws IllegalAccessException {
    for (Field field : holder.getClass().getDeclaredFields()) {
      boolean isValue = field.getType().isPrimitive() || Modifier.isStatic(field.getModifiers());
      // Fields of lambdas cannot be opened; what they capture is reached through its owner.
      if (!isValue && field.trySetAccessible()) {
        push(field.get(holder), open);
      }
    }
  }

  private static void push(Object value, Deque<Object> open) {
    if (value != null) {
      open.push(value);
    }
  }
}
