-- A retailer as of 2024-07-01: 400 customers, web shop (1-250) and tills (251-400), 24 months of sales.
-- u1..u4 are four columns of arithmetic noise in 0..1, the same on every machine.
CREATE TEMP TABLE c AS
SELECT i, (i * 7919 % 1009) / 1009.0 AS u1, (i * 104729 % 997) / 997.0 AS u2,
       (i * 1299709 % 991) / 991.0 AS u3, (i * 15485863 % 983) / 983.0 AS u4,
       CASE WHEN i <= 250 THEN 'webshop' ELSE 'tills' END AS source,
       CASE WHEN i <= 250 THEN (1000 + i)::VARCHAR ELSE 'L-' || (70000 + i) END AS number,
       'C' || substr(sha256(CASE WHEN i <= 250 THEN 'webshop|' || (1000 + i) ELSE 'tills|L-' || (70000 + i) END), 1, 16) AS customer_id,
       substr(sha256(CASE WHEN i <= 250 THEN 'webshop|' || (1000 + i) ELSE 'tills|L-' || (70000 + i) END), 1, 32) AS record_id,
       ['Anna','Bernd','Clara','Dirk','Eva','Falk','Gesa','Hanno','Ilse','Jörg'][1 + i % 10] || ' ' ||
       ['Abel','Behr','Claasen','Dietz','Ehlers','Frank','Groß','Haas'][1 + (i // 10) % 8] AS full_name,
       ['Nord','Süd','West','Ost'][1 + i % 4] AS region,
       ['Hamburg','München','Köln','Leipzig'][1 + i % 4] AS city
FROM range(1, 401) t(i);
CREATE TEMP TABLE s AS
SELECT *, (1 + floor(u1 * u1 * 300))::INT AS gap, (20 + floor(u2 * 60))::INT AS usual,
       round(40 + 2400 * u3 * u3 * u3 * u3, 2) AS spend,
       least(0.97, greatest(0.03, u1 * 0.9 + u2 * 0.1)) AS p
FROM c;
CREATE TEMP TABLE g AS
SELECT *, CASE WHEN p > 0.85 THEN 'very high' WHEN p > 0.6 THEN 'high' WHEN p > 0.3 THEN 'medium' ELSE 'low' END AS band,
       CASE WHEN gap < 30 AND spend > 500 THEN 'champions' WHEN gap < 45 THEN 'loyal' WHEN gap < 80 THEN 'potential loyalists'
            WHEN gap < 130 THEN 'need attention' WHEN spend > 600 THEN 'at risk' WHEN gap < 220 THEN 'hibernating' ELSE 'lost' END AS segment,
       CASE WHEN spend > 700 THEN 'A' WHEN spend > 150 THEN 'B' ELSE 'C' END AS abc,
       CASE WHEN gap < 20 THEN 'new' WHEN gap < 50 THEN 'active' WHEN gap < 60 THEN 'growing' WHEN gap < 110 THEN 'slowing'
            WHEN gap < 180 THEN 'lapsing' WHEN gap < 290 THEN 'lost' ELSE 'won back' END AS stage,
       round(spend * p * 90 / 365, 6) AS at_risk
FROM s;

INSERT INTO ftr_as_of (as_of_date) VALUES (DATE '2024-07-01');
INSERT INTO dim_channel (channel_key, channel_id, channel_name) VALUES (-1, '(unknown)', 'Unknown'), (1, 'web', 'Web shop'), (2, 'store', 'Stores');
INSERT INTO brg_customer_record (customer_record_id, customer_id, source, source_customer_id, linked_by) SELECT record_id, customer_id, source, number, 'own record' FROM g;
INSERT INTO dim_customer BY NAME
SELECT 1000 + i AS customer_key, customer_id, record_id AS customer_record_id, source, number AS source_customer_id, full_name,
       lower(split_part(full_name, ' ', 1)) || i || '@example.org' AS email, '+49 40 ' || (100000 + i) AS phone, DATE '1980-02-03' AS birth_date,
       city, region, 'Germany' AS country, i % 12 <> 0 AS is_marketing_allowed,
       TIMESTAMPTZ '1900-01-01 00:00:00Z' AS valid_from, TIMESTAMPTZ '9999-12-31 00:00:00Z' AS valid_to, true AS is_current, false AS is_inferred,
       TIMESTAMPTZ '2022-07-02 00:00:00Z' AS known_at, 'business_date' AS known_at_basis
FROM g;
UPDATE dim_customer SET valid_from = TIMESTAMPTZ '2023-05-01 00:00:00Z' WHERE customer_key = 1001;
INSERT INTO dim_customer BY NAME
SELECT 5001 AS customer_key, * EXCLUDE (customer_key) REPLACE ('Kiel' AS city, TIMESTAMPTZ '1900-01-01 00:00:00Z' AS valid_from,
       TIMESTAMPTZ '2023-05-01 00:00:00Z' AS valid_to, false AS is_current)
FROM dim_customer WHERE customer_key = 1001;

INSERT INTO dim_customer_profile BY NAME
SELECT customer_id, 1 AS record_count, source || ':' || source_customer_id AS source_customer_ids, full_name, email, phone, birth_date, city, region,
       country, is_marketing_allowed FROM dim_customer WHERE is_current;

INSERT INTO raw_batch BY NAME
SELECT 'webshop-orders-' || m AS batch_id, 'webshop' AS source, 'orders' AS entity, 'orders_' || m || '.csv' AS file_name, 'landed' AS status,
       TIMESTAMPTZ '2024-06-30 22:00:00Z' AS effective_at, TIMESTAMPTZ '2024-07-01 01:00:00Z' AS arrived_at FROM range(1, 4) t(m)
UNION ALL
SELECT 'tills-receipts-' || m, 'tills', 'receipts', 'kassen_' || m || '.csv', 'landed',
       TIMESTAMPTZ '2024-06-10 22:00:00Z', TIMESTAMPTZ '2024-06-11 01:00:00Z' FROM range(1, 3) t(m);

-- Every customer buys on its last day and every usual gap before; each ninth line is anonymous.
INSERT INTO fct_sales BY NAME
SELECT substr(sha256(i || '/' || k), 1, 32) AS sales_line_id, source, (50000 + i * 40 + k)::VARCHAR AS order_id, '1' AS line_number,
       d AS order_date, d::TIMESTAMPTZ + INTERVAL 10 HOUR AS ordered_at, strftime(d, '%Y%m%d')::INT AS order_date_key,
       CASE WHEN (i + k) % 9 = 0 THEN -1 ELSE 1000 + i END AS customer_key, CASE WHEN (i + k) % 9 = 0 THEN NULL ELSE record_id END AS customer_record_id,
       7 AS product_key, 'P' || (i * k % 50) AS product_id, -2 AS store_key, CASE WHEN source = 'webshop' THEN 1 ELSE 2 END AS channel_key,
       1 AS quantity, round(spend / 12 + k, 4) AS unit_price, 0 AS discount_amount, round(spend / 12 + k, 6) AS line_amount, 'EUR' AS currency_code,
       false AS is_return, false AS is_cancellation, true AS is_product_line, true AS is_purchase,
       CASE WHEN source = 'webshop' THEN 'webshop-orders-' || (1 + k % 3) ELSE 'tills-receipts-' || (1 + k % 2) END AS batch_id, i * 40 + k AS record_number,
       d::TIMESTAMPTZ + INTERVAL 1 DAY AS known_at, 'business_date' AS known_at_basis
FROM (SELECT *, DATE '2024-07-01' - (gap + (usual * k)::INT + CASE WHEN source = 'tills' THEN 20 ELSE 0 END)::INT AS d FROM g, range(0, 30) t(k)) WHERE d >= DATE '2022-07-01';
INSERT INTO fct_customer_day BY NAME
SELECT customer_record_id, order_date AS day, order_date_key AS date_key, count(DISTINCT order_id) AS order_count, count(*) AS line_count,
       sum(quantity) AS quantity, sum(line_amount) AS spend_bought, 0 AS spend_returned FROM fct_sales WHERE customer_record_id IS NOT NULL GROUP BY ALL;
INSERT INTO ftr_customer_state (customer_record_id, days)
SELECT customer_record_id, list({'day': day, 'order_count': order_count, 'line_count': line_count, 'quantity': quantity, 'spend_bought': spend_bought,
       'spend_returned': spend_returned, 'known_at': day::TIMESTAMPTZ + INTERVAL 1 DAY} ORDER BY day) FROM fct_customer_day GROUP BY 1;
INSERT INTO ftr_customer_rfm BY NAME
SELECT customer_id, DATE '2024-07-01' AS as_of_date, gap AS days_since_last_purchase, 12 AS purchase_count, spend * 2 AS spend_total, spend AS spend_last_365_days,
       DATE '2022-07-02' AS first_purchase_on, DATE '2024-07-01' - gap AS last_purchase_on FROM g;
INSERT INTO ftr_customer_churn BY NAME
SELECT customer_id, DATE '2024-07-01' AS as_of_date, gap AS days_since_last_purchase, 720 AS days_since_first_purchase, 12 AS purchase_day_count,
       usual AS usual_gap_days, gap / usual AS gap_ratio, 1 AS order_count_90_days, spend AS spend_365_days, 0.02 AS return_ratio FROM g;
INSERT INTO scr_customer_segment BY NAME
SELECT customer_id, DATE '2024-07-01' AS as_of_date, (5 - least(4, gap // 60))::INT AS r_score, 3 AS f_score, 4 AS m_score, segment AS rfm_segment, abc AS abc_class,
       stage AS lifecycle_stage, spend * 2 AS spend_total, spend AS spend_last_365_days, 'rules-1' AS model_version FROM g;
INSERT INTO scr_customer_churn BY NAME
SELECT customer_id, DATE '2024-07-01' AS as_of_date, i % 25 <> 0 AS is_eligible, CASE WHEN i % 25 = 0 THEN 'fewer than 2 purchase days' END AS ineligible_reason,
       90 AS horizon_days, 'no purchase in the next 90 days' AS churn_definition, CASE WHEN i % 25 <> 0 THEN p END AS churn_probability,
       CASE WHEN i % 25 <> 0 THEN band END AS risk_band, CASE WHEN i % 3 = 0 THEN 'gap_ratio' WHEN i % 3 = 1 THEN 'days_since_last_purchase' ELSE 'volume_trend' END AS reason_1_code,
       gap AS reason_1_value, 'has not bought for ' || gap || ' days; usually every ' || usual AS reason_1_text, 0.8 AS reason_1_contribution,
       'return_ratio' AS reason_2_code, 'returns little' AS reason_2_text, -0.1 AS reason_2_contribution,
       usual AS usual_gap_days, gap AS current_gap_days, gap / usual AS gap_ratio, gap > 2 * usual AS is_early_warning, at_risk AS value_at_risk, 'high' AS data_confidence,
       'churn-2024-06-28-1' AS model_version FROM g;
INSERT INTO rpt_churn_call_list BY NAME
SELECT row_number() OVER (ORDER BY at_risk DESC, customer_id) AS list_rank, customer_id, DATE '2024-07-01' AS as_of_date, source || ':' || number AS source_customer_ids,
       full_name, lower(split_part(full_name, ' ', 1)) || i || '@example.org' AS email, '+49 40 ' || (100000 + i) AS phone, city, region, 'Germany' AS country,
       CASE WHEN i % 12 = 0 THEN false WHEN i % 12 = 1 THEN NULL ELSE true END AS is_marketing_allowed, segment AS rfm_segment, abc AS abc_class, p AS churn_probability, band AS risk_band,
       at_risk AS value_at_risk, usual AS usual_gap_days, gap AS current_gap_days, gap > 2 * usual AS is_early_warning,
       'has not bought for ' || gap || ' days; usually every ' || usual AS reason_1_text, 'spends less than half a year ago' AS reason_2_text, 'returns more than most' AS reason_3_text,
       spend AS spend_last_365_days, DATE '2024-07-01' - gap AS last_purchase_on, 'high' AS data_confidence, 'churn-2024-06-28-1' AS model_version
FROM g WHERE i % 25 <> 0;
INSERT INTO rpt_churn_outlook (band, as_of_date, customer_count, spend_last_365_days, value_at_risk)
SELECT least(9, floor(p * 10))::INT AS band, DATE '2024-07-01', count(*), sum(spend), sum(at_risk) FROM g WHERE i % 25 <> 0 GROUP BY 1;
INSERT INTO rpt_segment_profile BY NAME
SELECT kind AS segment_kind, segment, DATE '2024-07-01' AS as_of_date, count(*) AS customer_count, count(*) / 400 AS customer_share, sum(spend) AS spend_last_365_days,
       sum(spend) / (SELECT sum(spend) FROM g) AS spend_share, avg(spend) AS mean_spend, avg(gap) AS mean_days_since_last_purchase, 12 AS mean_purchase_count,
       avg(p) AS mean_churn_probability, sum(at_risk) AS value_at_risk
FROM (SELECT 'rfm_segment' AS kind, * FROM g UNION ALL SELECT 'abc_class', * REPLACE (abc AS segment) FROM g
      UNION ALL SELECT 'lifecycle_stage', * REPLACE (stage AS segment) FROM g UNION ALL SELECT 'risk_band', * REPLACE (band AS segment) FROM g WHERE i % 25 <> 0)
GROUP BY 1, 2;
INSERT INTO rpt_churn_backtest (model_version, cut_off_date, tenth, customer_count, mean_predicted, realised_share)
SELECT 'churn-2024-06-28-1', cut, t, 38, 0.96 - t * 0.09, greatest(0.02, 0.99 - t * 0.095 + (t % 3) * 0.02) FROM range(1, 11) r(t), (VALUES (DATE '2024-01-02'), (DATE '2024-04-02')) v(cut);
INSERT INTO rpt_model_health (model_family, as_of_date, status, status_reason, model_version, grade, metric_name, metric_value, baseline_name, baseline_value, trained_on, trained_at_date) VALUES
 ('churn', DATE '2024-07-01', 'scoring', 'better than the plain rule on the newest held-out window', 'churn-2024-06-28-1', 'A', 'ROC-AUC', 0.83, 'no purchase for 74 days', 0.71, 'six cut-offs from 2023-04-01 to 2024-01-02', DATE '2024-06-28'),
 ('segment', DATE '2024-07-01', 'scoring', '2 segments, the largest number that is stable', 'segment-2024-06-28-1', 'A', 'silhouette', 0.41, 'the segments by rule', 0.12, '400 customers; 97 % of a segment are found again in resamples', DATE '2024-06-28');
INSERT INTO rpt_segment_profile BY NAME
SELECT 'cluster' AS segment_kind, name AS segment, DATE '2024-07-01' AS as_of_date, count(*) AS customer_count, count(*) / 400 AS customer_share,
       sum(spend) AS spend_last_365_days, 100 * avg(spend) / (SELECT avg(spend) FROM g) AS spend_index, id AS segment_id,
       '(days_since_last_purchase <= 60)' AS rule, 0.93 AS rule_fidelity, 'goes on; 98 % of its customers were in it before' AS lineage
FROM (SELECT *, CASE WHEN i % 4 = 0 THEN 'recent, many orders' ELSE 'silent for long' END AS name, CASE WHEN i % 4 = 0 THEN 3 ELSE 1 END AS id FROM g) GROUP BY name, id;
INSERT INTO rpt_segment_migration (from_date, from_segment, to_segment, as_of_date, customer_count, buyer_count, spend_before, spend_after) VALUES
 (DATE '2024-06-03', 'recent, many orders', 'recent, many orders', DATE '2024-07-01', 95, 60, 40000, 41000),
 (DATE '2024-06-03', 'silent for long', 'recent, many orders', DATE '2024-07-01', 5, 5, 900, 2150),
 (DATE '2024-06-03', 'silent for long', 'silent for long', DATE '2024-07-01', 300, 0, 30000, 29000),
 (DATE '2024-06-30', 'silent for long', 'recent, many orders', DATE '2024-07-01', 1, 1, 10, 20);
INSERT INTO rpt_sales_month (year_month, channel_name, category, region, line_count, line_amount)
SELECT strftime(order_date, '%Y-%m'), CASE channel_key WHEN 1 THEN 'Web shop' ELSE 'Stores' END, '(none)', 'Nord', count(*), sum(line_amount) FROM fct_sales GROUP BY 1, 2;
INSERT INTO rpt_load_summary (source, entity, outcome, canonical_entity, row_count, amount, unreadable_amount_count)
SELECT 'webshop', 'order_lines', outcome, 'sales_line', n, amount, unreadable FROM (VALUES
 ('landed', 3100, 171000.50, 3), ('quarantined', 21, 812.40, 3), ('staged', 3079, 170188.10, 0), ('loaded', 3070, 169900.10, 0), ('repeated', 9, 288.00, 0)) v(outcome, n, amount, unreadable)
UNION ALL SELECT 'tills', 'receipts', outcome, 'sales_line', n, amount, 0 FROM (VALUES ('landed', 2200, 98000.00), ('quarantined', 8, 120.00), ('staged', 2192, 97880.00), ('loaded', 2192, 97880.00)) v(outcome, n, amount);
INSERT INTO raw_quarantine BY NAME
SELECT 'webshop-orders-1' AS batch_id, n AS record_number, 'staging' AS refused_by, 'webshop' AS source, 'order_lines' AS entity,
       CASE WHEN n % 3 = 0 THEN ['bad_number(quantity)', 'missing(product_id)'] WHEN n % 3 = 1 THEN ['bad_date(ordered_at)'] ELSE ['missing(product_id)'] END AS reasons,
       CASE WHEN n > 3 THEN 45.13 END AS amount, 'x;y;z' AS raw_text, 'open' AS status FROM range(1, 22) t(n)
UNION ALL SELECT 'tills-receipts-1', n, 'staging', 'tills', 'receipts', ['unknown_store(store_id)'], 15.00, 'a;b', 'open' FROM range(1, 9) t(n)
UNION ALL SELECT 'tills-receipts-2', 1, 'staging', 'tills', 'receipts', ['bad_date(sold_at)'], 9.00, 'a;b', 'replayed';
