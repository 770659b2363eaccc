/** What Linux's IPVS and keepalived were told, as a document of ours. Pure but for its REST. */
@NullMarked
package dev.carom.controlplane.ipvs;

import org.jspecify.annotations.NullMarked;
