/** What models read, as of a date: nothing on or after it, nothing known later. */
package io.clientele.models.feature;
