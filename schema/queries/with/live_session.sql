-- The session of a token, if it is not too old.
live_session AS NOT MATERIALIZED (
  SELECT session.person_id, session.seen_at
  FROM session
  WHERE session.token_hash = :token_hash AND session.seen_at >= :seen_since
    AND session.created_at >= :created_since
)
