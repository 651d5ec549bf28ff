-- The problems the viewer may see: those they see to, and those of the
-- customers they may see (needs seen_customer).
seen_problem AS NOT MATERIALIZED (
  SELECT problem.id, problem.customer_id, problem.owner_id, problem.what,
         problem.cause, problem.cost, problem.due_day, problem.state,
         problem.version
  FROM problem
  WHERE :see = 2
     OR problem.owner_id = :me
     OR EXISTS (SELECT 1 FROM seen_customer
                WHERE seen_customer.id = problem.customer_id)
)
