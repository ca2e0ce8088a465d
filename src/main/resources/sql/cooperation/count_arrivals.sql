-- How each department answered the whistles of a time. Calls that were called off before their time was up are not due.
-- Parameters: from, to (calledAt, to exclusive), department (null: all).
-- Output: department, called, due, arrived, on_time, late, missing, chased, rate. Index: whistle_calls_called.
SELECT department, called, due, arrived, on_time, arrived - on_time AS late, due - arrived AS missing, chased,
       CASE WHEN due > 0 THEN round(on_time::numeric / due, 4)::double precision END AS rate
FROM (SELECT department,
             count(*)::integer AS called,
             (count(*) FILTER (WHERE arrived_at IS NOT NULL
                               OR arrive_by < least(coalesce(ended_at, 'infinity'), clock_timestamp())))::integer AS due,
             (count(*) FILTER (WHERE arrived_at IS NOT NULL))::integer AS arrived,
             (count(*) FILTER (WHERE on_time))::integer AS on_time,
             (count(*) FILTER (WHERE chased_at IS NOT NULL))::integer AS chased
      FROM cooperation.whistle_calls
      WHERE called_at >= :from AND called_at < :to AND (:department::text IS NULL OR department = :department::text)
      GROUP BY department) AS counted
ORDER BY department
