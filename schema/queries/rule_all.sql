-- The rules that are not stopped.
--   product_id, segment   the only ones; 0, '': any
-- no scope: rules are the company's; only heads of sales look at them.
-- out: id int, cause text, days int, product_id int, product text,
--      segment text, kind text, subject text, from_day int
SELECT rule.id, rule.cause, rule.days, COALESCE(rule.product_id, 0) AS product_id,
       COALESCE(product.name, '') AS product, rule.segment, rule.kind,
       rule.subject, rule.from_day
FROM rule
LEFT JOIN product ON product.id = rule.product_id
WHERE rule.active = 1
ORDER BY rule.cause, rule.days, rule.id
