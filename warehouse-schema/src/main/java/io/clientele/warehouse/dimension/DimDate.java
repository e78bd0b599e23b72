package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** The calendar. */
public final class DimDate {
  public static final Field DATE_KEY =
      Field.durableKey("date_key", FieldType.INT, "yyyymmdd; -1 = unknown");
  public static final Field CALENDAR_DATE =
      Field.attribute("calendar_date", FieldType.DATE, "The day");
  public static final Field YEAR_NUMBER =
      Field.attribute("year_number", FieldType.INT, "Calendar year");
  public static final Field QUARTER_NUMBER =
      Field.attribute("quarter_number", FieldType.INT, "Quarter 1 to 4");
  public static final Field MONTH_NUMBER =
      Field.attribute("month_number", FieldType.INT, "Month 1 to 12");
  public static final Field MONTH_NAME =
      Field.attribute("month_name", FieldType.STRING, "English name of the month");
  public static final Field YEAR_MONTH = Field.attribute("year_month", FieldType.STRING, "yyyy-mm");
  public static final Field ISO_WEEK =
      Field.attribute("iso_week", FieldType.STRING, "ISO 8601 week, yyyy-Www");
  public static final Field DAY_OF_WEEK_NUMBER =
      Field.attribute("day_of_week_number", FieldType.INT, "1 = Monday to 7 = Sunday");
  public static final Field DAY_NAME =
      Field.attribute("day_name", FieldType.STRING, "English name of the day");
  public static final Field IS_WEEKEND =
      Field.attribute("is_weekend", FieldType.BOOLEAN, "Saturday or Sunday");

  public static final TableSpec TABLE =
      TableSpec.table("dim_date")
          .grain("one row per day")
          .fields(
              DATE_KEY,
              CALENDAR_DATE,
              YEAR_NUMBER,
              QUARTER_NUMBER,
              MONTH_NUMBER,
              MONTH_NAME,
              YEAR_MONTH,
              ISO_WEEK,
              DAY_OF_WEEK_NUMBER,
              DAY_NAME,
              IS_WEEKEND)
          .key(DATE_KEY)
          .sortedBy(DATE_KEY)
          .build();

  private DimDate() {}
}
