-- Derived from warehouse-schema; do not edit.

CREATE TABLE raw_batch (
  batch_id string NOT NULL COMMENT 'Source, entity, business date where the name has one, start of the content hash',
  source string NOT NULL COMMENT 'Name of the source in the configuration',
  entity string NOT NULL COMMENT 'Name of the source entity in the configuration',
  file_name string COMMENT 'Path of the delivered file below the source folder',
  landed_path string COMMENT 'Path of the immutable copy, relative to the warehouse',
  content_hash string COMMENT 'SHA-256 of the delivered bytes, hexadecimal',
  file_bytes bigint COMMENT 'Size of the delivered file in bytes',
  record_count bigint COMMENT 'Records counted in the delivered bytes at landing, without the header',
  previous_record_count bigint COMMENT 'Records of the full extract that it follows in business time; empty = there is none',
  file_modified_at timestamp COMMENT 'Modification time of the delivered file, UTC',
  status string NOT NULL COMMENT 'What became of it',
  note string COMMENT 'Why it is not landed, or what is odd about it, and what to do',
  effective_at timestamp COMMENT 'Business time of the delivery, UTC: from the file name where declared, else the arrival',
  is_history boolean COMMENT 'Whether its rows count as known on their business day: a first load, or declared so',
  mapping_version string COMMENT 'Hash of the mapping by which it was staged',
  arrived_at timestamp COMMENT 'When it was landed, UTC',
  landed_by_run_id string COMMENT 'Run that landed it'
)
USING iceberg
COMMENT 'one row per delivered file or database extract; key batch_id';

CREATE TABLE raw_quarantine (
  batch_id string NOT NULL COMMENT 'Landing batch of the record',
  record_number bigint NOT NULL COMMENT 'Record number in the landed file, first data record = 1',
  refused_by string NOT NULL COMMENT 'Layer that refused it',
  source string NOT NULL COMMENT 'Name of the source',
  entity string NOT NULL COMMENT 'Name of the source entity',
  byte_offset bigint COMMENT 'Where the record starts in the uncompressed file',
  reasons array<string> NOT NULL COMMENT 'All reasons, each code(column)',
  amount decimal(18,6) COMMENT 'Money in the record where it can be read, in the currency of its source',
  raw_text string COMMENT 'The record as it came, at most 4,000 characters',
  status string NOT NULL COMMENT 'What became of it',
  refused_in_run_id string COMMENT 'Run that refused it',
  settled_in_run_id string COMMENT 'Run that replayed or resolved it'
)
USING iceberg
COMMENT 'one row per refused record and stage; key batch_id, record_number, refused_by';

CREATE TABLE raw_batch_outcome (
  batch_id string NOT NULL COMMENT 'Landing batch',
  outcome string NOT NULL COMMENT 'landed = quarantined + staged + filtered; of sales lines staged = loaded + repeated + replaced + refused',
  source string NOT NULL COMMENT 'Name of the source',
  entity string NOT NULL COMMENT 'Name of the source entity',
  canonical_entity string NOT NULL COMMENT 'Canonical entity that the source entity feeds',
  row_count bigint COMMENT 'Rows with this outcome',
  amount decimal(18,6) COMMENT 'Their money where it can be read',
  unreadable_amount_count bigint COMMENT 'Rows whose amount cannot be read'
)
USING iceberg
COMMENT 'one row per batch and outcome; key batch_id, outcome';

CREATE TABLE stg_customer (
  source_customer_id string NOT NULL COMMENT 'Customer number in the source',
  full_name string COMMENT 'Name of person or company as one text',
  email string COMMENT 'E-mail address, lower case',
  phone string COMMENT 'Phone number as delivered',
  loyalty_card string COMMENT 'Number of the loyalty card',
  birth_date date COMMENT 'Date of birth',
  street string COMMENT 'Street and house number',
  postcode string COMMENT 'Postal code',
  city string COMMENT 'City of residence',
  region string COMMENT 'Sales region',
  country string COMMENT 'Country as delivered or mapped',
  registered_on date COMMENT 'Day of registration, local',
  is_marketing_allowed boolean COMMENT 'Whether the customer agreed to be contacted; empty = not known',
  source string COMMENT 'Name of the source in the configuration',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  byte_offset bigint COMMENT 'Where the record starts in the uncompressed file',
  effective_at timestamp COMMENT 'Business time of the row, UTC: mapped, else the business time of its batch',
  batch_effective_at timestamp COMMENT 'Business time of the batch, UTC',
  is_rejected boolean COMMENT 'Whether the row was refused in staging',
  reject_reasons array<string> COMMENT 'All reasons of a refused row, each code(column)',
  raw_text string COMMENT 'The refused record as it came',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per delivered customer record';

CREATE TABLE stg_product (
  product_id string NOT NULL COMMENT 'Product code, conformed over the sources by the mapping',
  product_name string COMMENT 'Name of the product',
  category string COMMENT 'Category',
  brand string COMMENT 'Brand',
  list_price decimal(18,4) COMMENT 'List price of one unit in the currency of the source',
  source string COMMENT 'Name of the source in the configuration',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  byte_offset bigint COMMENT 'Where the record starts in the uncompressed file',
  effective_at timestamp COMMENT 'Business time of the row, UTC: mapped, else the business time of its batch',
  batch_effective_at timestamp COMMENT 'Business time of the batch, UTC',
  is_rejected boolean COMMENT 'Whether the row was refused in staging',
  reject_reasons array<string> COMMENT 'All reasons of a refused row, each code(column)',
  raw_text string COMMENT 'The refused record as it came',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per delivered product record';

CREATE TABLE stg_store (
  store_id string NOT NULL COMMENT 'Store code, conformed over the sources by the mapping',
  store_name string COMMENT 'Name of the store',
  store_city string COMMENT 'City of the store',
  store_region string COMMENT 'Sales region of the store',
  source string COMMENT 'Name of the source in the configuration',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  byte_offset bigint COMMENT 'Where the record starts in the uncompressed file',
  effective_at timestamp COMMENT 'Business time of the row, UTC: mapped, else the business time of its batch',
  batch_effective_at timestamp COMMENT 'Business time of the batch, UTC',
  is_rejected boolean COMMENT 'Whether the row was refused in staging',
  reject_reasons array<string> COMMENT 'All reasons of a refused row, each code(column)',
  raw_text string COMMENT 'The refused record as it came',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per delivered store record';

CREATE TABLE stg_sales_order (
  order_id string NOT NULL COMMENT 'Order number in the source',
  ordered_at timestamp NOT NULL COMMENT 'When it was ordered, UTC',
  source_customer_id string COMMENT 'Customer number in the source; empty = anonymous',
  channel_id string COMMENT 'Sales channel',
  store_id string COMMENT 'Store',
  is_cancellation boolean COMMENT 'Whether the head cancels an earlier order',
  source string COMMENT 'Name of the source in the configuration',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  byte_offset bigint COMMENT 'Where the record starts in the uncompressed file',
  effective_at timestamp COMMENT 'Business time of the row, UTC: mapped, else the business time of its batch',
  batch_effective_at timestamp COMMENT 'Business time of the batch, UTC',
  is_rejected boolean COMMENT 'Whether the row was refused in staging',
  reject_reasons array<string> COMMENT 'All reasons of a refused row, each code(column)',
  raw_text string COMMENT 'The refused record as it came',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per delivered order head';

CREATE TABLE stg_sales_line (
  order_id string NOT NULL COMMENT 'Order number in the source',
  line_number string COMMENT 'Line key within the order; empty = the source has none',
  ordered_at timestamp COMMENT 'When it was ordered, UTC; empty = taken from the order head',
  source_customer_id string COMMENT 'Customer number in the source; empty = anonymous',
  product_id string NOT NULL COMMENT 'Product code, conformed over the sources by the mapping',
  quantity decimal(18,3) NOT NULL COMMENT 'Units sold; negative = returned',
  unit_price decimal(18,4) NOT NULL COMMENT 'Price of one unit in the currency of the source',
  discount_amount decimal(18,6) COMMENT 'Discount of the whole line, positive',
  channel_id string COMMENT 'Sales channel',
  store_id string COMMENT 'Store',
  is_cancellation boolean COMMENT 'Whether the line cancels an earlier one',
  is_product_line boolean COMMENT 'False for postage, fees, adjustments; empty = true',
  product_name string COMMENT 'Name of the product as printed on the line',
  product_category string COMMENT 'Category as printed on the line',
  customer_name string COMMENT 'Customer name as printed on the line',
  customer_region string COMMENT 'Region of the customer as printed on the line',
  customer_country string COMMENT 'Country of the customer as printed on the line',
  source string COMMENT 'Name of the source in the configuration',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  byte_offset bigint COMMENT 'Where the record starts in the uncompressed file',
  effective_at timestamp COMMENT 'Business time of the row, UTC: mapped, else the business time of its batch',
  batch_effective_at timestamp COMMENT 'Business time of the batch, UTC',
  is_rejected boolean COMMENT 'Whether the row was refused in staging',
  reject_reasons array<string> COMMENT 'All reasons of a refused row, each code(column)',
  raw_text string COMMENT 'The refused record as it came',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per delivered sales line';

CREATE TABLE cnf_customer (
  customer_record_id string NOT NULL COMMENT 'Hash of source and source customer id',
  effective_at timestamp NOT NULL COMMENT 'Business time from which it holds, UTC',
  source string NOT NULL COMMENT 'Name of the source',
  source_customer_id string NOT NULL COMMENT 'Customer number in the source',
  full_name string COMMENT 'Name of person or company as one text',
  email string COMMENT 'E-mail address, lower case',
  phone string COMMENT 'Phone number as delivered',
  loyalty_card string COMMENT 'Number of the loyalty card',
  birth_date date COMMENT 'Date of birth',
  street string COMMENT 'Street and house number',
  postcode string COMMENT 'Postal code',
  city string COMMENT 'City of residence',
  region string COMMENT 'Sales region',
  country string COMMENT 'Country as delivered or mapped',
  registered_on date COMMENT 'Day of registration, local',
  is_marketing_allowed boolean COMMENT 'Whether the customer agreed to be contacted; empty = not known',
  is_deleted boolean COMMENT 'Whether it is gone: a full extract no longer holds it from effective_at on',
  attribute_hash bigint NOT NULL COMMENT 'Hash of the tracked attributes',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per customer record and business time of a change; key customer_record_id, effective_at';

CREATE TABLE cnf_product (
  product_id string NOT NULL COMMENT 'Product code, conformed',
  effective_at timestamp NOT NULL COMMENT 'Business time from which it holds, UTC',
  source string NOT NULL COMMENT 'Name of the source',
  product_name string COMMENT 'Name of the product',
  category string COMMENT 'Category',
  brand string COMMENT 'Brand',
  list_price decimal(18,4) COMMENT 'List price of one unit in company currency',
  is_deleted boolean COMMENT 'Whether it is gone: a full extract no longer holds it from effective_at on',
  attribute_hash bigint NOT NULL COMMENT 'Hash of the tracked attributes',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per product and business time of a change; key product_id, effective_at';

CREATE TABLE cnf_store (
  store_id string NOT NULL COMMENT 'Store code, conformed',
  effective_at timestamp NOT NULL COMMENT 'Business time from which it holds, UTC',
  source string NOT NULL COMMENT 'Name of the source',
  store_name string COMMENT 'Name of the store',
  store_city string COMMENT 'City of the store',
  store_region string COMMENT 'Sales region of the store',
  is_deleted boolean COMMENT 'Whether it is gone: a full extract no longer holds it from effective_at on',
  attribute_hash bigint NOT NULL COMMENT 'Hash of the tracked attributes',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per store and business time of a change; key store_id, effective_at';

CREATE TABLE cnf_sales_line (
  sales_line_id string NOT NULL COMMENT 'Hash of source, order and line key; without a line key of content and occurrence number',
  source string NOT NULL COMMENT 'Name of the source',
  order_id string NOT NULL COMMENT 'Order number in the source',
  line_number string COMMENT 'Line key within the order; empty = the source has none',
  order_date date NOT NULL COMMENT 'Local business day of the order in the zone of the source',
  ordered_at timestamp NOT NULL COMMENT 'When it was ordered, UTC',
  customer_record_id string COMMENT 'Hash of source and source customer id; empty = anonymous',
  source_customer_id string COMMENT 'Customer number in the source',
  product_id string NOT NULL COMMENT 'Product code, conformed',
  store_id string COMMENT 'Store; empty = none',
  channel_id string NOT NULL COMMENT 'Sales channel',
  quantity decimal(18,3) NOT NULL COMMENT 'Units sold; negative = returned',
  unit_price decimal(18,4) NOT NULL COMMENT 'Price of one unit in company currency',
  discount_amount decimal(18,6) NOT NULL COMMENT 'Discount of the line in company currency',
  line_amount decimal(18,6) NOT NULL COMMENT 'quantity x unit_price - discount_amount in company currency; negative = returned or cancelled',
  currency_code string NOT NULL COMMENT 'Company currency, ISO 4217',
  is_return boolean NOT NULL COMMENT 'Quantity below zero',
  is_cancellation boolean NOT NULL COMMENT 'Cancels an earlier line',
  is_product_line boolean NOT NULL COMMENT 'False for postage, fees, adjustments',
  is_purchase boolean NOT NULL COMMENT 'A product line with quantity and price above zero that is no cancellation: what counts as buying',
  product_name string COMMENT 'Name of the product as printed on the line',
  product_category string COMMENT 'Category as printed on the line',
  customer_name string COMMENT 'Customer name as printed on the line',
  customer_region string COMMENT 'Region of the customer as printed on the line',
  customer_country string COMMENT 'Country of the customer as printed on the line',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
PARTITIONED BY (months(order_date))
COMMENT 'one row per sales line; key sales_line_id';

CREATE TABLE cnf_sales_line_refused (
  batch_id string NOT NULL COMMENT 'Landing batch of the record',
  record_number bigint NOT NULL COMMENT 'Record number in the landed file, first data record = 1',
  source string NOT NULL COMMENT 'Name of the source',
  entity string NOT NULL COMMENT 'Name of the source entity',
  byte_offset bigint COMMENT 'Where the record starts in the uncompressed file',
  reasons array<string> NOT NULL COMMENT 'All reasons, each code(column)',
  amount decimal(18,6) COMMENT 'Money in the record where it can be read, in the currency of its source',
  raw_text string COMMENT 'The record as it came, at most 4,000 characters',
  is_resolved boolean NOT NULL COMMENT 'Whether what was missing came later and it counts'
)
USING iceberg
COMMENT 'one row per staged sales line that was refused while conforming; key batch_id, record_number';

CREATE TABLE cnf_sales_line_outcome (
  batch_id string NOT NULL COMMENT 'Landing batch',
  outcome string NOT NULL COMMENT 'staged = loaded + repeated + replaced + refused at any time; loaded = rows of the batch in fct_sales',
  source string NOT NULL COMMENT 'Name of the source',
  entity string NOT NULL COMMENT 'Name of the source entity',
  row_count bigint NOT NULL COMMENT 'Rows with this outcome',
  amount decimal(18,6) COMMENT 'Their money where it can be read',
  unreadable_amount_count bigint NOT NULL COMMENT 'Rows whose amount cannot be read'
)
USING iceberg
COMMENT 'one row per batch of sales lines and outcome; key batch_id, outcome';

CREATE TABLE cnf_payment (
  payment_record_id string NOT NULL COMMENT 'Hash of source and payment number',
  source string NOT NULL COMMENT 'Name of the source',
  payment_id string NOT NULL COMMENT 'Payment number in the source',
  order_id string COMMENT 'Order that is paid, in the source',
  customer_record_id string COMMENT 'Hash of source and source customer id; empty = anonymous',
  source_customer_id string COMMENT 'Customer number in the source',
  payment_method string COMMENT 'How it is paid, in the source\'s words',
  payment_status string COMMENT 'Where it stands, in the source\'s words',
  billed_at timestamp NOT NULL COMMENT 'Start of the local day on which it was asked for, UTC',
  billed_on date NOT NULL COMMENT 'Local day on which it was asked for',
  due_on date COMMENT 'Local day until which it is to be paid',
  paid_on date COMMENT 'Local day on which it came; empty = it has not',
  amount decimal(18,6) NOT NULL COMMENT 'Amount asked for in company currency; negative = paid back',
  currency_code string NOT NULL COMMENT 'Company currency, ISO 4217',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per payment; key payment_record_id';

CREATE TABLE cnf_service_case (
  case_record_id string NOT NULL COMMENT 'Hash of source and case number',
  source string NOT NULL COMMENT 'Name of the source',
  case_id string NOT NULL COMMENT 'Case number in the source',
  customer_record_id string COMMENT 'Hash of source and source customer id; empty = anonymous',
  source_customer_id string COMMENT 'Customer number in the source; empty = anonymous',
  case_kind string NOT NULL COMMENT 'Complaint, suggestion, …, in the source\'s words',
  case_topic string COMMENT 'What it is about, in the source\'s words',
  contact_channel string COMMENT 'How the customer turned to us',
  product_id string COMMENT 'Product it is about, if any',
  case_status string COMMENT 'Where it stands, in the source\'s words',
  opened_at timestamp NOT NULL COMMENT 'When it was opened, UTC',
  opened_on date NOT NULL COMMENT 'Local business day of the opening',
  closed_at timestamp COMMENT 'When it was closed, UTC; empty = open',
  closed_on date COMMENT 'Local business day of the closing',
  satisfaction int COMMENT 'What the customer said afterwards; larger = better',
  first_step_ended_at timestamp COMMENT 'When the first step ended, UTC: the first response',
  step_count int NOT NULL COMMENT 'Steps so far',
  department string COMMENT 'Department of the longest step so far',
  employee_id string COMMENT 'Owner of the longest step so far',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per case; key case_record_id';

CREATE TABLE cnf_case_step (
  step_record_id string NOT NULL COMMENT 'Hash of source, case number and step number',
  case_record_id string NOT NULL COMMENT 'Hash of source and case number',
  source string NOT NULL COMMENT 'Name of the source',
  case_id string NOT NULL COMMENT 'Case number in the source',
  step_number int NOT NULL COMMENT 'Number of the step in its case, from 1',
  department string COMMENT 'Who has to do it',
  employee_id string COMMENT 'Personnel number of the owner',
  step_action string COMMENT 'What is done, in the source\'s words',
  started_at timestamp NOT NULL COMMENT 'When it began, UTC',
  ended_at timestamp COMMENT 'When it ended, UTC; empty = it has not',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per step of a case; key step_record_id';

CREATE TABLE cnf_sales_line_member (
  role string NOT NULL COMMENT 'Which dimension the member belongs to',
  member_id string NOT NULL COMMENT 'Customer record, product code, store code, channel code or year of a date',
  line_count bigint NOT NULL COMMENT 'Sales lines, payments and cases that name the member; one that nothing names is removed',
  source string COMMENT 'Name of the source; customers only',
  source_customer_id string COMMENT 'Customer number in the source',
  printed_name string COMMENT 'Name as printed on the newest line that prints anything about the member',
  printed_category string COMMENT 'Category as printed on that line',
  printed_region string COMMENT 'Region as printed on that line',
  printed_country string COMMENT 'Country as printed on that line',
  printed_at timestamp COMMENT 'When that line was ordered, UTC',
  printed_by string COMMENT 'sales_line_id of that line',
  known_at timestamp COMMENT 'When the first line of the member became known, UTC',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per dimension member that sales lines name; key role, member_id';

CREATE TABLE dim_date (
  date_key int NOT NULL COMMENT 'yyyymmdd; -1 = unknown',
  calendar_date date COMMENT 'The day',
  year_number int COMMENT 'Calendar year',
  quarter_number int COMMENT 'Quarter 1 to 4',
  month_number int COMMENT 'Month 1 to 12',
  month_name string COMMENT 'English name of the month',
  year_month string COMMENT 'yyyy-mm',
  iso_week string COMMENT 'ISO 8601 week, yyyy-Www',
  day_of_week_number int COMMENT '1 = Monday to 7 = Sunday',
  day_name string COMMENT 'English name of the day',
  is_weekend boolean COMMENT 'Saturday or Sunday'
)
USING iceberg
COMMENT 'one row per day; key date_key';

CREATE TABLE dim_customer (
  customer_key bigint NOT NULL COMMENT 'Hash of record and start of validity; -1 = unknown, anonymous',
  customer_id string NOT NULL COMMENT 'Durable id of the customer; survives reruns and merges',
  customer_record_id string NOT NULL COMMENT 'Hash of source and source customer id',
  source string NOT NULL COMMENT 'Name of the source',
  source_customer_id string COMMENT 'Customer number in the source',
  full_name string COMMENT 'Name of person or company as one text',
  email string COMMENT 'E-mail address, lower case',
  phone string COMMENT 'Phone number as delivered',
  loyalty_card string COMMENT 'Number of the loyalty card',
  birth_date date COMMENT 'Date of birth',
  street string COMMENT 'Street and house number',
  postcode string COMMENT 'Postal code',
  city string COMMENT 'City of residence',
  region string COMMENT 'Sales region',
  country string COMMENT 'Country as delivered or mapped',
  registered_on date COMMENT 'Day of registration, local',
  is_marketing_allowed boolean COMMENT 'Whether the customer agreed to be contacted; empty = not known',
  is_deleted boolean COMMENT 'Whether it is gone: a full extract of its source no longer holds it; empty = inferred',
  valid_from timestamp NOT NULL COMMENT 'Start of validity in the business, UTC, inclusive; a first version starts 1900-01-01',
  valid_to timestamp NOT NULL COMMENT 'End of validity, UTC, exclusive; open = 9999-12-31',
  is_current boolean NOT NULL COMMENT 'Whether it is the open version',
  is_inferred boolean NOT NULL COMMENT 'Known from sales lines only',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per customer record version; key customer_key';

CREATE TABLE dim_customer_profile (
  customer_id string NOT NULL COMMENT 'Durable id of the customer',
  record_count int NOT NULL COMMENT 'Records of the customer in all sources',
  source_customer_ids string COMMENT 'Source and number of each record, with blanks between',
  full_name string COMMENT 'Name, newest that is known',
  email string COMMENT 'E-mail address, newest that is known',
  phone string COMMENT 'Phone number, newest that is known',
  loyalty_card string COMMENT 'Number of the loyalty card, newest that is known',
  birth_date date COMMENT 'Date of birth, newest that is known',
  street string COMMENT 'Street and house number; the address comes from one record as a whole',
  postcode string COMMENT 'Postal code of that address',
  city string COMMENT 'City of that address',
  region string COMMENT 'Sales region, newest that is known',
  country string COMMENT 'Country, newest that is known',
  registered_on date COMMENT 'Earliest day of registration, local',
  is_marketing_allowed boolean COMMENT 'Whether the customer agreed to be contacted, the most restrictive of the records; empty = not known'
)
USING iceberg
COMMENT 'one row per customer; key customer_id';

CREATE TABLE dim_product (
  product_key bigint NOT NULL COMMENT 'Hash of product and start of validity; -1 = unknown',
  product_id string NOT NULL COMMENT 'Product code, conformed',
  product_name string COMMENT 'Name of the product',
  category string COMMENT 'Category',
  brand string COMMENT 'Brand',
  list_price decimal(18,4) COMMENT 'List price of one unit in company currency',
  is_deleted boolean COMMENT 'Whether it is gone: a full extract of its source no longer holds it; empty = inferred',
  valid_from timestamp NOT NULL COMMENT 'Start of validity in the business, UTC, inclusive; a first version starts 1900-01-01',
  valid_to timestamp NOT NULL COMMENT 'End of validity, UTC, exclusive; open = 9999-12-31',
  is_current boolean NOT NULL COMMENT 'Whether it is the open version',
  is_inferred boolean NOT NULL COMMENT 'Known from sales lines only',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per product version; key product_key';

CREATE TABLE dim_store (
  store_key bigint NOT NULL COMMENT 'Hash of the store code; -1 = unknown, -2 = not applicable',
  store_id string NOT NULL COMMENT 'Store code, conformed',
  store_name string COMMENT 'Name of the store',
  store_city string COMMENT 'City of the store',
  store_region string COMMENT 'Sales region of the store',
  is_deleted boolean COMMENT 'Whether it is gone: a full extract of its source no longer holds it; empty = inferred',
  is_inferred boolean NOT NULL COMMENT 'Known from sales lines only'
)
USING iceberg
COMMENT 'one row per store; key store_key';

CREATE TABLE dim_channel (
  channel_key bigint NOT NULL COMMENT 'Hash of the channel; -1 = unknown',
  channel_id string NOT NULL COMMENT 'Channel code',
  channel_name string NOT NULL COMMENT 'Readable name'
)
USING iceberg
COMMENT 'one row per sales channel; key channel_key';

CREATE TABLE dim_campaign (
  campaign_key bigint NOT NULL COMMENT 'Hash of the campaign code; -1 = unknown',
  campaign_id string NOT NULL COMMENT 'Campaign code, conformed over the sources by the mapping',
  campaign_name string COMMENT 'Name of the campaign',
  campaign_medium string COMMENT 'Medium, in the words of the source',
  campaign_offer string COMMENT 'What was offered',
  starts_on date COMMENT 'First local day',
  ends_on date COMMENT 'Last local day',
  is_inferred boolean NOT NULL COMMENT 'Known by its code only'
)
USING iceberg
COMMENT 'one row per campaign, as it is now; key campaign_key';

CREATE TABLE dim_employee (
  employee_key bigint NOT NULL COMMENT 'Hash of the personnel number; -1 = unknown',
  employee_id string NOT NULL COMMENT 'Personnel number, conformed over the sources by the mapping',
  employee_name string COMMENT 'Name',
  department string COMMENT 'Department',
  grade string COMMENT 'Grade, in the words of the source',
  store_id string COMMENT 'Store of the employee; empty = none',
  employee_region string COMMENT 'Sales region of the employee',
  hired_on date COMMENT 'Local day of hiring',
  is_inferred boolean NOT NULL COMMENT 'Known by its code only'
)
USING iceberg
COMMENT 'one row per employee, as known now; key employee_key';

CREATE TABLE dim_subscription (
  subscription_key bigint NOT NULL COMMENT 'Hash of the contract number; -1 = unknown',
  subscription_id string NOT NULL COMMENT 'Contract number in the source',
  started_on date COMMENT 'Local day on which the contract began; empty = unknown',
  term_ends_on date COMMENT 'Local day on which the term ends; empty = it has none',
  ended_on date COMMENT 'Local day on which the contract ended; empty = it goes on',
  tariff string COMMENT 'Tariff',
  data_gigabytes int COMMENT 'Data a month in gigabytes',
  device string COMMENT 'Device of the contract',
  device_storage_gigabytes int COMMENT 'Storage of the device in gigabytes',
  is_inferred boolean NOT NULL COMMENT 'Known by its code only'
)
USING iceberg
COMMENT 'one row per contract, as its newest event has it; key subscription_key';

CREATE TABLE brg_customer_record (
  customer_record_id string NOT NULL COMMENT 'Hash of source and source customer id',
  customer_id string NOT NULL COMMENT 'Durable id of the customer',
  source string NOT NULL COMMENT 'Name of the source',
  source_customer_id string COMMENT 'Customer number in the source',
  linked_by string NOT NULL COMMENT 'Rules that link the record to others of the customer, with commas; own record = none',
  first_seen_at timestamp COMMENT 'Earliest business time from which the source says anything about the record, UTC; empty = only sales name it, or identities are not matched'
)
USING iceberg
COMMENT 'one row per customer record; key customer_record_id';

CREATE TABLE brg_customer_link (
  customer_record_id string NOT NULL COMMENT 'The record of the two with the smaller id',
  other_record_id string NOT NULL COMMENT 'The other record',
  rule string NOT NULL COMMENT 'What links them; never = a steward keeps apart',
  matched_value string NOT NULL COMMENT 'Normalised value that both have: address, last digits, card, or date and postcode; for a steward\'s word its reason'
)
USING iceberg
COMMENT 'one row per pair of customer records, rule and value that both have; key customer_record_id, other_record_id, rule, matched_value';

CREATE TABLE brg_customer_ledger (
  run_id string NOT NULL COMMENT 'Run that moved the record',
  customer_record_id string NOT NULL COMMENT 'Hash of source and source customer id',
  event string NOT NULL COMMENT 'merged = its former customer is no more, split = it left a customer that stays',
  from_customer_id string NOT NULL COMMENT 'Durable id until then',
  to_customer_id string NOT NULL COMMENT 'Durable id from then on',
  reason string NOT NULL COMMENT 'Rules whose links of the former customer came or went',
  happened_at timestamp COMMENT 'Start of the run, UTC'
)
USING iceberg
COMMENT 'one row per run and customer record whose customer it changed; key run_id, customer_record_id';

CREATE TABLE brg_identity_rule (
  setting string NOT NULL COMMENT 'Rule, limit, or the steward\'s file',
  setting_value string NOT NULL COMMENT 'on or off, the limit, or the file\'s fingerprint'
)
USING iceberg
COMMENT 'one row per setting of the matching of identities; key setting';

CREATE TABLE fct_sales (
  sales_line_id string NOT NULL COMMENT 'Identity of the sales line',
  source string NOT NULL COMMENT 'Name of the source',
  order_id string NOT NULL COMMENT 'Order number in the source',
  line_number string COMMENT 'Line key within the order; empty = the source has none',
  order_date date NOT NULL COMMENT 'Local business day of the order in the zone of the source',
  ordered_at timestamp NOT NULL COMMENT 'When it was ordered, UTC',
  order_date_key int NOT NULL COMMENT 'Local business day of the order',
  customer_key bigint NOT NULL COMMENT 'Customer version valid when ordered; -1 = anonymous',
  customer_record_id string COMMENT 'Hash of source and source customer id; empty = anonymous',
  product_key bigint NOT NULL COMMENT 'Product version valid when ordered',
  product_id string NOT NULL COMMENT 'Product code, conformed',
  store_key bigint NOT NULL COMMENT 'Store; -2 = not applicable',
  channel_key bigint NOT NULL COMMENT 'Sales channel',
  quantity decimal(18,3) NOT NULL COMMENT 'Units sold; negative = returned',
  unit_price decimal(18,4) NOT NULL COMMENT 'Price of one unit in company currency',
  discount_amount decimal(18,6) NOT NULL COMMENT 'Discount of the line in company currency',
  line_amount decimal(18,6) NOT NULL COMMENT 'quantity x unit_price - discount_amount in company currency; negative = returned or cancelled',
  currency_code string NOT NULL COMMENT 'Company currency, ISO 4217',
  is_return boolean NOT NULL COMMENT 'Quantity below zero',
  is_cancellation boolean NOT NULL COMMENT 'Cancels an earlier line',
  is_product_line boolean NOT NULL COMMENT 'False for postage, fees, adjustments',
  is_purchase boolean NOT NULL COMMENT 'A product line with quantity and price above zero that is no cancellation: what counts as buying',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
PARTITIONED BY (months(order_date))
COMMENT 'one row per sales line (transaction fact); key sales_line_id';

CREATE TABLE fct_payment (
  payment_record_id string NOT NULL COMMENT 'Hash of source and payment number',
  source string NOT NULL COMMENT 'Name of the source',
  payment_id string NOT NULL COMMENT 'Payment number in the source',
  order_id string COMMENT 'Order that is paid, in the source',
  customer_key bigint NOT NULL COMMENT 'Customer version valid when it was asked for; -1 = anonymous',
  customer_record_id string COMMENT 'Hash of source and source customer id; empty = anonymous',
  billed_date_key int NOT NULL COMMENT 'Local day on which it was asked for',
  due_date_key int NOT NULL COMMENT 'Local day it is due; -1 = not said',
  paid_date_key int NOT NULL COMMENT 'Local day it came; -1 = it has not',
  billed_at timestamp NOT NULL COMMENT 'Start of the local day on which it was asked for, UTC',
  billed_on date NOT NULL COMMENT 'Local day on which it was asked for',
  due_on date COMMENT 'Local day until which it is to be paid',
  paid_on date COMMENT 'Local day on which it came; empty = it has not',
  payment_method string COMMENT 'How it is paid, in the source\'s words',
  payment_status string COMMENT 'Where it stands, in the source\'s words',
  amount decimal(18,6) NOT NULL COMMENT 'Amount asked for in company currency; negative = paid back',
  currency_code string NOT NULL COMMENT 'Company currency, ISO 4217',
  days_late int COMMENT 'Days from due to paid, negative = early; empty = not paid or never due',
  is_paid boolean NOT NULL COMMENT 'Whether it came',
  is_refund boolean NOT NULL COMMENT 'Amount below zero: paid back',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per payment (accumulating snapshot); key payment_record_id';

CREATE TABLE fct_service_case (
  case_record_id string NOT NULL COMMENT 'Hash of source and case number',
  source string NOT NULL COMMENT 'Name of the source',
  case_id string NOT NULL COMMENT 'Case number in the source',
  customer_key bigint NOT NULL COMMENT 'Customer version valid when it was opened; -1 = anonymous',
  customer_record_id string COMMENT 'Hash of source and source customer id; empty = anonymous',
  opened_date_key int NOT NULL COMMENT 'Local business day of the opening',
  closed_date_key int NOT NULL COMMENT 'Local business day of the closing; -1 = open',
  case_kind string NOT NULL COMMENT 'Complaint, suggestion, …, in the source\'s words',
  case_topic string COMMENT 'What it is about, in the source\'s words',
  contact_channel string COMMENT 'How the customer turned to us',
  product_id string COMMENT 'Product it is about, if any',
  case_status string COMMENT 'Where it stands, in the source\'s words',
  department string COMMENT 'Department of the longest step so far',
  employee_id string COMMENT 'Owner of the longest step so far',
  opened_at timestamp NOT NULL COMMENT 'When it was opened, UTC',
  first_step_ended_at timestamp COMMENT 'When the first step ended, UTC: the first response',
  closed_at timestamp COMMENT 'When it was closed, UTC; empty = open',
  step_count int NOT NULL COMMENT 'Steps so far',
  response_hours double COMMENT 'Hours from opening to the end of the first step; empty = not yet',
  resolution_hours double COMMENT 'Hours from opening to closing; empty = open',
  satisfaction int COMMENT 'What the customer said afterwards; larger = better',
  is_open boolean NOT NULL COMMENT 'Whether it is not closed yet',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per case (accumulating snapshot); key case_record_id';

CREATE TABLE fct_service_case_step (
  step_record_id string NOT NULL COMMENT 'Hash of source, case number and step number',
  case_record_id string NOT NULL COMMENT 'Hash of source and case number',
  source string NOT NULL COMMENT 'Name of the source',
  case_id string NOT NULL COMMENT 'Case number in the source',
  step_number int NOT NULL COMMENT 'Number of the step in its case, from 1',
  department string COMMENT 'Who has to do it',
  employee_id string COMMENT 'Personnel number of the owner',
  step_action string COMMENT 'What is done, in the source\'s words',
  started_at timestamp NOT NULL COMMENT 'When it began, UTC',
  ended_at timestamp COMMENT 'When it ended, UTC; empty = it has not',
  step_hours double COMMENT 'Hours from its start to its end; empty = not ended',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per step of a case (accumulating snapshot); key step_record_id';

CREATE TABLE fct_consent (
  consent_record_id string NOT NULL COMMENT 'Hash of source and consent number',
  source string NOT NULL COMMENT 'Name of the source',
  consent_id string NOT NULL COMMENT 'Number of the entry in the source',
  customer_key bigint NOT NULL COMMENT 'Customer version valid when it was said',
  customer_record_id string COMMENT 'Hash of source and source customer id; empty = anonymous',
  recorded_date_key int NOT NULL COMMENT 'Local day on which it was said',
  recorded_at timestamp NOT NULL COMMENT 'Start of the local day on which it was said, UTC',
  recorded_on date NOT NULL COMMENT 'Local day on which it was said',
  purpose string NOT NULL COMMENT 'What for, in the words of the source: marketing, newsletter',
  is_granted boolean NOT NULL COMMENT 'Whether it was allowed',
  recorded_by string COMMENT 'Where it was taken down, in the words of the source',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per consent given or refused (transaction fact); key consent_record_id';

CREATE TABLE fct_campaign_contact (
  contact_record_id string NOT NULL COMMENT 'Hash of source and contact number',
  source string NOT NULL COMMENT 'Name of the source',
  contact_id string NOT NULL COMMENT 'Number of the contact in the source',
  campaign_key bigint NOT NULL COMMENT 'Campaign',
  campaign_id string NOT NULL COMMENT 'Campaign code',
  customer_key bigint NOT NULL COMMENT 'Customer version valid when it was sent',
  customer_record_id string COMMENT 'Hash of source and source customer id; empty = anonymous',
  contacted_date_key int NOT NULL COMMENT 'Local day on which it was sent, or would have been',
  responded_date_key int NOT NULL COMMENT 'Local day of the first response; -1 = none',
  contacted_at timestamp NOT NULL COMMENT 'Start of the local day on which it was sent, UTC',
  contacted_on date NOT NULL COMMENT 'Local day on which it was sent, or would have been',
  test_group string COMMENT 'Treated or held out, in the words of the source',
  first_responded_on date COMMENT 'Local day of the first response; empty = none',
  response_kinds array<string> COMMENT 'Kinds of all responses, sorted; empty = none',
  response_order_id string COMMENT 'Order that came of it, the first by number; empty = none',
  response_count bigint NOT NULL COMMENT 'Responses',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per contact (accumulating snapshot); key contact_record_id';

CREATE TABLE fct_opportunity_stage (
  stage_record_id string NOT NULL COMMENT 'Hash of source, opportunity number, stage and day',
  source string NOT NULL COMMENT 'Name of the source',
  opportunity_id string NOT NULL COMMENT 'Number of the opportunity in the source',
  stage string NOT NULL COMMENT 'Stage entered, in the words of the source',
  customer_key bigint NOT NULL COMMENT 'Version of the business customer valid when it was entered; -1 = not said',
  customer_record_id string COMMENT 'Hash of source and source customer id; empty = anonymous',
  employee_key bigint NOT NULL COMMENT 'Owner when it was entered; -1 = not said',
  entered_date_key int NOT NULL COMMENT 'Local day on which it was entered',
  left_date_key int NOT NULL COMMENT 'Local day on which the next one was entered; -1 = none was',
  entered_at timestamp NOT NULL COMMENT 'Start of the local day on which it was entered, UTC',
  entered_on date NOT NULL COMMENT 'Local day on which it was entered',
  left_on date COMMENT 'Local day on which the next one was entered; empty = none was',
  employee_id string COMMENT 'Personnel number of the owner',
  opportunity_region string COMMENT 'Sales region of the opportunity',
  category string COMMENT 'What it is about',
  amount decimal(18,6) COMMENT 'What it is worth in currency_code; add up current stages only, of one currency',
  currency_code string NOT NULL COMMENT 'Company currency, ISO 4217',
  days_in_stage int COMMENT 'Days until the next one was entered; empty = none was',
  is_current_stage boolean NOT NULL COMMENT 'Whether it is the last that was entered',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per stage entered (accumulating snapshot); key stage_record_id';

CREATE TABLE fct_subscription_month (
  subscription_record_id string NOT NULL COMMENT 'Hash of source and contract number',
  month_start date NOT NULL COMMENT 'First day of the month',
  source string NOT NULL COMMENT 'Name of the source',
  subscription_id string NOT NULL COMMENT 'Contract number in the source',
  subscription_key bigint NOT NULL COMMENT 'Contract',
  customer_record_id string COMMENT 'Hash of source and source customer id; empty = anonymous',
  month_date_key int NOT NULL COMMENT 'First day of the month',
  tariff string COMMENT 'Tariff',
  monthly_fee decimal(18,6) COMMENT 'Fee of the month in currency_code, 0 where it does not run; add up one currency',
  currency_code string NOT NULL COMMENT 'Company currency, ISO 4217',
  is_active boolean NOT NULL COMMENT 'Whether it runs at the end of the month',
  is_started boolean NOT NULL COMMENT 'Whether it began in the month',
  is_renewed boolean NOT NULL COMMENT 'Whether a further term began in the month',
  is_ended boolean NOT NULL COMMENT 'Whether it ended in the month',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per contract and month that its terms touch (periodic snapshot); key subscription_record_id, month_start';

CREATE TABLE fct_stock_day (
  stock_record_id string NOT NULL COMMENT 'Hash of source, day and product',
  source string NOT NULL COMMENT 'Name of the source',
  counted_date_key int NOT NULL COMMENT 'Local day of the count',
  counted_on date NOT NULL COMMENT 'Local day of the count',
  product_id string NOT NULL COMMENT 'Product code, conformed over the sources by the mapping',
  units int NOT NULL COMMENT 'Pieces in stock; add up products, not days',
  batch_id string COMMENT 'Landing batch of the row',
  record_number bigint COMMENT 'Record number in the landed file, first data record = 1',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day',
  known_at_basis string COMMENT 'What known_at rests on'
)
USING iceberg
COMMENT 'one row per product and day of a count (periodic snapshot); key stock_record_id';

CREATE TABLE fct_customer_day (
  customer_record_id string NOT NULL COMMENT 'Hash of source and source customer id',
  day date NOT NULL COMMENT 'Local business day',
  date_key int NOT NULL COMMENT 'Local business day',
  order_count int NOT NULL COMMENT 'Distinct orders with at least one purchase line',
  line_count int NOT NULL COMMENT 'Purchase lines',
  quantity decimal(18,3) NOT NULL COMMENT 'Units of the purchase lines',
  spend_bought decimal(18,6) NOT NULL COMMENT 'Amount of the purchase lines',
  spend_returned decimal(18,6) NOT NULL COMMENT 'Amount of all other product lines: returns and cancellations, negative',
  known_at timestamp COMMENT 'When the row became known to us, UTC: arrival of its batch, or for history the end of its business day'
)
USING iceberg
PARTITIONED BY (months(day))
COMMENT 'one row per customer record and local business day (periodic snapshot of days with sales); key customer_record_id, day';

CREATE TABLE fct_customer_month (
  customer_record_id string NOT NULL COMMENT 'Hash of source and source customer id',
  month_start date NOT NULL COMMENT 'First day of the month',
  month_end date NOT NULL COMMENT 'Last day of the month',
  month_date_key int NOT NULL COMMENT 'First day of the month',
  day_count int NOT NULL COMMENT 'Days with purchases, returns or cancellations',
  order_count int NOT NULL COMMENT 'Distinct orders with at least one purchase line',
  line_count int NOT NULL COMMENT 'Purchase lines',
  quantity decimal(18,3) NOT NULL COMMENT 'Units of the purchase lines',
  spend_bought decimal(18,6) NOT NULL COMMENT 'Amount of the purchase lines',
  spend_returned decimal(18,6) NOT NULL COMMENT 'Amount of all other product lines: returns and cancellations, negative'
)
USING iceberg
COMMENT 'one row per customer record and month with sales (periodic snapshot); key customer_record_id, month_start';

CREATE TABLE ftr_as_of (
  as_of_date date NOT NULL COMMENT 'The as-of date: given, or the day after the newest business date in the sources',
  newest_order_date date COMMENT 'Newest business date that any source ever had',
  previous_as_of_date date COMMENT 'As-of date of the night before; empty = none'
)
USING iceberg
COMMENT 'one row';

CREATE TABLE ftr_customer_state (
  customer_record_id string NOT NULL COMMENT 'Hash of source and source customer id',
  days array<struct<day:date,order_count:int,line_count:int,quantity:decimal(18,3),spend_bought:decimal(18,6),spend_returned:decimal(18,6),known_at:timestamp>> NOT NULL COMMENT 'Purchase days, ascending'
)
USING iceberg
COMMENT 'one row per customer record; key customer_record_id';

CREATE TABLE ftr_customer_rfm (
  customer_id string NOT NULL COMMENT 'Durable id of the customer',
  as_of_date date NOT NULL COMMENT 'Nothing on or after this local day was used',
  days_since_last_purchase int NOT NULL COMMENT 'Days from the last purchase day to the as-of date',
  purchase_count int NOT NULL COMMENT 'Distinct purchase orders ever',
  spend_total decimal(18,6) NOT NULL COMMENT 'Net spend ever: bought less returned',
  spend_last_365_days decimal(18,6) NOT NULL COMMENT 'Net spend of the last 365 days',
  first_purchase_on date NOT NULL COMMENT 'First purchase day',
  last_purchase_on date NOT NULL COMMENT 'Last purchase day'
)
USING iceberg
PARTITIONED BY (as_of_date)
COMMENT 'one row per customer with a purchase and as-of date; key customer_id, as_of_date';

CREATE TABLE ftr_customer_churn (
  customer_id string NOT NULL COMMENT 'Durable id of the customer',
  as_of_date date NOT NULL COMMENT 'Nothing on or after this local day was used',
  days_since_last_purchase int NOT NULL COMMENT 'Days from the last purchase day to the as-of date',
  days_since_first_purchase int NOT NULL COMMENT 'Days from the first purchase day to the as-of date',
  purchase_day_count int NOT NULL COMMENT 'Distinct purchase days ever',
  usual_gap_days double COMMENT 'Median days between purchase days; empty with fewer than two',
  gap_ratio double COMMENT 'days_since_last_purchase / usual_gap_days; empty with fewer than two purchase days',
  last_gap_days int COMMENT 'Days between the last two purchase days; empty with fewer than two',
  order_count_30_days int NOT NULL COMMENT 'Purchase orders in the last 30 days',
  order_count_90_days int NOT NULL COMMENT 'Purchase orders in the last 90 days',
  order_count_180_days int NOT NULL COMMENT 'Purchase orders in the last 180 days',
  order_count_365_days int NOT NULL COMMENT 'Purchase orders in the last 365 days',
  spend_90_days decimal(18,6) NOT NULL COMMENT 'Net spend of the last 90 days',
  spend_180_days decimal(18,6) NOT NULL COMMENT 'Net spend of the last 180 days',
  spend_365_days decimal(18,6) NOT NULL COMMENT 'Net spend of the last 365 days',
  spend_total decimal(18,6) NOT NULL COMMENT 'Net spend ever',
  mean_order_spend double NOT NULL COMMENT 'Spend bought / purchase orders ever, company currency',
  mean_line_count double NOT NULL COMMENT 'Purchase lines / purchase orders ever',
  return_ratio double NOT NULL COMMENT 'Amount returned / amount bought, 0 to 1',
  volume_trend double COMMENT 'Spend bought in the last 90 days / mean of the 90-day spans of the 270 days before; empty without spend there'
)
USING iceberg
PARTITIONED BY (as_of_date)
COMMENT 'one row per customer with a purchase and as-of date; key customer_id, as_of_date';

CREATE TABLE scr_customer_segment (
  customer_id string NOT NULL COMMENT 'Durable id of the customer',
  as_of_date date NOT NULL COMMENT 'Nothing on or after this local day was used',
  r_score int NOT NULL COMMENT 'Recency quintile 1 to 5, 5 = bought most recently',
  f_score int NOT NULL COMMENT 'Frequency quintile 1 to 5, 5 = most orders',
  m_score int NOT NULL COMMENT 'Monetary quintile 1 to 5, 5 = highest net spend',
  rfm_segment string NOT NULL COMMENT 'Readable segment from the three scores',
  abc_class string NOT NULL COMMENT 'Pareto class by net spend of the last 365 days: A makes 80 %, B the next 15 %, C the rest',
  lifecycle_stage string NOT NULL COMMENT 'Where the relation stands',
  spend_total decimal(18,6) NOT NULL COMMENT 'Net spend ever',
  spend_last_365_days decimal(18,6) NOT NULL COMMENT 'Net spend of the last 365 days',
  previous_segment string COMMENT 'Segment of the newest earlier as-of date',
  model_version string COMMENT 'Version of the model that made the row',
  segment_id int COMMENT 'Segment found by k-means, the same over retrains; empty = no stable segments',
  segment_name string COMMENT 'What sets it apart, in words',
  segment_distance double COMMENT 'Distance to the segment\'s centre, in deviations of the logarithms',
  second_segment_id int COMMENT 'The nearest other segment',
  segment_margin double COMMENT 'How much farther its centre is; negative = the customer only stays, at most by the model\'s margin',
  segment_silhouette double COMMENT 'segment_margin / the larger of both distances, -1 to 1',
  previous_segment_id int COMMENT 'segment_id of the newest earlier as-of date',
  move_type string COMMENT 'What became of it since then',
  segment_model_version string COMMENT 'Version of the model behind segment_id'
)
USING iceberg
PARTITIONED BY (as_of_date)
COMMENT 'one row per customer with a purchase and as-of date; key customer_id, as_of_date';

CREATE TABLE scr_customer_churn (
  customer_id string NOT NULL COMMENT 'Durable id of the customer',
  as_of_date date NOT NULL COMMENT 'Nothing on or after this local day was used',
  is_eligible boolean NOT NULL COMMENT 'Whether the customer is scored',
  ineligible_reason string COMMENT 'Why not',
  horizon_days int NOT NULL COMMENT 'Days looked ahead',
  churn_definition string NOT NULL COMMENT 'What leaving means, in words',
  churn_probability double COMMENT 'Calibrated probability of no purchase in the horizon, 0 to 1',
  probability_low double COMMENT 'Lower end of the 90 % band of the calibration, 0 to 1',
  probability_high double COMMENT 'Upper end, 0 to 1',
  score_0_100 int COMMENT 'churn_probability x 100, rounded',
  percentile double COMMENT 'Share of scored customers at most as likely to leave, 0 to 1',
  risk_band string COMMENT 'Band of the probability',
  previous_probability double COMMENT 'Probability of the newest earlier as-of date',
  delta double COMMENT 'churn_probability - previous_probability',
  reason_1_code string COMMENT 'Feature behind reason 1',
  reason_1_value double COMMENT 'Value of that feature',
  reason_1_text string COMMENT 'Reason 1 in words',
  reason_1_contribution double COMMENT 'Its contribution to the log-odds of leaving',
  reason_2_code string COMMENT 'Feature behind reason 2',
  reason_2_value double COMMENT 'Value of that feature',
  reason_2_text string COMMENT 'Reason 2 in words',
  reason_2_contribution double COMMENT 'Its contribution to the log-odds of leaving',
  reason_3_code string COMMENT 'Feature behind reason 3',
  reason_3_value double COMMENT 'Value of that feature',
  reason_3_text string COMMENT 'Reason 3 in words',
  reason_3_contribution double COMMENT 'Its contribution to the log-odds of leaving',
  usual_gap_days double COMMENT 'Median days between purchase days',
  current_gap_days int NOT NULL COMMENT 'Days since the last purchase day',
  gap_ratio double COMMENT 'current_gap_days / usual_gap_days',
  volume_trend double COMMENT 'Spend of the last 90 days / usual 90-day spend of the 270 days before',
  is_early_warning boolean NOT NULL COMMENT 'A regular whose cycle stretches or whose volume shrinks',
  value_at_risk decimal(18,6) COMMENT 'churn_probability x net spend expected in the horizon, company currency, never below 0',
  data_confidence string NOT NULL COMMENT 'How much history stands behind the row',
  model_version string COMMENT 'Version of the model that made the row'
)
USING iceberg
PARTITIONED BY (as_of_date)
COMMENT 'one row per customer with a purchase and as-of date; key customer_id, as_of_date';

CREATE TABLE scr_customer_value (
  customer_id string NOT NULL COMMENT 'Durable id of the customer',
  as_of_date date NOT NULL COMMENT 'Nothing on or after this local day was used',
  horizon_days int NOT NULL COMMENT 'Days looked ahead',
  has_enough_history boolean NOT NULL COMMENT 'Whether the customer bought on two days or more: one says nothing of a rhythm',
  repeat_purchases int NOT NULL COMMENT 'Purchase days after the first one',
  last_purchase_age_weeks double COMMENT 'Weeks from the first to the last purchase',
  observation_age_weeks double COMMENT 'Weeks from the first purchase to tonight',
  historic_value decimal(18,6) NOT NULL COMMENT 'Net spend ever, company currency',
  current_value decimal(18,6) NOT NULL COMMENT 'Net spend of the last 365 days, company currency',
  p_alive double COMMENT 'Probability that the customer still buys; no churn score',
  p_no_purchase_in_horizon double COMMENT 'Probability of no purchase in the horizon, 0 to 1',
  expected_purchases double COMMENT 'Expected purchase days in the horizon',
  expected_mean_spend decimal(18,6) COMMENT 'Expected net spend of a purchase day',
  lifetime_value decimal(18,6) COMMENT 'expected_purchases x expected_mean_spend, not discounted',
  lifetime_value_low decimal(18,6) COMMENT 'Of ten customers foretold alike one spent less, in the time that judged the model',
  lifetime_value_high decimal(18,6) COMMENT 'One of ten such customers spent more',
  naive_value decimal(18,6) COMMENT 'The plain rule beside it: spend so far goes on at the same rate',
  next_order_date date COMMENT 'Day by which half of alike customers who still buy have bought; empty when no purchase in the horizon is likelier than one',
  mean_days_between_orders double COMMENT 'Mean days between purchase days so far',
  value_decile int COMMENT 'Tenth by lifetime_value, 1 = most valuable',
  is_high_value boolean COMMENT 'Among the fifth with the highest lifetime_value',
  model_version string COMMENT 'Version of the model that made the row'
)
USING iceberg
PARTITIONED BY (as_of_date)
COMMENT 'one row per customer with a purchase and as-of date; key customer_id, as_of_date';

CREATE TABLE scr_association_rule (
  rule_id string NOT NULL COMMENT 'Hash of both sides: the same rule keeps it over trainings',
  as_of_date date NOT NULL COMMENT 'As-of date of the training that found it',
  antecedent string NOT NULL COMMENT 'Product codes of the left side, with + between',
  antecedent_names string NOT NULL COMMENT 'Their names, with + between',
  consequent string NOT NULL COMMENT 'Product code of the right side',
  consequent_name string NOT NULL COMMENT 'Its name',
  basket_count int NOT NULL COMMENT 'Baskets with both sides; orders given back whole do not count',
  antecedent_basket_count int NOT NULL COMMENT 'Baskets with the left side',
  support double NOT NULL COMMENT 'Share of all baskets with both sides',
  confidence double NOT NULL COMMENT 'Share of the left side\'s baskets that hold the right side, too',
  lift double NOT NULL COMMENT 'Confidence over the right side\'s share of all baskets; 1 = independent',
  lift_low double NOT NULL COMMENT 'Lower end of the 95 % interval of the lift',
  lift_high double NOT NULL COMMENT 'Upper end of that interval',
  size_adjusted_lift double NOT NULL COMMENT 'Baskets with both sides over those that frequencies and basket sizes alone would give',
  leverage double NOT NULL COMMENT 'Support above that of independence, -0.25 to 0.25',
  conviction double COMMENT 'How much more often the rule would fail under independence; empty = it never fails',
  p_value double NOT NULL COMMENT 'Larger of Fisher\'s exact test and the test that knows basket sizes, 0 to 1',
  q_value double NOT NULL COMMENT 'Smallest false-discovery rate at which the rule is kept, 0 to 1',
  has_survived_next_period boolean COMMENT 'True: found before the held-out window, it still held in it; empty = not found before; a rule that did not hold is left out',
  model_version string COMMENT 'Version of the model that holds the rule'
)
USING iceberg
COMMENT 'one row per rule of the model that scores; key rule_id';

CREATE TABLE scr_customer_offer (
  customer_id string NOT NULL COMMENT 'Durable id of the customer',
  as_of_date date NOT NULL COMMENT 'Nothing on or after this local day was used',
  product_id string NOT NULL COMMENT 'Product code, conformed',
  product_key bigint NOT NULL COMMENT 'Current version of the product; -1 = no longer in the catalogue',
  offer_rank int COMMENT 'Place among the customer\'s offers, among the reminders for a repurchase; 1 = first, empty = taken off',
  score double NOT NULL COMMENT 'How well it suits: places by rules and by alike histories fused, higher is better; of a repurchase the purchase days',
  source string NOT NULL COMMENT 'Where the offer comes from: baskets, histories of buyers of the same product, or the customer\'s own rhythm',
  rule_id string COMMENT 'Rule of scr_association_rule behind it',
  evidence_text string NOT NULL COMMENT 'Why, in words',
  due_date date COMMENT 'Of a repurchase: last purchase plus the usual gap',
  is_eligible boolean NOT NULL COMMENT 'Whether it may be offered',
  excluded_reason string COMMENT 'Why not',
  model_version string COMMENT 'Version of the model that made the row'
)
USING iceberg
PARTITIONED BY (as_of_date)
COMMENT 'one row per customer, as-of date and product that was considered for the top; key customer_id, as_of_date, product_id';

CREATE TABLE rpt_segment_profile (
  segment_kind string NOT NULL COMMENT 'rfm_segment, abc_class, lifecycle_stage, risk_band or cluster (found by k-means)',
  segment string NOT NULL COMMENT 'Segment',
  as_of_date date NOT NULL COMMENT 'As-of date',
  customer_count bigint NOT NULL COMMENT 'Customers',
  customer_share double NOT NULL COMMENT 'Share of all customers, 0 to 1',
  spend_last_365_days decimal(18,6) NOT NULL COMMENT 'Net spend of the last 365 days',
  spend_share double COMMENT 'Share of all net spend, 0 to 1',
  mean_spend double COMMENT 'Mean net spend of the last 365 days',
  mean_days_since_last_purchase double COMMENT 'Mean days since the last purchase',
  mean_purchase_count double COMMENT 'Mean purchase orders ever',
  mean_churn_probability double COMMENT 'Mean churn probability; empty = not scored',
  value_at_risk decimal(18,6) COMMENT 'Net spend at risk',
  spend_index double COMMENT 'mean_spend / that of all customers x 100',
  segment_id int COMMENT 'Clusters: id that stays over retrains',
  rule string COMMENT 'Clusters: plain rule that rebuilds the segment',
  rule_fidelity double COMMENT 'Share of customers that the rule puts on the right side, 0 to 1',
  lineage string COMMENT 'Clusters: what the last training did to it'
)
USING iceberg
COMMENT 'one row per kind of segment and segment; key segment_kind, segment';

CREATE TABLE rpt_segment_migration (
  from_date date NOT NULL COMMENT 'As-of date before: the newest earlier one, and the one four weeks ago',
  from_segment string NOT NULL COMMENT 'Segment name then; (new) = not a customer yet',
  to_segment string NOT NULL COMMENT 'Segment name now; (gone) = merged with another customer or erased',
  as_of_date date NOT NULL COMMENT 'As-of date',
  customer_count bigint NOT NULL COMMENT 'Customers',
  buyer_count bigint NOT NULL COMMENT 'Those of them who bought between the dates',
  spend_before decimal(18,6) COMMENT 'Their net spend of the 365 days before from_date',
  spend_after decimal(18,6) COMMENT 'Their net spend of the 365 days before as_of_date'
)
USING iceberg
COMMENT 'one row per earlier date, segment then and segment now, of clusters; key from_date, from_segment, to_segment';

CREATE TABLE rpt_churn_call_list (
  list_rank int NOT NULL COMMENT 'Place by value at risk, 1 = call first',
  customer_id string NOT NULL COMMENT 'Durable id of the customer',
  as_of_date date NOT NULL COMMENT 'As-of date of the scores',
  source_customer_ids string COMMENT 'Customer numbers in the sources, source:number, separated by blanks',
  full_name string COMMENT 'Name',
  email string COMMENT 'E-mail address',
  phone string COMMENT 'Phone number',
  city string COMMENT 'City',
  region string COMMENT 'Sales region',
  country string COMMENT 'Country',
  is_marketing_allowed boolean COMMENT 'Whether contact is allowed; empty = not known',
  rfm_segment string COMMENT 'RFM segment',
  abc_class string COMMENT 'Pareto class',
  churn_probability double COMMENT 'Calibrated probability of no purchase in the horizon',
  risk_band string COMMENT 'Band of the probability',
  value_at_risk decimal(18,6) COMMENT 'Net spend at risk in the horizon',
  usual_gap_days double COMMENT 'Usual days between purchases',
  current_gap_days int COMMENT 'Days since the last purchase',
  is_early_warning boolean COMMENT 'A regular whose cycle stretches or whose volume shrinks',
  reason_1_text string COMMENT 'First reason',
  reason_2_text string COMMENT 'Second reason',
  reason_3_text string COMMENT 'Third reason',
  spend_last_365_days decimal(18,6) COMMENT 'Net spend of the last 365 days',
  last_purchase_on date COMMENT 'Last purchase day',
  data_confidence string COMMENT 'How much history stands behind the row',
  model_version string COMMENT 'Version of the model that made the row'
)
USING iceberg
COMMENT 'one row per scored customer of the newest as-of date; key list_rank';

CREATE TABLE rpt_churn_outlook (
  band int NOT NULL COMMENT '0 = 0 to 10 %, ..., 9 = 90 to 100 %',
  as_of_date date NOT NULL COMMENT 'As-of date',
  customer_count bigint NOT NULL COMMENT 'Customers',
  spend_last_365_days decimal(18,6) NOT NULL COMMENT 'Net spend of the last 365 days',
  value_at_risk decimal(18,6) COMMENT 'Net spend at risk'
)
USING iceberg
COMMENT 'one row per band of ten percentage points; key band';

CREATE TABLE rpt_churn_backtest (
  model_version string NOT NULL COMMENT 'Version of the model that is judged',
  cut_off_date date NOT NULL COMMENT 'As-of date of the prediction',
  tenth int NOT NULL COMMENT '1 = most likely to leave, 10 = least',
  customer_count bigint NOT NULL COMMENT 'Customers',
  mean_predicted double NOT NULL COMMENT 'Mean predicted probability, 0 to 1',
  realised_share double NOT NULL COMMENT 'Share that did not buy in the horizon, 0 to 1'
)
USING iceberg
COMMENT 'one row per model version, cut-off and tenth of customers by probability; key model_version, cut_off_date, tenth';

CREATE TABLE rpt_model_health (
  model_family string NOT NULL COMMENT 'churn, value, crosssell, segment',
  as_of_date date NOT NULL COMMENT 'As-of date',
  status string NOT NULL COMMENT 'Whether it scores',
  status_reason string NOT NULL COMMENT 'Why, in words',
  model_version string COMMENT 'Version that scores',
  grade string COMMENT 'A clearly better than the baseline, B a little, C not better or too little data',
  metric_name string COMMENT 'What is measured',
  metric_value double COMMENT 'The model',
  baseline_name string COMMENT 'The plain rule beside it',
  baseline_value double COMMENT 'The rule',
  trained_on string COMMENT 'Data window in words',
  trained_at_date date COMMENT 'As-of date of the training'
)
USING iceberg
COMMENT 'one row per model family; key model_family';

CREATE TABLE rpt_sales_month (
  year_month string NOT NULL COMMENT 'yyyy-mm',
  channel_name string NOT NULL COMMENT 'Sales channel',
  category string NOT NULL COMMENT 'Product category; (none) where unknown',
  region string NOT NULL COMMENT 'Region, else country of the customer; (unknown) where neither is known',
  line_count bigint NOT NULL COMMENT 'Sales lines',
  line_amount decimal(18,6) NOT NULL COMMENT 'Net sales'
)
USING iceberg
COMMENT 'one row per month, channel, category and customer region; key year_month, channel_name, category, region';

CREATE TABLE rpt_load_summary (
  source string NOT NULL COMMENT 'Name of the source',
  entity string NOT NULL COMMENT 'Name of the source entity',
  outcome string NOT NULL COMMENT 'landed = staged + filtered + quarantined; of sales lines staged = loaded + repeated + replaced + refused; fact = loaded, the rows of fct_sales, which have no source entity',
  canonical_entity string NOT NULL COMMENT 'Canonical entity',
  row_count bigint NOT NULL COMMENT 'Rows ever',
  amount decimal(18,6) COMMENT 'Money ever, where it can be read',
  unreadable_amount_count bigint NOT NULL COMMENT 'Rows whose amount cannot be read',
  newest_delivery_on date COMMENT 'Day, UTC, on which its newest delivery arrived; on rows of outcome landed',
  usual_gap_days int COMMENT 'Longest gap between its last six days with arrivals; empty = fewer than four yet',
  is_overdue boolean COMMENT 'Whether it brought nothing for more than twice its usual gap until the run'
)
USING iceberg
COMMENT 'one row per source entity and outcome; key source, entity, outcome';
