/** The campaign tool: recipients, who was contacted or held out, what came back. */
package io.clientele.sample.campaign;
