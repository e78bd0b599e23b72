/** Guesses what the columns of a transaction file mean, each guess with its evidence. */
package io.clientele.jobs.init.guess;
