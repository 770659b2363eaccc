/** JUnit extensions that apply by themselves wherever this module is on the test class path. */
@NullMarked
package dev.carom.junit;

import org.jspecify.annotations.NullMarked;
