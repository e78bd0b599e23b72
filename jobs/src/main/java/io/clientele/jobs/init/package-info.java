/** {@code clientele init}: a project folder, from exported transaction files or as a skeleton. */
package io.clientele.jobs.init;
