/** What is true about the sample and stands in no extract. */
package io.clientele.sample.truth;
