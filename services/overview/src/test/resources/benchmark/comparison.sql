\set indicator random(0, :indicators - 1)
\set at random(1, :years)
WITH compared AS (
  SELECT m.key, m.name, f.value, f.value / nullif(p.value, 0) AS per_inhabitant
  FROM benchmark.member m
  LEFT JOIN benchmark.figure f ON f.indicator = :indicator AND f.year = (:list)[:at] AND f.member = m.id
  LEFT JOIN benchmark.figure p ON p.indicator = :indicators - 1 AND p.year = (:list)[:at] AND p.member = m.id
  WHERE m.kind = 'MUNICIPALITY'
), summary AS (
  SELECT count(value) AS counted, avg(value) AS mean, percentile_cont(0.5) WITHIN GROUP (ORDER BY value) AS median,
         avg(per_inhabitant) AS mean_per_inhabitant,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY per_inhabitant) AS median_per_inhabitant
  FROM compared
)
SELECT compared.*,
       CASE WHEN value IS NOT NULL THEN rank() OVER (ORDER BY value) END AS rank,
       CASE WHEN per_inhabitant IS NOT NULL THEN rank() OVER (ORDER BY per_inhabitant) END AS rank_per_inhabitant,
       summary.*
FROM compared CROSS JOIN summary;
