@NullMarked
package dev.carom.lab.repository;

import org.jspecify.annotations.NullMarked;
