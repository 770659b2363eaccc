/** REST for webhooks. */
@NullMarked
package dev.carom.controlplane.webhook.web;

import org.jspecify.annotations.NullMarked;
