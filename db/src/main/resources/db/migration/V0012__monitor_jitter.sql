ALTER TABLE health_monitor
  ADD COLUMN jitter_percent int NOT NULL DEFAULT 0 CHECK (jitter_percent BETWEEN 0 AND 50);
COMMENT ON COLUMN health_monitor.jitter_percent IS 'hundredths of the interval by which a probe starts later at most, at random';
