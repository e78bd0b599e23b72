/** Business customers: accounts with their owners, opportunities from stage to stage. */
package io.clientele.sample.business;
