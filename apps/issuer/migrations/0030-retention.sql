-- expand: how long an issuer wants things kept, in a table of its own; and when the rows of a job were taken away
-- Null is what is usual: 30 days, 7 days, and for good. `looked_at`: when it was last looked whose badges have all ended.
CREATE TABLE retention (
  issuer_id uuid PRIMARY KEY REFERENCES issuer,
  job_days integer CHECK (job_days BETWEEN 1 AND 365),
  refused_row_days integer CHECK (refused_row_days BETWEEN 1 AND 365),
  recipient_days integer CHECK (recipient_days BETWEEN 1 AND 36500),
  looked_at timestamptz
);
ALTER TABLE issuance_job ADD COLUMN content_dropped_at timestamptz;
