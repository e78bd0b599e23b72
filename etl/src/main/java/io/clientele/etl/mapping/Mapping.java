package io.clientele.etl.mapping;

import io.clientele.etl.source.DelimitedSource;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.FileFormat;
import io.clientele.etl.source.StagingShapes;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldRole;
import io.clientele.warehouse.spec.Lineage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;

/**
 * How cells become fields: in one pass each field as its typed value, and beside them the bits that
 * say why a row is refused.
 */
public final class Mapping {
  /** Mapped business time of a row; null = none, or not mapped. */
  public static final String ROW_EFFECTIVE_AT = Lineage.EFFECTIVE_AT.name();

  /** Whether the declared filter lets the row in. */
  public static final String IS_WANTED = "is_wanted";

  private final List<MappedField> fields;
  private final Optional<MappingExpression> where;
  private final List<String> sourceColumns;
  private final Typed typed;
  private final ReasonMask mask;

  private Mapping(
      List<MappedField> fields, Optional<String> where, Typed typed, List<Refusal> rules) {
    this.fields = fields;
    this.where = where.map(MappingExpression::parse);
    this.sourceColumns = sourceColumns();
    this.typed = typed;
    this.mask = new ReasonMask(refusals(rules));
  }

  /**
   * The mapping of an entity whose local times are of the zone.
   *
   * @throws IllegalArgumentException when an expression cannot be used; {@link MappingCheck} lists
   *     all problems with their lines
   */
  public static Mapping of(EntityDeclaration entity, ZoneId zone) {
    return new Mapping(
        fields(entity), entity.where(), new Typed(entity.format(), zone), BusinessRules.of(entity));
  }

  /**
   * The mapping of any table to fields of one's own.
   *
   * @param fields what is wanted; a row without a required one is refused
   * @param expressions by name of the field
   * @param where filter; empty = every row
   * @param format how cells are written
   * @throws IllegalArgumentException when an expression cannot be used
   */
  public static Mapping ofTable(
      List<Field> fields,
      Map<String, String> expressions,
      Optional<String> where,
      FileFormat format) {
    List<MappedField> mapped =
        fields.stream().map(field -> field(expressions, field, !field.nullable())).toList();
    Mapping mapping = new Mapping(mapped, where, new Typed(format, ZoneOffset.UTC), List.of());
    mapping.where.ifPresent(Mapping::requireTruth);
    return mapping;
  }

  private static void requireTruth(MappingExpression filter) {
    if (!(filter.type() instanceof BooleanType)) {
      throw new IllegalArgumentException(
          "Cannot filter by '"
              + filter.text()
              + "': it yields "
              + filter.type().simpleString()
              + " and no true or false; write a comparison.");
    }
  }

  /** Canonical fields and attributes, which a mapping may name; without {@code effective_at}. */
  static List<Field> canonicalFields(EntityDeclaration entity) {
    List<Field> canonical = new ArrayList<>();
    for (Field field : StagingShapes.of(entity.canonical()).fields()) {
      if (field.role() != FieldRole.LINEAGE && field.role() != FieldRole.AUDIT) {
        canonical.add(field);
      }
    }
    canonical.addAll(entity.attributes());
    return canonical;
  }

  private static List<MappedField> fields(EntityDeclaration entity) {
    List<Field> canonical = canonicalFields(entity);
    List<MappedField> fields = new ArrayList<>();
    for (Field field : canonical) {
      fields.add(field(entity.fields(), field, !field.nullable()));
    }
    fields.add(field(entity.fields(), Lineage.EFFECTIVE_AT, false));
    return fields;
  }

  private static MappedField field(
      Map<String, String> expressions, Field field, boolean isRequired) {
    Optional<String> text = Optional.ofNullable(expressions.get(field.name()));
    return new MappedField(field, isRequired, text.map(MappingExpression::parse));
  }

  private List<String> sourceColumns() {
    Set<String> names = new LinkedHashSet<>();
    where.ifPresent(filter -> names.addAll(filter.columns()));
    fields.forEach(field -> field.expression().ifPresent(e -> names.addAll(e.columns())));
    return List.copyOf(names);
  }

  private String cell(String sourceColumn) {
    return DelimitedSource.cell(sourceColumns.indexOf(sourceColumn));
  }

  private List<Refusal> refusals(List<Refusal> rules) {
    List<Refusal> refusals = new ArrayList<>();
    fields.forEach(field -> refusals.addAll(field.refusals(typed, this::cell)));
    refusals.addAll(rules);
    return refusals;
  }

  /** Source columns that the mapping names; the order in which cells are asked for. */
  public List<String> wantedColumns() {
    return sourceColumns;
  }

  public ReasonMask mask() {
    return mask;
  }

  /** Names of the canonical columns, without {@code effective_at}. */
  public List<String> canonicalColumns() {
    return fields.stream()
        .map(MappedField::name)
        .filter(name -> !name.equals(ROW_EFFECTIVE_AT))
        .toList();
  }

  /** Hash of everything that decides how a cell becomes a value. */
  public static String version(EntityDeclaration entity) {
    String all =
        String.join(
            "\n",
            entity.canonical(),
            entity.format().toString(),
            entity.fields().toString(),
            entity.where().toString(),
            entity.key().toString());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Adds typed fields, mask and filter to rows of {@link DelimitedSource}, whose own columns stay.
   */
  public Dataset<Row> apply(Dataset<Row> records) {
    return records
        .select(with(records.columns(), givenColumns()))
        .transform(given -> given.select(with(given.columns(), typedColumns())))
        .transform(values -> values.select(with(values.columns(), mask.words())));
  }

  private List<Column> givenColumns() {
    List<Column> columns = new ArrayList<>();
    for (MappedField field : fields) {
      if (field.expression().isPresent()) {
        columns.add(field.givenValue(this::cell).as(field.given()));
      }
    }
    Column isWanted =
        where
            .map(
                filter ->
                    functions.coalesce(
                        filter.column(this::cell).cast("boolean"), functions.lit(false)))
            .orElse(functions.lit(true));
    columns.add(isWanted.as(IS_WANTED));
    return columns;
  }

  private List<Column> typedColumns() {
    List<Column> columns = new ArrayList<>();
    fields.forEach(field -> columns.add(field.typedValue(typed).as(field.name())));
    return columns;
  }

  private static Column[] with(String[] kept, List<Column> more) {
    List<Column> all = new ArrayList<>();
    for (String name : kept) {
      all.add(functions.col(name));
    }
    all.addAll(more);
    return all.toArray(Column[]::new);
  }
}
