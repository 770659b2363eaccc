import type { Page } from '@playwright/test';

/** A VIP that nobody has before a test imports it. */
export const IMPORTED_VIP = '10.0.0.120';

/** keepalived.conf of a balancer that Carom takes over from; its second service has no equivalent. */
export const KEEPALIVED = `virtual_server ${IMPORTED_VIP} 80 {
  delay_loop 1
  lb_algo wrr
  lb_kind DR
  real_server 10.0.0.21 80 {
    weight 3
    TCP_CHECK {
      connect_timeout 1
    }
  }
}
virtual_server ${IMPORTED_VIP} 443 {
  lb_kind NAT
}
`;

/** Gives it to the page of imports, for the lab's nodes. */
export async function paste(page: Page, text: string) {
  await page.getByRole('button', { name: /^Node group/ }).click();
  await page.getByRole('option', { name: 'lab' }).click();
  await page.getByRole('textbox', { name: 'Configuration' }).fill(text);
  await page.getByRole('button', { name: 'Read it' }).click();
}
