/** Helpers shared by the tests of all modules. */
package io.clientele.testkit;
