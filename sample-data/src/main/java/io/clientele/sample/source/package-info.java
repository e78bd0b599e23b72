/** What every operational system needs to write its files: periods, shelves, desks, faults. */
package io.clientele.sample.source;
