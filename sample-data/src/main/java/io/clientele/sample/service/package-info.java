/** The service desk: contacts, complaints and suggestions, their steps. */
package io.clientele.sample.service;
