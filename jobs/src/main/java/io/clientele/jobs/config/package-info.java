/**
 * The configuration file {@code clientele.yaml}: read, checked, and turned into declarations of
 * sources and tables. Every key and default stands in the resource {@code defaults.yaml}.
 */
package io.clientele.jobs.config;
