/** The Connect protocol: RPC-named POSTs, JSON or binary protobuf, server streams in envelopes. */
@NullMarked
package dev.carom.controlplane.channel.connect;

import org.jspecify.annotations.NullMarked;
