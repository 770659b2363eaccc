import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';

export function NotFound() {
  return (
    <Box textAlign="center" padding="xxl">
      There is no such page. <Link href="/">Go to the overview</Link>
    </Box>
  );
}
