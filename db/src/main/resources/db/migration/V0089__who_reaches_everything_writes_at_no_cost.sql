-- As reading has it since V0032: the first half of each condition is computed once for a statement, and all there is for
-- who reaches everything. Asked for each row, whose a pool is cost half a millisecond for each backend that was written.
DO $$
DECLARE
  policy record;
  everything CONSTANT text := '(SELECT coalesce(current_setting(''carom.write_scope'', true), '''')) = '''' OR ';
BEGIN
  FOR policy IN
    SELECT tablename, policyname, qual, with_check FROM pg_policies
    WHERE schemaname = current_schema() AND policyname IN ('added', 'changed', 'removed')
      AND tablename IN ('node_group', 'node', 'vip', 'listener', 'pool', 'backend', 'health_monitor')
  LOOP
    EXECUTE format('ALTER POLICY %I ON %I', policy.policyname, policy.tablename)
      || coalesce(' USING (' || everything || nullif(policy.qual, 'true') || ')', '')
      || coalesce(' WITH CHECK (' || everything || policy.with_check || ')', '');
  END LOOP;
END
$$;
