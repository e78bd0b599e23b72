/** Model cards, provenance, grades and the rule by which a challenger replaces a champion. */
package io.clientele.models.registry;
