package io.clientele.etl.source;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of file of a source and how it becomes a staging table.
 *
 * @param source name of the source
 * @param name name of the source entity, snake case
 * @param canonical canonical entity, one of {@link StagingShapes#entities()}
 * @param filePattern glob below the source's folder, for example {@code orders_*.csv}
 * @param datePattern regular expression with one group in the file name, and the date formats of
 *     that group: gives the business time of the delivery; empty = its arrival
 * @param delivery what a file holds
 * @param isHistory declared so: its rows count as known on their business day
 * @param format how the bytes are read
 * @param key columns of the canonical entity that may not repeat within a file; empty = none
 * @param redelivery for sales lines: what a second delivery of an order means
 * @param where row filter, a mapping expression; rows that fail it are not of this entity
 * @param fields canonical field to mapping expression, in declaration order
 * @param attributes a company's own attributes (declared fields) that {@code fields} may map too
 * @param lines line of each key in the configuration file, for messages
 */
public record EntityDeclaration(
    String source,
    String name,
    String canonical,
    String filePattern,
    Optional<DatePattern> datePattern,
    Delivery delivery,
    boolean isHistory,
    FileFormat format,
    List<String> key,
    Redelivery redelivery,
    Optional<String> where,
    Map<String, String> fields,
    List<Field> attributes,
    Map<String, Integer> lines) {

  /** What a file of the entity holds. */
  public enum Delivery {
    /** Every record there is; records that are missing are gone. */
    FULL,
    /** Only new or changed records. */
    CHANGES
  }

  /** What a second delivery of an order means. */
  public enum Redelivery {
    /** The newest delivery holds all lines of the order. */
    REPLACE_ORDER,
    /** Lines add up; a line equal in content and occurrence is the same line. */
    APPEND
  }

  /**
   * Date in the file name.
   *
   * @param regex with one group, for example {@code orders_(\d{8})\.csv}
   * @param formats java.time patterns of the group, the first that fits counts: {@code yyyyMMdd},
   *     or {@code yyyyMM} for the last day of a month
   */
  public record DatePattern(String regex, List<String> formats) {
    public DatePattern {
      formats = List.copyOf(formats);
    }

    public DatePattern(String regex, String format) {
      this(regex, List.of(format));
    }
  }

  public EntityDeclaration {
    key = List.copyOf(key);
    fields = new LinkedHashMap<>(fields);
    attributes = List.copyOf(attributes);
    lines = Map.copyOf(lines);
  }

  /** Name of the staging instance, for example {@code stg_webshop__orders}. */
  public String stagingTable() {
    return "stg_" + source + "__" + name;
  }

  /**
   * The staging instance: the canonical shape under this entity's name. Refused rows lie beside the
   * accepted ones in a partition of their own, so any column may be empty there.
   */
  public TableSpec stagingSpec() {
    TableSpec shape = StagingShapes.of(canonical).withAttributes(attributes);
    return new TableSpec(
        stagingTable(),
        shape.grain(),
        shape.fields().stream().map(EntityDeclaration::nullable).toList(),
        shape.key(),
        List.of(Lineage.IS_REJECTED.name()),
        shape.sortedBy(),
        shape.prunedBy());
  }

  private static Field nullable(Field field) {
    return new Field(
        field.name(),
        field.type(),
        field.role(),
        true,
        field.sentence(),
        field.additivity(),
        field.personal(),
        field.references(),
        field.accepted());
  }
}
