-- Whether the leads of a source (0: not recorded) in a month have a price at
-- all: nothing was spent on the source or a campaign of it, and no lead of the
-- month has a price of its own.  Month by month and source by source, so that
-- a list and its number agree whoever looks.
priceless AS NOT MATERIALIZED (
  SELECT whole.start AS month, whole.source_id
  FROM prospect_count whole
  WHERE whole.unit = 2 AND whole.source_id <> -1 AND whole.campaign_id = -1
    AND whole.team_id = -1 AND whole.cost = 0
    AND NOT EXISTS (SELECT 1 FROM spend
                    WHERE spend.month = whole.start
                      AND spend.source_id = whole.source_id)
)
