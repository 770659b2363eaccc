/** Pure: which hosts the lab has, how they are wired and addressed, and the commands that make it so. */
@NullMarked
package dev.carom.lab.topology;

import org.jspecify.annotations.NullMarked;
