/**
 * Association rules, and what is left of them after honest tests.
 *
 * <p>Baskets differ in size, so items that have nothing to do with each other still meet in the
 * large ones: on Online Retail independent items show a lift of about 4. The tests here compare
 * with what basket sizes and item frequencies alone would give.
 *
 * <p>References: Squartini and Garlaschelli, Analytical maximum-likelihood method to detect
 * patterns in real networks, New J. Phys. 13, 2011 (margins kept: {@link
 * io.clientele.models.crosssell.rule.MarginModel}); Webb, Discovering Significant Patterns, Machine
 * Learning 68, 2007 (productive rules); Hämäläinen and Webb, A tutorial on statistically sound
 * pattern discovery, DMKD 33, 2019; Benjamini and Hochberg, JRSS B 57, 1995; Gionis et al.,
 * Assessing data mining results via swap randomization, ACM TKDD 1(3), 2007.
 */
package io.clientele.models.crosssell.rule;
